// One picture of this visit: what is known of it, whoever looks at it.

import { analyze } from "../shared/analysis.js";
import { asProblem } from "../shared/problem.js";
import { keepThumbnail } from "../shared/thumbnails.js";

export class Picture {
  #controller;
  #started;
  #onChange;

  /** `onChange` gets this picture and what has changed: "state", "activity", "accepted", or the name of a feature. */
  constructor(file, onChange) {
    this.file = file;
    this.#onChange = onChange;
    this.reset();
  }

  /** Forgets what is known, to begin anew with other options. */
  reset() {
    this.#controller?.abort();
    this.state = "waiting";
    this.activity = { name: "waiting" };
    this.parts = new Map();
    this.arrivals = [];
    this.options = this.image = this.analysis = this.problem = this.upload = undefined;
  }

  cancel() {
    this.#controller?.abort();
    if (this.state === "waiting") {
      this.#become("cancelled");
    }
  }

  /** Has it analysed. `location` is that of an upload which was begun before. */
  async run(options, location) {
    const mine = this.#controller = new AbortController();
    const ifMine = (act) => (...values) => mine === this.#controller && !mine.signal.aborted && act(...values);
    this.options = options;
    this.#started = performance.now();
    this.#become("running");
    this.#act({ name: "sending" });
    try {
      const analysis = await analyze(this.file, options, {
        signal: mine.signal,
        upload: location,
        onUpload: ifMine((upload) => { this.upload = upload; }),
        onUploadProgress: ifMine((share) => this.#act({ ...this.activity, share })),
        onUploadState: ifMine((state) => this.#act({ ...this.activity, name: `upload-${state}` })),
        onSent: ifMine(() => {
          this.upload = undefined;
          this.#act({ name: "analysing" });
        }),
        onWait: ifMine((seconds) => this.#act({ name: "patience", seconds })),
        onEvent: ifMine((event) => this.#take(event)),
      });
      if (mine === this.#controller) {
        this.analysis = analysis;
        this.took = performance.now() - this.#started;
        this.#become("done");
        keepThumbnail(analysis.digest, this.file);
      }
    } catch (error) {
      if (mine === this.#controller) {
        this.upload = undefined;
        this.problem = error.name === "AbortError" ? undefined : asProblem(error);
        this.#become(error.name === "AbortError" ? "cancelled" : "failed");
      }
    }
  }

  #take({ type, data }) {
    if (type === "accepted") {
      this.image = data.image;
      this.#onChange(this, "accepted");
    } else if (type === "feature") {
      this.parts.set(data.feature, data);
      this.arrivals.push({ name: data.feature, milliseconds: performance.now() - this.#started });
      this.#onChange(this, data.feature);
    }
  }

  #act(activity) {
    this.activity = activity;
    this.#onChange(this, "activity");
  }

  #become(state) {
    this.state = state;
    this.#onChange(this, "state");
  }
}
