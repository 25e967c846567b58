// Two pictures at a time: one that hangs holds nobody up, and the server's queue is not ours alone.

const atOnce = 2;

const waiting = [];
let running = 0;

/** Runs work when its turn comes; `isWanted` is asked then. */
export function enqueue(work, isWanted) {
  waiting.push({ work, isWanted });
  next();
}

function next() {
  while (running < atOnce && waiting.length > 0) {
    const { work, isWanted } = waiting.shift();
    if (isWanted()) {
      running++;
      work().finally(() => {
        running--;
        next();
      });
    }
  }
}
