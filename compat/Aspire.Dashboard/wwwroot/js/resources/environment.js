// The environment of a resource. Secrets stay on the server until somebody asks for one of them.

import { attempt, read } from "../shared/api.js";
import { copy } from "../shared/clipboard.js";
import { around, breakable, element, iconButton } from "../shared/elements.js";

const mask = "••••••••";

const path = (name) => `resources/${encodeURIComponent(name)}/environment`;

const reveal = async (resource, name) =>
  (await attempt(() => read(path(resource), { reveal: name })))?.variables.find((variable) => variable.name === name)?.value;

/** A table that fills itself as soon as the server has told. */
export function environment(resource) {
  const table = element("table");
  attempt(() => read(path(resource))).then((found) => {
    for (const variable of found?.variables ?? []) {
      addRow(table, resource, variable);
    }
  });
  return table;
}

function addRow(table, resource, { name, value, isSecret }) {
  const row = table.insertRow();
  const head = around("th", undefined, ...breakable(name));
  head.scope = "row";
  const cell = element("td");
  const tools = element("td", undefined, "tools");
  row.append(head, cell, tools);
  fillValue(cell, tools, resource, { name, value, isSecret });
  tools.append(iconButton(`Copy ${name}`, "copy", async () => {
    const text = isSecret ? await reveal(resource, name) : value;
    if (text !== undefined) {
      await copy(text ?? "");
    }
  }));
}

/** The value, or its mask with a button that lifts it. */
export function fillValue(cell, tools, resource, { name, value, isSecret }) {
  if (!isSecret) {
    cell.textContent = value ?? "";
    return;
  }

  const hide = () => cell.replaceChildren(element("span", mask, "masked"), element("span", "hidden", "outside"));
  let isShown = false;
  const toggle = iconButton(`Show ${name}`, "show", async () => {
    const text = isShown ? undefined : await reveal(resource, name);
    isShown = text !== undefined && text !== null;
    if (isShown) {
      cell.textContent = text;
    } else {
      hide();
    }

    toggle.ariaLabel = `${isShown ? "Hide" : "Show"} ${name}`;
    toggle.title = toggle.ariaLabel;
    toggle.querySelector("use").setAttribute("href", `/icons/icons.svg#${isShown ? "hide" : "show"}`);
  });
  hide();
  tools.append(toggle);
}
