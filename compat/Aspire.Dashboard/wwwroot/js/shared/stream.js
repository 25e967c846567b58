// Follows what the server sends by itself. The browser connects again when the line breaks, and we do when it gives up.

import { read } from "./api.js";
import { tellFound, tellLost } from "./connection.js";

const retryMilliseconds = 2000;

/** Calls `onData` with each event of the name, and `onOpen` each time when the stream begins anew. Gives what ends it. */
export function follow(address, name, onData, onOpen = () => {}) {
  const source = {};
  let events;
  let timer;

  function open() {
    events = new EventSource(address);
    events.addEventListener("open", () => {
      tellFound(source);
      onOpen();
    });
    events.addEventListener(name, (event) => onData(JSON.parse(event.data)));
    events.addEventListener("error", () => {
      tellLost(source);
      if (events.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, retryMilliseconds);

        // A server that has started anew knows nobody; this leads to the login page then.
        read("session").catch(() => {});
      }
    });
  }

  open();
  return () => {
    clearTimeout(timer);
    events.close();
    tellFound(source);
  };
}
