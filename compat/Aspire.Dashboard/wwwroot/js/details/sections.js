// The sections of the pane. Which of them a person has closed holds for the next entry too.

import { copy } from "../shared/clipboard.js";
import { around, breakable, element, iconButton } from "../shared/elements.js";

const closed = new Set();

/** A section with anything in it. `count` stands beside its title. */
export function section(title, content, count) {
  const body = around("div", "body", ...content);
  const head = element("summary", title);
  if (count !== undefined) {
    head.append(element("span", String(count), "count"));
  }

  const made = around("details", "section", head, body);
  made.open = !closed.has(title);
  made.addEventListener("toggle", () => (made.open ? closed.delete(title) : closed.add(title)));
  return made;
}

/** A table of names with values; a value is text or an element. `onFilter` gives each a button that filters by it. */
export function properties(title, entries, { onFilter, count } = {}) {
  const table = element("table");
  for (const [name, value] of entries.filter(([, each]) => each !== undefined && each !== null && each !== "")) {
    const row = table.insertRow();
    const head = around("th", undefined, ...breakable(name));
    head.scope = "row";
    row.append(head);
    const cell = row.insertCell();
    cell.append(value);
    const text = cell.textContent;
    const tools = row.insertCell();
    tools.className = "tools";
    if (onFilter) {
      tools.append(iconButton(`Filter by ${name}`, "filter", () => onFilter(name, text)));
    }

    tools.append(iconButton(`Copy ${name}`, "copy", () => copy(text)));
  }

  return section(title, table.rows.length > 0 ? [table] : [element("p", "None.", "note")], count);
}

/** Attributes as the server gives them. */
export const attributes = (title, list, options) => properties(title, list.map(({ name, value }) => [name, String(value)]), { count: list.length, ...options });

export function listSection(title, items, none = "None.") {
  const list = around("ul", undefined, ...items.map((item) => around("li", undefined, ...[item].flat())));
  return section(title, [items.length > 0 ? list : element("p", none, "note")], items.length);
}
