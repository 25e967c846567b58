// Pause and clear of the telemetry, and the line at the foot that says which of the two holds.

import { attempt, post, remove } from "./api.js";
import { byId, icon } from "./elements.js";
import { asNumber } from "./format.js";
import { say } from "./toast.js";
import { askNow, watchTelemetry } from "./telemetry.js";

/** `kind` is logs, traces or metrics; `resource` gives the chosen one. */
export function bindTelemetryBar(kind, resource) {
  let isPaused = false;

  const pause = async (value) => {
    await attempt(() => post("telemetry/pause", { paused: value }));
    await askNow();
  };

  byId("pause").addEventListener("click", () => pause(!isPaused));
  byId("resume").addEventListener("click", () => pause(false));
  byId("clear").addEventListener("click", () => attempt(async () => {
    await remove("telemetry", { kind, resource: resource() });
    say(resource() ? `The ${kind} of ${resource()} are cleared.` : `All ${kind} are cleared.`);
    await askNow();
  }));

  watchTelemetry((state) => {
    if (state.paused !== isPaused) {
      isPaused = state.paused;
      byId("pause").replaceChildren(icon(isPaused ? "resume" : "pause"), isPaused ? "Resume" : "Pause");
      byId("state").classList.toggle("paused", isPaused);
      byId("resume").hidden = !isPaused;
    }

    const words = isPaused ? `Paused: what arrives is dropped, ${asNumber(state.droppedWhilePaused)} so far` : "Live";
    if (byId("state-text").textContent !== words) {
      byId("state-text").textContent = words;
    }
  });
}
