// How far the work is, in words and as a bar, and the buttons that hold it.

import { byId } from "../shared/elements.js";
import { asNumber } from "../shared/format.js";
import { t } from "../shared/text.js";
import { isWorkStopped } from "./run.js";

const title = document.title;

/** The number of entries in each state, with their `total`. */
export function tally(entries) {
  const counts = { waiting: 0, running: 0, done: 0, failed: 0, total: entries.length };
  for (const { state } of entries) {
    counts[state]++;
  }

  return counts;
}

export function showProgress(entries) {
  const counts = tally(entries);
  const isUnfinished = counts.waiting + counts.running > 0;
  const words = progressIn(counts);
  byId("progress").textContent = words;
  byId("bar").max = Math.max(1, counts.total);
  byId("bar").value = counts.done + counts.failed;
  byId("activity").textContent = activityOf(entries, isUnfinished);
  byId("stop").disabled = !isUnfinished;
  byId("stop").textContent = t(isUnfinished && isWorkStopped() ? "goOn" : "stop");
  byId("retry").disabled = counts.failed === 0;
  byId("again").disabled = counts.done === 0;

  // Read in the row of tabs while a visitor does something else.
  document.title = isUnfinished ? `${words} · ${title}` : title;
}

export function progressIn({ done, failed, total }) {
  const values = { done: asNumber(done), total: asNumber(total), failed: asNumber(failed) };
  return t(failed > 0 ? "progressFailed" : "progress", values);
}

function activityOf(entries, isUnfinished) {
  const heldUp = entries.find((entry) => entry.heldUp)?.heldUp;
  if (!isUnfinished) {
    return t("allDone");
  }

  if (isWorkStopped()) {
    return t("stopped");
  }

  if (heldUp === "connection") {
    return t("cutOff");
  }

  return heldUp ? t("patience", { seconds: heldUp }) : t("analysing");
}
