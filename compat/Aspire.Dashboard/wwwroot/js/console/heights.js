// Where each line of a list begins, when lines that wrap are of different heights.

export class Heights {
  #heights = [];
  #ends = [];
  #known = 0;

  /** The lines from one on are others than before. */
  truncate(length) {
    this.#heights.length = length;
    this.#known = Math.min(this.#known, length);
  }

  push(height) {
    this.#heights.push(height);
  }

  /** Gives by how much it differs from what was thought before. */
  correct(index, height) {
    const difference = height - this.#heights[index];
    if (difference !== 0) {
      this.#heights[index] = height;
      this.#known = Math.min(this.#known, index);
    }

    return difference;
  }

  get length() {
    return this.#heights.length;
  }

  get total() {
    return this.topOf(this.#heights.length);
  }

  topOf(index) {
    for (; this.#known < index; this.#known++) {
      this.#ends[this.#known] = (this.#known > 0 ? this.#ends[this.#known - 1] : 0) + this.#heights[this.#known];
    }

    return index > 0 ? this.#ends[index - 1] : 0;
  }

  /** The line at a height from the top. */
  indexAt(top) {
    let [low, high] = [0, this.#heights.length];
    this.topOf(high);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle] > top) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }

    return low;
  }
}
