// The filters by field: a dialog to add one, and a chip for each that takes it away again. They stand in the address.

import { choose, chosenAll } from "../shared/address.js";
import { attempt, read } from "../shared/api.js";
import { around, byId, element, iconButton, option } from "../shared/elements.js";
import { conditions, words, write } from "./conditions.js";

export class Filters {
  #onChange;
  #kind;

  /** `kind` is logs or traces. */
  constructor(kind, onChange) {
    this.#kind = kind;
    this.#onChange = onChange;
    byId("filter-condition").append(...Object.entries(conditions).map(([value, text]) => option(value, text)));
    byId("add-filter").addEventListener("click", () => this.#ask());
    byId("filter-dialog").addEventListener("close", () => this.#close());
    this.#draw();
  }

  /** As the server takes them. */
  get all() {
    return chosenAll("filter");
  }

  add(field, condition, value) {
    const filter = write(field, condition, value);
    if (!this.all.includes(filter)) {
      this.#set([...this.all, filter]);
    }
  }

  #set(filters) {
    choose({ filter: filters });
    this.#draw();
    this.#onChange();
  }

  #draw() {
    byId("filters").replaceChildren(...this.all.map((filter) => {
      const drop = iconButton(`Remove the filter ${words(filter)}`, "close", () => {
        this.#set(this.all.filter((one) => one !== filter));
        byId("add-filter").focus();
      });
      return around("li", "chip", element("span", words(filter), "cut"), drop);
    }));
    byId("filters").hidden = this.all.length === 0;
  }

  async #ask() {
    byId("filter-form").reset();
    byId("filter-dialog").showModal();
    const known = await attempt(() => read("fields", { kind: this.#kind }));
    byId("filter-fields").replaceChildren(...(known?.fields ?? []).map((name) => option(name)));
  }

  #close() {
    const dialog = byId("filter-dialog");
    if (dialog.returnValue === "add" && byId("filter-field").value.trim()) {
      this.add(byId("filter-field").value.trim(), byId("filter-condition").value, byId("filter-value").value);
    }

    dialog.returnValue = "";
  }
}
