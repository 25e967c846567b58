// Small copies of the pictures that are in sight, one after another: hundreds of photographs at full size would be all of the memory.

const worker = new Worker(new URL("./preview-worker.js", import.meta.url), { type: "module" });
const wanted = new WeakMap();
const inSight = new Set();
let isWorking = false;

const watcher = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) {
    inSight[isIntersecting ? "add" : "delete"](target);
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
    const [place] = inSight;
    const { file, onCopy } = wanted.get(place);
    inSight.delete(place);
    watcher.unobserve(place);
    const copy = await copyOf(file);
    if (place.isConnected) {
      onCopy(copy);
    }
  }

  isWorking = false;
}

const copyOf = (file) => new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = () => resolve(undefined);
  worker.postMessage(file);
});
