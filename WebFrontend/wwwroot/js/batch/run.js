// The work on the gallery, two pictures at a time, which can stop and go on.

import { chosenOptions } from "../shared/options.js";
import { enqueue } from "../shared/queue.js";

let isStopped = false;

/** `ready` is waited for before the first picture is sent. */
export function startWork(entries, ready) {
  isStopped = false;
  for (const entry of entries) {
    enqueue(async () => {
      await ready;
      if (isWanted(entry)) {
        await entry.run(chosenOptions());
      }
    }, () => isWanted(entry));
  }
}

export function stopWork(entries) {
  isStopped = true;
  for (const entry of entries.filter(({ state }) => state === "running")) {
    entry.reset();
  }
}

export const isWorkStopped = () => isStopped;

const isWanted = ({ state }) => !isStopped && state === "waiting";
