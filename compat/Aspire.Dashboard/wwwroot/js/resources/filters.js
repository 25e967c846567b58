// Which resources are shown: by text, type, state and health. All stands in the address.

import { choose, chosenAll } from "../shared/address.js";
import { bindField, bindHabit } from "../shared/choices.js";
import { byId } from "../shared/elements.js";
import { fillChecks } from "../shared/popovers.js";

const kinds = [
  { name: "types", title: "Types", of: ({ type }) => type },
  { name: "states", title: "States", of: ({ state }) => state },
  { name: "healths", title: "Health", of: ({ health }) => health ?? "Not checked" },
];

export class ResourceFilters {
  #onChange;
  #search;
  #showsHidden;

  constructor(onChange) {
    this.#onChange = onChange;
    this.#search = bindField("search", onChange);
    this.#showsHidden = bindHabit("show-hidden", "showsHidden", false, onChange);
  }

  /** Offers the values that there are. */
  offer(resources) {
    for (const { name, title, of } of kinds) {
      const picked = chosenAll(name);
      const values = [...new Set([...resources.map(of), ...picked])].filter((value) => value).sort();
      byId(name).textContent = picked.length > 0 ? `${title}: ${picked.length}` : title;
      byId(name).ariaPressed = picked.length > 0 ? "true" : null;
      fillChecks(byId(`${name}-list`), values.map((value) => ({ value })), (value) => picked.includes(value), (now) => {
        choose({ [name]: now });
        this.#onChange();
      });
    }
  }

  isShown = (resource) => {
    const words = this.#search().toLowerCase();
    const text = [resource.name, resource.type, resource.state, resource.source, ...resource.urls.map(({ url }) => url)].join("\n").toLowerCase();
    return (this.#showsHidden() || !resource.isHidden)
      && text.includes(words)
      && kinds.every(({ name, of }) => chosenAll(name).length === 0 || chosenAll(name).includes(of(resource)));
  };
}
