// Entries from the newest on, read in pages: what is new comes in front, and what is older when somebody scrolls to it.

const firstPage = 200;
const laterPages = 500;

/** So many pages are read to close the gap to what is already here; after more than that the list begins anew. */
const pagesAtOnce = 4;

export class NewestFirst {
  #read;
  #items = [];
  #total = 0;
  #asked = new AbortController();
  #isReadingMore = false;

  /** `read` asks for a page: ({ before, limit }, signal) => { total, items }; each item has an id. */
  constructor(read) {
    this.#read = read;
  }

  get items() {
    return this.#items;
  }

  get total() {
    return this.#total;
  }

  /** Forgets everything, because something else is asked for from now on. */
  reset() {
    this.#asked.abort();
    this.#asked = new AbortController();
    this.#items = [];
    this.#total = 0;
  }

  /** Reads what is new, and what has changed among the newest. */
  async refresh() {
    const { signal } = this.#asked;
    const page = await this.#read({ limit: firstPage }, signal);
    let newest = page.items;
    let known = this.#indexOf(newest.at(-1));
    for (let pages = 0; known < 0 && this.#items.length > 0 && newest.length > 0 && newest.length < page.total && pages < pagesAtOnce; pages++) {
      const next = await this.#read({ before: newest.at(-1).id, limit: laterPages }, signal);
      newest = newest.concat(next.items);
      known = this.#indexOf(newest.at(-1));
    }

    if (!signal.aborted) {
      this.#total = page.total;
      this.#items = (known < 0 ? newest : newest.concat(this.#items.slice(known + 1))).slice(0, page.total);
    }
  }

  /** Reads older ones, if there are any. Tells whether some came. */
  async more() {
    if (this.#isReadingMore || this.#items.length === 0 || this.#items.length >= this.#total) {
      return false;
    }

    this.#isReadingMore = true;
    const { signal } = this.#asked;
    try {
      const before = this.#items.at(-1).id;
      const page = await this.#read({ before, limit: laterPages }, signal);

      // Meanwhile a refresh may have put others in; these follow only on the one they were asked for.
      if (signal.aborted || this.#items.at(-1)?.id !== before || page.items.length === 0) {
        return false;
      }

      this.#items = this.#items.concat(page.items);
      return true;
    } finally {
      this.#isReadingMore = false;
    }
  }

  #indexOf(item) {
    return item ? this.#items.findIndex(({ id }) => id === item.id) : -1;
  }
}
