// Follows a job to its end, however often the connection is cut on the way.

import { send } from "../shared/api.js";
import { Problem } from "../shared/problem.js";
import { isFinished } from "../shared/sent-jobs.js";
import { serverEvents } from "../shared/server-events.js";
import { pauseOrOnline } from "../shared/waiting.js";

const firstWait = 500;
const longestWait = 10_000;

/** `onChange` gets the job as it changes; `onCut` is told that the connection is gone and is looked for. Gives the finished job. */
export async function followJob(id, { onChange, onCut, signal }) {
  let last;
  for (let wait = firstWait; ;) {
    try {
      const reply = await send(`/api/jobs/${id}/events`, { headers: { Accept: "text/event-stream" }, signal });
      for await (const { type, data } of serverEvents(reply)) {
        if (type === "failed") {
          throw new Problem(data);
        }

        wait = firstWait;

        // Every connection tells the whole story again.
        if (!last || isNotBefore(data, last)) {
          last = data;
          onChange(data);
        }
      }

      if (last && isFinished(last)) {
        return last;
      }
    } catch (error) {
      if (error.name === "AbortError" || (error.code && !error.retryable)) {
        throw error;
      }
    }

    onCut();
    await pauseOrOnline(wait);
    signal?.throwIfAborted();
    wait = Math.min(wait * 2, longestWait);
  }
}

const isNotBefore = (job, last) =>
  job.attempts > last.attempts || (job.attempts === last.attempts && job.progress >= last.progress) || isFinished(job);
