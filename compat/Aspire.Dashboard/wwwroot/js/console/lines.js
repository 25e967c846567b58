// The lines that the server has sent, of which those that match the search are shown.

/** The server holds ten thousand a resource; the page holds this many of all together. */
const mostLines = 50_000;

/** So many are dropped at a time, because dropping moves all others. */
const dropAtOnce = 5000;

export class Lines {
  #all = [];
  #shown = [];
  #waiting = [];
  #search = "";
  #isPaused = false;

  get shown() {
    return this.#shown;
  }

  get waiting() {
    return this.#waiting.length;
  }

  get isPaused() {
    return this.#isPaused;
  }

  reset() {
    this.#all = [];
    this.#shown = [];
    this.#waiting = [];
  }

  /** Takes what came. Tells whether what is shown has only become longer. */
  add(lines) {
    if (this.#isPaused) {
      this.#waiting = this.#waiting.concat(lines).slice(-mostLines);
      return true;
    }

    if (this.#all.length === 0) {
      // What was written before comes resource by resource; people read it by time.
      lines.sort((one, other) => (one.timestamp < other.timestamp ? -1 : one.timestamp > other.timestamp ? 1 : 0));
    }

    this.#all = this.#all.concat(lines);
    if (this.#all.length > mostLines + dropAtOnce) {
      this.#all = this.#all.slice(-mostLines);
      this.#filter();
      return false;
    }

    for (const line of lines.filter(this.#matches)) {
      this.#shown.push(line);
    }

    return true;
  }

  search(words) {
    this.#search = words;
    this.#filter();
  }

  pause() {
    this.#isPaused = true;
  }

  resume() {
    this.#isPaused = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    return this.add(waiting);
  }

  #filter() {
    this.#shown = this.#all.filter(this.#matches);
  }

  #matches = ({ text, resource }) => !this.#search || text.toLowerCase().includes(this.#search) || resource.toLowerCase().includes(this.#search);
}
