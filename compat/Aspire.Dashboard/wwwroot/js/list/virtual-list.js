// A list of any length. Only the rows in sight are in the page, so ten thousand cost no more than thirty.

import { frame, rowOf } from "./frame.js";
import { moveBy } from "./keys.js";

const spareRows = 8;

/** The page asks for older entries when so few rows are left below. */
const rowsBeforeEnd = 60;

export class VirtualList {
  #host;
  #options;
  #scroll;
  #room;
  #items = [];
  #rows = new Map();
  #active = 0;
  #selected;

  /**
   * `columns` are [{ name, className }], `cells` makes the cells of an item, `keyOf` tells items apart. `onOpen` is called for the row that
   * a person picks, `onKey` for a key that the list does not know, `onNearEnd` when the last rows come into sight. `dress` may add to a row.
   */
  constructor(host, options) {
    this.#host = host;
    this.#options = options;
    ({ scroll: this.#scroll, room: this.#room } = frame(host, options));
    this.#scroll.addEventListener("scroll", () => this.#draw());
    this.#room.addEventListener("click", (event) => this.#click(event));
    this.#room.addEventListener("focusin", ({ target }) => {
      this.#active = this.#items.indexOf(target.closest(".row").item);
    });
    this.#room.addEventListener("keydown", (event) => this.#press(event));
    new ResizeObserver(() => this.#resize()).observe(this.#scroll);
  }

  /** Shows other items. What is in sight stays where it is, unless the list stands at its top. */
  set items(items) {
    const { keyOf } = this.#options;
    const top = this.#scroll.scrollTop;
    const height = this.#rowHeight;
    const first = this.#items[Math.floor(top / height)];
    const active = this.#items[this.#active];
    this.#items = items;
    this.#host.ariaRowCount = items.length + 1;
    this.#room.style.height = `${items.length * height}px`;
    this.#active = Math.max(0, active ? this.#indexOf(keyOf(active)) : 0);
    if (top > 0 && first) {
      const index = this.#indexOf(keyOf(first));
      if (index >= 0) {
        this.#scroll.scrollTop = index * height + top % height;
      }
    }

    this.#draw();
  }

  /** Marks the row of a key as the chosen one. */
  select(key) {
    this.#selected = key;
    const index = this.#indexOf(key);
    if (index >= 0) {
      this.#active = index;
    }

    this.#draw();
  }

  toTop() {
    this.#scroll.scrollTop = 0;
  }

  focusActive() {
    this.#show(this.#active);
  }

  /** Scrolls so that the row of a key can be seen. */
  reveal(key) {
    this.#scroll.scrollTop = Math.max(0, this.#indexOf(key) * this.#rowHeight - this.#scroll.clientHeight / 3);
  }

  /** Makes the rows anew, after what they are drawn from has changed. */
  redraw() {
    const hasFocus = this.#room.contains(document.activeElement);
    this.#rows.forEach((row) => row.remove());
    this.#rows.clear();
    this.#draw();
    if (hasFocus) {
      this.#rowOf(this.#active)?.focus({ preventScroll: true });
    }
  }

  get #rowHeight() {
    return Number.parseFloat(getComputedStyle(this.#host).getPropertyValue("--row")) || 34;
  }

  #resize() {
    this.#host.style.setProperty("--scrollbar", `${this.#scroll.offsetWidth - this.#scroll.clientWidth}px`);
    this.#room.style.height = `${this.#items.length * this.#rowHeight}px`;
    this.#draw();
  }

  #draw() {
    const height = this.#rowHeight;
    const first = Math.max(0, Math.floor(this.#scroll.scrollTop / height) - spareRows);
    const last = Math.min(this.#items.length, Math.ceil((this.#scroll.scrollTop + this.#scroll.clientHeight) / height) + spareRows);
    const shown = new Map();
    for (let index = first; index < last; index++) {
      this.#place(index, height, shown);
    }

    // The row that the keyboard stands on stays, or the focus would be lost by scrolling.
    if (this.#active < this.#items.length && !shown.has(this.#options.keyOf(this.#items[this.#active]))) {
      this.#place(this.#active, height, shown);
    }

    for (const [key, row] of this.#rows) {
      if (!shown.has(key)) {
        row.remove();
      }
    }

    this.#rows = shown;
    if (last > this.#items.length - rowsBeforeEnd) {
      this.#options.onNearEnd?.();
    }
  }

  #place(index, height, shown) {
    const { keyOf, cells, dress } = this.#options;
    const item = this.#items[index];
    const key = keyOf(item);
    let row = this.#rows.get(key);
    if (!row || row.item !== item) {
      const hadFocus = row === document.activeElement;
      const made = rowOf(item, cells(item));
      row ? row.replaceWith(made) : this.#room.append(made);
      row = made;
      if (hadFocus) {
        row.tabIndex = -1;
        row.focus({ preventScroll: true });
      }
    }

    row.style.top = `${index * height}px`;
    row.ariaRowIndex = index + 2;
    row.ariaSelected = String(key === this.#selected);
    row.tabIndex = index === this.#active ? 0 : -1;
    dress?.(row, item);
    shown.set(key, row);
  }

  #indexOf(key) {
    return this.#items.findIndex((item) => this.#options.keyOf(item) === key);
  }

  #rowOf(index) {
    return this.#rows.get(this.#items[index] && this.#options.keyOf(this.#items[index]));
  }

  #click({ target }) {
    const row = target.closest(".row");
    if (row && !target.closest("a, button")) {
      this.#active = this.#items.indexOf(row.item);
      this.#options.onOpen?.(row.item);
    }
  }

  #press(event) {
    const row = event.target.closest(".row");
    if (event.target !== row) {
      return;
    }

    const page = Math.max(1, Math.floor(this.#scroll.clientHeight / this.#rowHeight) - 1);
    const next = moveBy(event.key, this.#active, this.#items.length, page);
    if (next !== undefined) {
      event.preventDefault();
      this.#show(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#options.onOpen?.(row.item);
    } else {
      this.#options.onKey?.(event, row.item);
    }
  }

  #show(index) {
    const height = this.#rowHeight;
    const { scrollTop, clientHeight } = this.#scroll;
    this.#active = index;
    this.#scroll.scrollTop = Math.min(index * height, Math.max(scrollTop, (index + 1) * height - clientHeight));
    this.#draw();
    this.#rowOf(index)?.focus({ preventScroll: true });
  }
}
