// The readings of the last five minutes, in the memory of this page alone.

import { isSameRun } from "./growth.js";

export const keptMilliseconds = 5 * 60 * 1000;

export class Readings {
  #all = [];

  /** From old to new. One without services stands for a time at which none could be had. */
  get all() {
    return this.#all;
  }

  get latest() {
    return this.#all.at(-1);
  }

  /** Takes what the server says, once: many watchers get the same reading, some of them twice. */
  add({ time, services }, at = Date.now()) {
    const taken = Date.parse(time);
    if (!this.#all.some((one) => one.taken === taken)) {
      this.#keep({ at, taken, services: Object.fromEntries(services.map((service) => [service.name, service])) });
    }
  }

  miss(at = Date.now()) {
    this.#keep({ at });
  }

  /** The figures of a service that are oldest within so many milliseconds before a reading, and of the same run of the same process. */
  before(reading, name, milliseconds) {
    const figures = reading.services?.[name]?.figures;
    const earlier = this.#all.find((one) => reading.taken - one.taken <= milliseconds && one.taken < reading.taken
      && isSameRun(figures, one.services[name]?.figures));
    return earlier && { figures: earlier.services[name].figures, seconds: (reading.taken - earlier.taken) / 1000 };
  }

  #keep(reading) {
    this.#all = [...this.#all.filter(({ at }) => at > reading.at - keptMilliseconds), reading];
  }
}
