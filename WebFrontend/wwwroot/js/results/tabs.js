// One kind of result at a time, by the keyboard as a set of tabs is used: arrows, Home and End.

import { byId, show } from "../shared/elements.js";

const tabs = () => [...byId("tabs").querySelectorAll("[role=tab]")];

export const panelOf = (name) => byId(`panel-${name}`);

export function startTabs(onSelect) {
  byId("tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) {
      select(tab, onSelect);
    }
  });

  byId("tabs").addEventListener("keydown", (event) => {
    const all = tabs();
    const at = all.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const tab = all.at(next % all.length);
      tab.focus();
      select(tab, onSelect);
    }
  });
}

export function selectTab(name, onSelect) {
  select(byId(`tab-${name}`), onSelect);
}

/** A number beside the name of a tab, or nothing. */
export function setCount(name, number) {
  byId(`tab-${name}`).querySelector(".count").textContent = number ? String(number) : "";
}

function select(tab, onSelect) {
  for (const other of tabs()) {
    const isSelected = other === tab;
    other.ariaSelected = String(isSelected);
    other.tabIndex = isSelected ? 0 : -1;
    show(byId(other.getAttribute("aria-controls")), isSelected);
  }

  tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  onSelect?.(tab.id.slice("tab-".length));
}
