// Sends the pictures of a training, and tells how far that is.

import { asAdmin, send } from "../shared/api.js";
import { parseJson, problemOf } from "../shared/problem.js";
import { transfer } from "../shared/transfer.js";

/**
 * Sends a draft with an administrator's key, which is asked for. `token` makes one job of a draft that is sent twice, should
 * the reply to the first have been lost. Gives the job, or undefined if no key is given.
 */
export const sendDraft = (draft, token, { signal, onProgress }) => asAdmin(async () => {
  // A wrong key is refused here, and not after minutes of sending.
  await send("/api/models", { signal });
  const reply = await transfer("POST", "/api/classifiers", {
    headers: { Accept: "application/json", "Idempotency-Key": token },
    body: draft.toForm(),
    signal,
    onProgress: (sent, all) => onProgress(sent / all),
  });
  return parseJson(reply.responseText) ?? Promise.reject(problemOf(reply.status, reply.responseText, null));
});

/** A text that nobody else has sent. */
export const newToken = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join("-");
