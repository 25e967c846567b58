// Which values of the dimensions are shown. They stand in the address as NAME:VALUE.

import { choose, chosenAll } from "../shared/address.js";
import { around, byId, button } from "../shared/elements.js";
import { fillChecks, place } from "../shared/popovers.js";

export const chosenDimensions = () => chosenAll("dimension");

/** A button with a list of checkboxes for each dimension; they stay while the same dimensions are there. */
export function drawDimensions(dimensions, onChange) {
  const host = byId("dimensions");
  const names = dimensions.map(({ name }) => name);
  if ([...host.children].map((one) => one.dataset.name).join("\n") !== names.join("\n")) {
    host.replaceChildren(...names.map(made));
  }

  dimensions.forEach(({ name, values }, index) => {
    const [open, list] = host.children[index].children;
    const picked = values.filter((value) => chosenDimensions().includes(`${name}:${value}`));
    open.textContent = picked.length > 0 ? `${name}: ${picked.length} of ${values.length}` : name;
    open.ariaPressed = picked.length > 0 ? "true" : null;
    fillChecks(list, values.map((value) => ({ value, text: value === "" ? "(empty)" : value })), (value) => picked.includes(value), (now) => {
      choose({ dimension: [...chosenDimensions().filter((one) => !one.startsWith(`${name}:`)), ...now.map((value) => `${name}:${value}`)] });
      onChange();
    });
  });
}

function made(name) {
  const list = around("div");
  list.popover = "auto";
  list.role = "group";
  list.ariaLabel = name;
  const open = button(name, () => {});
  open.popoverTargetElement = list;
  list.addEventListener("beforetoggle", ({ newState }) => newState === "open" && place(list, open));
  const both = around("span", undefined, open, list);
  both.dataset.name = name;
  return both;
}
