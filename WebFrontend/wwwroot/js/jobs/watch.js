// Reads how the jobs stand, one after another, while the page is seen. However many there are, the pace leaves the most of the
// 300 reads that the server grants in a minute to everything else.

import { pause } from "../shared/waiting.js";

const firstReads = 20;
const readsATurn = 2;
const turnMilliseconds = 1000;

/** `due` gives what is to be read, the most urgent first; `read` reads one. Never ends. */
export async function watch(due, read) {
  for (let most = firstReads; ; most = readsATurn) {
    await seen();
    for (const job of due().slice(0, most)) {
      await read(job);
    }

    await pause(turnMilliseconds);
  }
}

const seen = () => new Promise((resolve) => {
  const check = () => {
    if (document.visibilityState === "visible") {
      document.removeEventListener("visibilitychange", check);
      resolve();
    }
  };
  document.addEventListener("visibilitychange", check);
  check();
});
