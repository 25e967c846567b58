// The lines that can be seen, of as many as there are. It stands at the newest one until somebody scrolls away.

import { element } from "../shared/elements.js";
import { Heights } from "./heights.js";

const spareLines = 10;
const nearEnd = 8;

export class LineList {
  #host;
  #room = element("div", undefined, "room");
  #rows = new Map();
  #heights = new Heights();
  #lines = [];
  #make;
  #onFollow;
  #isFollowing = true;
  #measure = { line: 20, columns: Infinity };

  /** `make` draws a line; `onFollow` is told whether the list stands at its end. */
  constructor(host, make, onFollow) {
    this.#host = host;
    this.#make = make;
    this.#onFollow = onFollow;
    host.append(this.#room);
    host.addEventListener("scroll", () => this.#scrolled());
    new ResizeObserver(() => this.restyle()).observe(host);
  }

  /** Shows these lines, which may be the ones before with others behind them (`isLonger`). */
  show(lines, isLonger) {
    if (!isLonger) {
      this.#forget();
    }

    this.#lines = lines;
    this.#draw();
  }

  /** Draws everything anew, after something has changed that all lines share. */
  restyle() {
    const probe = element("span", "0".repeat(100), "line probe");
    this.#room.append(probe);
    const { width, height } = probe.getBoundingClientRect();
    probe.remove();
    const isWrapped = this.#host.classList.contains("wrap");
    this.#measure = { line: height, columns: isWrapped ? Math.max(10, Math.floor((this.#host.clientWidth - 32) / (width / 100))) : Infinity };
    this.#forget();
    this.#draw();
  }

  toEnd() {
    this.#isFollowing = true;
    this.#draw();
    this.#onFollow(true);
  }

  #forget() {
    this.#heights.truncate(0);
    this.#rows.forEach((row) => row.remove());
    this.#rows.clear();
  }

  #scrolled() {
    const isAtEnd = this.#host.scrollTop + this.#host.clientHeight >= this.#heights.total - nearEnd;
    if (isAtEnd !== this.#isFollowing) {
      this.#isFollowing = isAtEnd;
      this.#onFollow(isAtEnd);
    }

    this.#draw();
  }

  #draw() {
    const { line, columns } = this.#measure;
    while (this.#heights.length < this.#lines.length) {
      const { text, prefix } = this.#lines[this.#heights.length];
      this.#heights.push(line * Math.max(1, Math.ceil((text.length + prefix()) / columns)));
    }

    this.#room.style.height = `${this.#heights.total}px`;
    if (this.#isFollowing) {
      this.#host.scrollTop = this.#heights.total;
    }

    const first = Math.max(0, this.#heights.indexAt(this.#host.scrollTop) - spareLines);
    const last = Math.min(this.#lines.length, this.#heights.indexAt(this.#host.scrollTop + this.#host.clientHeight) + spareLines);
    const shown = new Map();
    for (let index = first; index < last; index++) {
      const row = this.#rows.get(index) ?? this.#room.appendChild(this.#make(this.#lines[index]));
      shown.set(index, row);
    }

    this.#rows.forEach((row, index) => shown.has(index) || row.remove());
    this.#rows = shown;
    this.#correct();
  }

  /** What was reckoned from the length of a line may be wrong by wide letters; what is drawn is measured. */
  #correct() {
    if (this.#measure.columns !== Infinity) {
      const measured = [...this.#rows].map(([index, row]) => [index, row.offsetHeight]);
      const top = this.#heights.indexAt(this.#host.scrollTop);
      const above = measured.reduce((sum, [index, height]) => {
        const difference = this.#heights.correct(index, height);
        return sum + (index < top ? difference : 0);
      }, 0);
      this.#room.style.height = `${this.#heights.total}px`;
      if (this.#isFollowing) {
        this.#host.scrollTop = this.#heights.total;
      } else if (above !== 0) {
        this.#host.scrollTop += above;
      }
    }

    this.#rows.forEach((row, index) => {
      row.style.top = `${this.#heights.topOf(index)}px`;
    });
  }
}
