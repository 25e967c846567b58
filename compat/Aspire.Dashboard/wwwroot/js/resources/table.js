// The table of the resources. A row is written anew only when its resource has changed, so that focus and selection stay.

import { around, element } from "../shared/elements.js";
import { cellsOf } from "./row.js";

export class ResourceTable {
  #body;
  #rows = new Map();
  #onOpen;

  constructor(host, label, heads, onOpen, cells = cellsOf) {
    this.#onOpen = onOpen;
    this.cells = cells;
    const headRow = around("tr", undefined, ...heads.map((name) => {
      const head = element("th", name);
      head.scope = "col";
      return head;
    }));
    this.#body = element("tbody");
    const table = around("table", "resources", element("caption", label, "outside"), around("thead", undefined, headRow), this.#body);
    host.replaceChildren(table);
    this.#body.addEventListener("click", ({ target }) => {
      const row = target.closest("tr");
      if (row && !target.closest("a, button, [popover]") && getSelection().isCollapsed) {
        onOpen(row.dataset.name);
      }
    });
  }

  /** `rows` are [{ resource, depth }] in their order. */
  draw(rows, selected) {
    const shown = rows.map(({ resource, depth }) => this.#row(resource, depth, selected));
    shown.forEach((row, index) => {
      if (this.#body.children[index] !== row) {
        this.#body.insertBefore(row, this.#body.children[index] ?? null);
      }
    });
    while (this.#body.children.length > shown.length) {
      this.#body.lastChild.remove();
    }

    this.#rows = new Map(shown.map((row) => [row.dataset.name, row]));
  }

  focus(name) {
    this.#rows.get(name)?.querySelector("button")?.focus();
  }

  #row(resource, depth, selected) {
    const row = this.#rows.get(resource.name) ?? element("tr");
    
    // Health checks run every few seconds; what is not shown here must not close a menu that is open.
    const written = JSON.stringify([{ ...resource, healthReports: undefined, relationships: undefined }, depth]);
    if (row.written !== written) {
      row.written = written;
      row.dataset.name = resource.name;
      const focused = row.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
      row.replaceChildren(...this.cells(resource, depth, this.#onOpen).map(([name, content], index) => {
        const cell = around(index === 0 ? "th" : "td", undefined, content);
        cell.dataset.column = name;
        if (index === 0) {
          cell.scope = "row";
        }

        return cell;
      }));
      row.querySelector(`[data-key="${focused}"]`)?.focus();
    }

    row.classList.toggle("selected", resource.name === selected);
    return row;
  }
}
