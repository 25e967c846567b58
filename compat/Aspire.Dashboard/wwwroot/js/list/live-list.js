// A page with a list of telemetry: its filters, what is new each second, and what to say when there is nothing.

import { byId } from "../shared/elements.js";
import { watchTelemetry } from "../shared/telemetry.js";
import { tellEmpty } from "./empty.js";
import { NewestFirst } from "./newest-first.js";

export class LiveList {
  #list;
  #entries;
  #empty;
  #word;
  #isReading = false;
  #isStale = false;

  /** `read` as of NewestFirst; `empty` gives { title, text } of the list without entries; `word` puts the total into words. */
  constructor({ list, read, empty, word }) {
    this.#list = list;
    this.#entries = new NewestFirst(read);
    this.#empty = empty;
    this.#word = word;
    watchTelemetry((_, isChanged) => isChanged && this.refresh());
  }

  /** Reads anew, because the filters are others. */
  async restart() {
    this.#entries.reset();
    this.#list.toTop();
    await this.refresh();
  }

  async refresh() {
    // One question at a time; what comes meanwhile is asked once more afterwards.
    if (this.#isReading) {
      this.#isStale = true;
      return;
    }

    this.#isReading = true;
    try {
      do {
        this.#isStale = false;
        await this.#entries.refresh();
        this.#write();
      } while (this.#isStale);
    } catch (error) {
      this.#tell(error);
    } finally {
      this.#isReading = false;
    }

    // A restart that came while the reading was aborted is still owed.
    if (this.#isStale) {
      await this.refresh();
    }
  }

  async more() {
    try {
      if (await this.#entries.more()) {
        this.#write();
      }
    } catch (error) {
      this.#tell(error);
    }
  }

  #write() {
    this.#list.items = this.#entries.items;
    byId("total").textContent = this.#word(this.#entries.total);
    tellEmpty(this.#entries.total === 0 ? this.#empty() : undefined);
  }

  #tell(error) {
    if (error.name === "AbortError" || error.isLost) {
      return;
    }

    this.#entries.reset();
    this.#list.items = [];
    byId("total").textContent = "";
    tellEmpty({ title: "This cannot be shown", text: error.message });
  }
}
