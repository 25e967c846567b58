// Waiting for a time, or for the connection.

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits so long, or until the browser says that it is online again. */
export async function pauseOrOnline(milliseconds) {
  const done = new AbortController();
  const online = new Promise((resolve) => addEventListener("online", resolve, { once: true, signal: done.signal }));
  await Promise.race([pause(milliseconds), online]);
  done.abort();
}
