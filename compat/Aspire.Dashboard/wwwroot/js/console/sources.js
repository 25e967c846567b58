// Whose lines are shown: all, several or one. One stands in the path of the page, several behind the question mark.

import { choose, chooseResource, chosenAll, resourceInPath } from "../shared/address.js";
import { byId } from "../shared/elements.js";
import { fillChecks } from "../shared/popovers.js";

const all = "";

export class Sources {
  #resources = [];
  #names = resourceInPath() ? [resourceInPath()] : chosenAll("resource");
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
    this.#write();
  }

  /** What was asked for, by the names of instances; empty means all. A name of the model stands for its replicas. */
  get names() {
    return this.#names.flatMap((name) => {
      const replicas = this.#resources.filter(({ replicaOf }) => replicaOf === name).map((one) => one.name);
      return replicas.length > 0 ? replicas : [name];
    });
  }

  /** The one resource that is shown, if it is only one. */
  get only() {
    return this.names.length === 1 ? this.#resources.find(({ name }) => name === this.names[0]) : undefined;
  }

  get isMixed() {
    return this.names.length !== 1;
  }

  /** The name that a resource has its colour by. */
  colorName = (name) => this.#resources.find((one) => one.name === name)?.replicaOf ?? name;

  offer(resources) {
    const before = this.names.join("\n");
    this.#resources = resources.filter(({ type }) => type !== "Parameter");
    this.#write();
    if (this.names.join("\n") !== before) {
      this.#onChange();
    }
  }

  #write() {
    const names = this.names;
    const offered = this.#resources.filter(({ name, isHidden }) => !isHidden || names.includes(name)).map(({ name }) => ({ value: name }));
    fillChecks(byId("sources-list"), [{ value: all, text: "All resources" }, ...offered.sort((one, other) => one.value.localeCompare(other.value, "en"))],
      (name) => (name === all ? names.length === 0 : names.includes(name)),
      (picked, changed) => this.#pick(changed === all ? [] : picked.filter((name) => name !== all)));
    byId("sources-text").textContent = names.length === 0 ? "All resources" : names.length === 1 ? names[0] : `${names.length} resources`;
  }

  #pick(names) {
    this.#names = names;
    chooseResource("/consolelogs", names.length === 1 ? names[0] : "");
    choose({ resource: names.length > 1 ? names : "" });
    this.#write();
    this.#onChange();
  }
}
