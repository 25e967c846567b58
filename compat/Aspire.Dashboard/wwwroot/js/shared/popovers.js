// Lists that open below their button. The browser opens and closes them; this only puts them in place.

import { around, element } from "./elements.js";

const gap = 4;
const widest = 280;
const lowest = 220;

/** Puts a popover below a button, or above where there is no room. */
export function place(popover, button) {
  const { left, top, bottom } = button.getBoundingClientRect();
  const isLow = innerHeight - bottom < lowest && top > lowest;
  popover.style.left = `${Math.max(gap, Math.min(left, innerWidth - widest))}px`;
  popover.style.top = isLow ? "auto" : `${bottom + gap}px`;
  popover.style.bottom = isLow ? `${innerHeight - top + gap}px` : "auto";
}

/** A menu that is there only while it is open; `entries` are links and buttons. */
export function openMenu(button, label, entries) {
  const menu = around("div", undefined, ...entries);
  menu.popover = "auto";
  menu.role = "group";
  menu.ariaLabel = label;
  menu.addEventListener("toggle", ({ newState }) => newState === "closed" && menu.remove());
  menu.addEventListener("click", ({ target }) => target.closest("button") && menu.hidePopover());
  for (const entry of entries) {
    entry.classList.add("entry");
  }

  button.after(menu);
  place(menu, button);
  menu.showPopover();
  entries[0]?.focus();
}

/** A list of checkboxes that stays as it is while the same values are offered. */
export function fillChecks(list, values, isChecked, onChange) {
  const known = [...list.querySelectorAll("input")].map(({ value }) => value);
  if (known.join("\n") !== values.map(({ value }) => value).join("\n")) {
    list.replaceChildren(...values.map(({ value, text }) => {
      const box = element("input");
      box.type = "checkbox";
      box.value = value;
      box.addEventListener("change", () => onChange([...list.querySelectorAll(":checked")].map((one) => one.value), value));
      return around("label", "check", box, element("span", text ?? value));
    }));
  }

  for (const box of list.querySelectorAll("input")) {
    box.checked = isChecked(box.value);
  }
}

for (const popover of document.querySelectorAll("[popover]")) {
  const button = document.querySelector(`[popovertarget="${popover.id}"]`);
  popover.addEventListener("beforetoggle", ({ newState }) => newState === "open" && place(popover, button));
}
