// One job that was sent: what this browser knows of it, and what the server says.

import { sendForJson } from "../shared/api.js";
import { isFinished } from "../shared/sent-jobs.js";

export class SentJob {
  status = "unknown";
  readAt = 0;

  /** As sent-jobs.js remembers it. */
  constructor({ id, kind, name, sentAt }) {
    Object.assign(this, { id, kind, name, sentAt });
  }

  get isFinished() {
    return this.status === "expired" || isFinished(this);
  }

  /** Asks how it stands. A job that the server has forgotten is expired. */
  async read() {
    this.readAt = Date.now();
    await this.#ask("GET");
  }

  /** Takes it back. One that has come to its end meanwhile is read instead. */
  async cancel() {
    await this.#ask("DELETE").catch((error) => (error.code === "job_finished" ? this.read() : Promise.reject(error)));
  }

  async #ask(method) {
    try {
      this.#take(await sendForJson(`/api/jobs/${encodeURIComponent(this.id)}`, { method }));
    } catch (error) {
      if (error.code !== "job_not_found") {
        throw error;
      }

      this.status = "expired";
    }
  }

  #take({ status, progress, attempts, startedAt, finishedAt, result, problem }) {
    Object.assign(this, { status, progress, attempts, startedAt, finishedAt, result, problem });
  }
}
