// Has pictures analysed: small ones in one request, large ones after an upload, and each as often as the server asks for patience.

import { send } from "./api.js";
import { largestPictureBytes } from "./picture-files.js";
import { Problem, problemOf } from "./problem.js";
import { serverEvents } from "./server-events.js";
import { t } from "./text.js";
import { discardUpload, Upload } from "./upload.js";
import { pause } from "./waiting.js";

const largestPlainBytes = 1024 * 1024;

/**
 * Analyses a file. `options` are those of the API. Told on the way, each if given: `onUpload` once, with the Upload of a large
 * file, `onUploadProgress` and `onUploadState` as Upload tells them; `onSent` once the server has all of it; `onWait` with the
 * seconds until the next try, when the server asks for patience; `onEvent` with each event of the analysis. Gives the analysis.
 */
export const analyze = (file, options, listeners = {}) =>
  post("/api/analyze", "text/event-stream", file, options, listeners, (reply) => lastOf(reply, listeners.onEvent));

/** Has a file analysed later. Gives the job as it was accepted. */
export const submit = (file, options, listeners = {}) =>
  post("/api/analyze-async", "application/json", file, options, listeners, (reply) => reply.json());

async function post(path, accepted, file, options, { signal, onSent, onWait, ...uploading }, read) {
  const source = await sourceOf(file, options, { signal, ...uploading });
  try {
    onSent?.();
    const reply = await patiently(() => send(`${path}?${new URLSearchParams(options)}`, {
      method: "POST",
      headers: { Accept: accepted, "Content-Type": source.type },
      body: source.body,
      signal,
    }), onWait, signal);
    return await read(reply);
  } finally {
    await source.discard?.();
  }
}

async function sourceOf(file, options, { signal, upload, onUpload, onUploadProgress, onUploadState }) {
  if (file.size > largestPictureBytes) {
    throw new Problem({
      type: "/problems/image_too_large",
      title: "Image too large",
      detail: t("tooLargeDetail"),
      code: "image_too_large",
    });
  }

  if (file.size <= largestPlainBytes) {
    return { type: "application/octet-stream", body: file };
  }

  const sending = new Upload(file, { location: upload, options, signal, onProgress: onUploadProgress, onState: onUploadState });
  onUpload?.(sending);
  const id = await sending.run();
  return { type: "application/json", body: JSON.stringify({ upload: id }), discard: () => discardUpload(sending.location) };
}

async function patiently(attempt, onWait, signal) {
  while (true) {
    try {
      return await attempt();
    } catch (error) {
      if (!onWait || !isCrowded(error)) {
        throw error;
      }

      await countDown(error.retryAfter, onWait, signal);
    }
  }
}

// A server that is away may be away for long; one that has too much to do will be free.
const isCrowded = ({ code, retryAfter }) => retryAfter > 0 && (code === "rate_limited" || code === "overloaded");

async function countDown(seconds, onWait, signal) {
  for (let left = seconds; left > 0; left--) {
    onWait(left);
    await pause(1000);
    signal?.throwIfAborted();
  }
}

async function lastOf(reply, onEvent) {
  let analysis;

  // Read to its end, because a reply that is left before is a cut connection to everybody who watches.
  for await (const event of serverEvents(reply)) {
    if (event.type === "completed") {
      analysis = event.data;
    } else if (event.type === "failed") {
      throw new Problem(event.data);
    } else {
      onEvent?.(event);
    }
  }

  return analysis ?? Promise.reject(problemOf(reply.status, "", null));
}
