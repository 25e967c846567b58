// Small copies of the pictures that are in sight, one after another: hundreds of photographs at full size would be all of the memory.

import { smallCopyOf } from "../shared/thumbnails.js";

const wanted = new WeakMap();
const inSight = new Map();
let isWorking = false;

const watcher = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) {
    if (isIntersecting) {
      inSight.set(target, wanted.get(target));
    } else {
      inSight.delete(target);
    }
  }

  work();
}, { rootMargin: "600px" });

/** Calls `onCopy` with a small copy of a file, or with nothing where there can be none, once `place` comes near to being seen. */
export function whenSeen(place, file, onCopy) {
  wanted.set(place, { file, onCopy });
  watcher.observe(place);
}

async function work() {
  if (isWorking) {
    return;
  }

  isWorking = true;
  while (inSight.size > 0) {
    const [[place, { file, onCopy }]] = inSight;
    inSight.delete(place);
    watcher.unobserve(place);
    const copy = await smallCopyOf(file).catch(() => undefined);
    if (place.isConnected) {
      onCopy(copy);
    }
  }

  isWorking = false;
}
