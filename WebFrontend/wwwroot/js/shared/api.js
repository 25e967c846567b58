// The public API of this origin; the pages use nothing else.

import { apiKey, askForKey, forgetKey, keyHeaders } from "./api-key.js";
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

/** Sends what only an administrator may. Undefined if no key is given for it. */
export const sendAsAdmin = (path, options) => asAdmin(() => send(path, options));

/** Attempts what needs an administrator's key; asks for one where there is none or it does not serve. Undefined if none is given. */
export async function asAdmin(attempt) {
  for (let reason; ;) {
    if ((reason || !apiKey()) && !await askForKey(reason ?? t("adminKeyReason"))) {
      return undefined;
    }

    try {
      return await attempt();
    } catch (error) {
      if (error.code !== "key_required" && error.code !== "forbidden") {
        throw error;
      }

      // A key that nobody knows is refused everywhere, also where none is needed.
      if (error.code === "key_required") {
        forgetKey();
      }

      reason = t("keyRefused");
    }
  }
}

export const listModels = async () => (await sendForJson("/api/models")).models;
