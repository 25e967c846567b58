// One picture of the gallery: what is known of it, and the work on it.

import { analyze } from "../shared/analysis.js";
import { asProblem, isNoConnection } from "../shared/problem.js";
import { discardUpload } from "../shared/upload.js";

// Such a problem would meet every other picture too.
const isCommon = (error) =>
  isNoConnection(error) || ["inference_unavailable", "key_required", "forbidden", "model_not_found"].includes(error.code);

export class Entry {
  #controller;
  #upload;
  #onChange;
  #onHalt;

  /** `onChange` gets this entry; `onHalt` gets a problem that is not this picture's own, which then waits again. */
  constructor({ file, path = "" }, { onChange, onHalt }) {
    this.file = file;
    this.folder = path;
    this.state = "waiting";
    this.#onChange = onChange;
    this.#onHalt = onHalt;
  }

  /** Has it analysed. What was uploaded before a stop is not sent again. */
  async run(options) {
    const mine = this.#controller = new AbortController();
    const ifMine = (act) => (value) => !mine.signal.aborted && act(value);
    this.options = options;
    this.#become("running");
    try {
      const analysis = await analyze(this.file, options, {
        signal: mine.signal,
        upload: this.#upload?.location,
        onUpload: ifMine((upload) => { this.#upload = upload; }),
        onUploadState: ifMine((state) => this.#beHeldUp(state === "waiting" ? "connection" : undefined)),
        onWait: ifMine((seconds) => this.#beHeldUp(seconds)),
        onEvent: ifMine(() => this.#beHeldUp(undefined)),
      });
      if (!mine.signal.aborted) {
        this.#upload = undefined;
        this.#become("done", { analysis });
      }
    } catch (error) {
      if (!mine.signal.aborted) {
        this.#fail(error);
      }
    }
  }

  /** Puts it back in the row. */
  reset() {
    this.#controller?.abort();
    this.#become("waiting");
  }

  /** Leaves nothing of it behind. */
  discard() {
    this.#controller?.abort();
    this.state = "discarded";
    this.#forgetUpload();
  }

  #fail(error) {
    if (isCommon(error)) {
      this.#become("waiting");
      this.#onHalt(error);
    } else {
      this.#forgetUpload();
      this.#become("failed", { problem: asProblem(error) });
    }
  }

  #forgetUpload() {
    if (this.#upload?.location) {
      discardUpload(this.#upload.location);
    }

    this.#upload = undefined;
  }

  // By the server, for so many seconds more, or by the "connection".
  #beHeldUp(cause) {
    if (this.heldUp !== cause) {
      this.heldUp = cause;
      this.#onChange(this);
    }
  }

  #become(state, { analysis, problem } = {}) {
    Object.assign(this, { state, analysis, problem, heldUp: undefined });
    this.#onChange(this);
  }
}
