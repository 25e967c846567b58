// Sends a large file by tus 1.0.0, in pieces: it can pause, and goes on by itself where a cut connection left it.

import { inStore } from "./database.js";
import { Problem } from "./problem.js";
import { transfer } from "./transfer.js";
import { pauseOrOnline } from "./waiting.js";

const pieceBytes = 1024 * 1024;
const longestWait = 10_000;
const protocol = { "Tus-Resumable": "1.0.0" };

/** Uploads that were begun in this browser and are not done: [{ location, file, options }]. */
export const unfinishedUploads = async () => await inStore("uploads", "readonly", (store) => store.getAll()) ?? [];

export async function forgetUpload(location) {
  await inStore("uploads", "readwrite", (store) => store.delete(location));
}

/** Removes an upload from the server; where that fails, it expires there by itself. */
export async function discardUpload(location) {
  await forgetUpload(location);
  await call("DELETE", location).catch(() => {});
}

/** One upload, from its beginning or from where another page left it. */
export class Upload {
  #file;
  #options;
  #signal;
  #onProgress;
  #onState;
  #paused;
  #piece;

  /**
   * `options` are kept with the file, for whoever goes on with it. `onProgress` gets the share that is there; `onState` gets
   * "sending", "paused" or "waiting" (for the connection).
   */
  constructor(file, { location, options, signal, onProgress = () => {}, onState = () => {} }) {
    this.location = location;
    this.#file = file;
    this.#options = options;
    this.#signal = signal;
    this.#onProgress = onProgress;
    this.#onState = onState;
  }

  get isPaused() {
    return this.#paused !== undefined;
  }

  pause() {
    this.#paused ??= Promise.withResolvers();
    this.#piece?.abort();
  }

  resume() {
    this.#paused?.resolve();
    this.#paused = undefined;
  }

  /** Sends what is missing. Gives the id by which the upload is named to the API. */
  async run() {
    let wait = 500;
    for (let offset; offset !== this.#file.size;) {
      this.#signal?.throwIfAborted();
      if (this.#paused) {
        this.#onState("paused");
        await Promise.race([this.#paused.promise, aborted(this.#signal)]);
        continue;
      }

      try {
        offset ??= await this.#offset();
        this.#onState("sending");
        this.#onProgress(offset / this.#file.size);
        offset = await this.#sendPiece(offset);
        wait = 500;
      } catch (error) {
        offset = undefined;
        if (this.#paused || this.#signal?.aborted) {
          continue;
        }

        if (error.status === 404 && this.location) {
          // It has expired; the file is still here.
          await forgetUpload(this.location);
          this.location = undefined;
        } else if (isRefused(error)) {
          throw error;
        } else {
          this.#onState("waiting");
          await Promise.race([pauseOrOnline(error.retryAfter ? error.retryAfter * 1000 : wait), aborted(this.#signal)]);
          wait = Math.min(wait * 2, longestWait);
        }
      }
    }

    this.#onProgress(1);
    await forgetUpload(this.location);
    return this.location.split("/").at(-1);
  }

  async #offset() {
    if (this.location) {
      const reply = await call("HEAD", this.location, { signal: this.#signal });
      return Number(reply.getResponseHeader("Upload-Offset"));
    }

    const reply = await call("POST", "/api/uploads", { headers: { "Upload-Length": this.#file.size }, signal: this.#signal });
    this.location = new URL(reply.getResponseHeader("Location"), location.href).pathname;
    await inStore("uploads", "readwrite", (store) =>
      store.put({ location: this.location, file: this.#file, options: this.#options }));
    return 0;
  }

  async #sendPiece(offset) {
    this.#piece = new AbortController();
    const reply = await call("PATCH", this.location, {
      headers: { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" },
      body: this.#file.slice(offset, offset + pieceBytes),
      signal: AbortSignal.any([this.#piece.signal, this.#signal].filter(Boolean)),
      onProgress: (bytes) => this.#onProgress((offset + bytes) / this.#file.size),
    });
    return Number(reply.getResponseHeader("Upload-Offset"));
  }
}

// What the server says of the file will not change by saying it again; what it says of the moment will.
const isRefused = (error) => error instanceof Problem && error.code !== undefined && !error.retryable;

const call = (method, path, { headers, ...options } = {}) =>
  transfer(method, path, { ...options, headers: { ...protocol, ...headers } });

const aborted = (signal) => new Promise((_, reject) =>
  signal?.addEventListener("abort", () => reject(signal.reason), { once: true }));
