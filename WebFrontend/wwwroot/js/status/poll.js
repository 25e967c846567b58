// A reading every two seconds, as long as somebody looks and has not paused it.

const interval = 2000;

/** Calls `read` again and again, never twice at a time. Gives what starts and stops it. */
export function poll(read) {
  let isPaused = false;
  let isReading = false;
  let timer;

  async function turn() {
    isReading = true;
    const started = performance.now();
    await read();
    isReading = false;
    if (!isPaused && !document.hidden) {
      timer = setTimeout(turn, Math.max(0, interval - (performance.now() - started)));
    }
  }

  function follow() {
    clearTimeout(timer);
    if (!isPaused && !document.hidden && !isReading) {
      turn();
    }
  }

  document.addEventListener("visibilitychange", follow);
  follow();
  return {
    get isPaused() {
      return isPaused;
    },
    set isPaused(value) {
      isPaused = value;
      follow();
    },
  };
}
