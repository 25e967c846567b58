// Results as lines: each a name and a value, with a bar for its share, and linked to its outline where it has one.

import { element } from "../shared/elements.js";
import { asPercent } from "../shared/format.js";

/** A list of bars: [{ name, confidence }]. */
export function barsOf(items, className = "bars") {
  const list = element("ol", undefined, className);
  list.append(...items.map(({ name, confidence }) => {
    const row = element("li");
    fill(row, name, confidence);
    return row;
  }));
  return list;
}

/** The same, as buttons that show their outlines. */
export function linkedBarsOf(kind, items) {
  const list = element("ol", undefined, "bars");
  list.append(...items.map(({ name, confidence }, index) => {
    const row = element("li");
    const link = element("button", undefined, "line");
    link.type = "button";
    link.dataset.mark = `${kind}-${index}`;
    fill(link, name, confidence);
    row.append(link);
    return row;
  }));
  return list;
}

function fill(row, name, confidence) {
  row.style.setProperty("--share", `${confidence * 100}%`);
  row.append(element("span", name), element("span", asPercent(confidence), "value"));
}
