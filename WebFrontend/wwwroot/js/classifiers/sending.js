// Sends the pictures of a training, and tells how far that is. XMLHttpRequest, because fetch tells nothing of an upload's progress.

import { asAdmin, send } from "../shared/api.js";
import { keyHeaders } from "../shared/api-key.js";
import { noConnection, parseJson, problemOf } from "../shared/problem.js";

/**
 * Sends a draft with an administrator's key, which is asked for. `token` makes one job of a draft that is sent twice, should
 * the reply to the first have been lost. Gives the job, or undefined if no key is given.
 */
export const sendDraft = (draft, token, { signal, onProgress }) => asAdmin(async () => {
  // A wrong key is refused here, and not after minutes of sending.
  await send("/api/models", { signal });
  return await post("/api/classifiers", draft.toForm(), { headers: { "Idempotency-Key": token }, signal, onProgress });
});

function post(path, body, { headers, signal, onProgress }) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries({ Accept: "application/json", ...keyHeaders(), ...headers })) {
      request.setRequestHeader(name, value);
    }

    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => {
      const reply = request.status < 300 ? parseJson(request.responseText) : undefined;
      if (reply) {
        resolve(reply);
      } else {
        reject(problemOf(request.status, request.responseText, request.getResponseHeader("Retry-After")));
      }
    };
    request.onerror = () => reject(noConnection());
    request.onabort = () => reject(new DOMException("The request was stopped.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

/** A text that nobody else has sent. */
export const newToken = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join("-");
