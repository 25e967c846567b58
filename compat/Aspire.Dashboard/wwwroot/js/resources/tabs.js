// The three views of the page as tabs; which one is shown stands in the address.

import { choose, chosen } from "../shared/address.js";
import { byId } from "../shared/elements.js";

const names = ["resources", "parameters", "graph"];

export function bindTabs(onChange) {
  let current = names.includes(chosen("view")) ? chosen("view") : "resources";
  const tabs = names.map((name) => byId(`tab-${name}`));

  const show = (name) => {
    current = name;
    tabs.forEach((tab, index) => {
      const isCurrent = names[index] === name;
      tab.ariaSelected = String(isCurrent);
      tab.tabIndex = isCurrent ? 0 : -1;
      byId(`view-${names[index]}`).hidden = !isCurrent;
    });
  };

  const pick = (name) => {
    show(name);
    choose({ view: name === "resources" ? "" : name });
    onChange();
  };

  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => pick(names[index]));
    tab.addEventListener("keydown", ({ key }) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (by) {
        const next = (index + by + names.length) % names.length;
        pick(names[next]);
        tabs[next].focus();
      }
    });
  });

  show(current);
  return () => current;
}
