// The public API of this origin; the pages use nothing else.

import { askForKey, keyHeaders } from "./api-key.js";
import { noConnection, parseJson, problemOf } from "./problem.js";
import { t } from "./text.js";

/** Sends a request with the caller's key, if there is one. Gives the reply, or throws a Problem. */
export async function send(path, { method = "GET", headers = {}, body, signal } = {}) {
  const reply = await fetch(path, { method, body, signal, headers: { Accept: "application/json", ...keyHeaders(), ...headers } })
    .catch((error) => {
      throw error.name === "AbortError" ? error : noConnection();
    });
  if (!reply.ok) {
    throw problemOf(reply.status, await reply.text(), reply.headers.get("Retry-After"));
  }

  return reply;
}

/** Sends a request and reads its reply as JSON. */
export async function sendForJson(path, options) {
  const reply = await send(path, options);
  const text = await reply.text();
  return parseJson(text) ?? Promise.reject(problemOf(reply.status, text, null));
}

/** Sends what only an administrator may; asks for the key where there is none or it does not serve. Undefined if none is given. */
export async function sendAsAdmin(path, options) {
  for (let reason; ;) {
    if ((reason || !keyHeaders()["X-Api-Key"]) && !await askForKey(reason ?? t("adminKeyReason"))) {
      return undefined;
    }

    try {
      return await send(path, options);
    } catch (error) {
      if (error.code !== "key_required" && error.code !== "forbidden") {
        throw error;
      }

      reason = t("keyRefused");
    }
  }
}

export const listModels = async () => (await sendForJson("/api/models")).models;
