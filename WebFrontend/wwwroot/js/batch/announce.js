// What a screen reader is told of the work: when it begins, waits, stops and ends, and each tenth of it, not each picture.

import { byId } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { progressIn, tally } from "./progress.js";
import { isWorkStopped } from "./run.js";

let told = "";

export function announce(text) {
  byId("said").textContent = text;
}

/** Tells what has changed since the last time. */
export function announceProgress(entries) {
  const counts = tally(entries);
  const finished = counts.done + counts.failed;
  const heldUp = entries.find((entry) => entry.heldUp)?.heldUp;
  const tenth = Math.floor(10 * finished / counts.total);
  const state = [isWorkStopped() && finished < counts.total, heldUp !== undefined, tenth].join();
  if (counts.total === 0 || state === told) {
    return;
  }

  told = state;
  const more = finished === counts.total ? t("allDone") : byId("activity").textContent;
  announce(`${progressIn(counts)}. ${more}`);
}
