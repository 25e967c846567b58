// One kind of result at a time, by the keyboard as a set of tabs is used: arrows, Home and End.

import { byId, show } from "../shared/elements.js";

const all = () => [...byId("tabs").querySelectorAll("[role=tab]")];

const tabs = () => all().filter(({ hidden }) => !hidden);

export const panelOf = (name) => byId(`panel-${name}`);

export function startTabs(onSelect) {
  byId("tabs").addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) {
      select(tab, onSelect);
    }
  });

  byId("tabs").addEventListener("keydown", (event) => {
    const offered = tabs();
    const at = offered.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const tab = offered.at(next % offered.length);
      tab.focus();
      select(tab, onSelect);
    }
  });
}

export function selectTab(name, onSelect) {
  select(byId(`tab-${name}`), onSelect);
}

/** Leaves only the tabs of these names; the one that is selected stays so where it can. */
export function offerTabs(names, onSelect) {
  for (const tab of all()) {
    show(tab, names.includes(tab.id.slice("tab-".length)));
  }

  const offered = tabs();
  select(offered.find(({ ariaSelected }) => ariaSelected === "true") ?? offered[0], onSelect);
}

/** A number beside the name of a tab, or nothing. */
export function setCount(name, number) {
  byId(`tab-${name}`).querySelector(".count").textContent = number ? String(number) : "";
}

function select(tab, onSelect) {
  for (const other of all()) {
    const isSelected = other === tab;
    other.ariaSelected = String(isSelected);
    other.tabIndex = isSelected ? 0 : -1;
    show(byId(other.getAttribute("aria-controls")), isSelected);
  }

  tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  onSelect?.(tab.id.slice("tab-".length));
}
