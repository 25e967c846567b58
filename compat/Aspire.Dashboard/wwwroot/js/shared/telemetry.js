// What the server holds, asked for each second while somebody looks; pages ask for more only when this has changed.

import { read } from "./api.js";
import { tellFound, tellLost } from "./connection.js";

const interval = 1000;
const patience = 10_000;
const source = {};
const listeners = [];
let latest;
let timer;
let isAsking = false;

/** Calls `listener` with the state of the telemetry, and whether its version is another than before. */
export function watchTelemetry(listener) {
  listeners.push(listener);
  if (latest) {
    listener(latest, true);
  }
}

/** The colour of a resource, by its name. */
export const colorOf = (resource) => `color-${latest?.resources.find(({ name }) => name === resource)?.color ?? colorByName(resource)}`;

/** How much of a kind (logs, traces, spans) the server holds of all resources. */
export const heldOf = (kind) => latest?.counts?.[kind] ?? 0;

/** Asks at once, after something was done that changes it. */
export async function askNow() {
  if (isAsking) {
    return;
  }

  clearTimeout(timer);
  isAsking = true;
  try {
    const state = await read("telemetry", {}, AbortSignal.timeout(patience));
    tellFound(source);
    const isChanged = state.version !== latest?.version;
    latest = state;
    for (const listener of listeners) {
      listener(state, isChanged);
    }
  } catch (error) {
    if (error.isLost || error.name === "TimeoutError") {
      tellLost(source);
    } else {
      console.error(error);
    }
  } finally {
    isAsking = false;
    timer = document.hidden ? undefined : setTimeout(askNow, interval);
  }
}

// A resource that has sent nothing yet still needs a colour, and always the same.
const colorByName = (name) => [...name].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 12, 0);

document.addEventListener("visibilitychange", () => !document.hidden && askNow());
askNow();
