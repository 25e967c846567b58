// Reads server-sent events from a reply of fetch; EventSource can neither post nor send a key.

import { noConnection } from "./problem.js";

/** Gives each event as { type, data }, data read as JSON. */
export async function* serverEvents(reply) {
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    while (true) {
      const { done, value } = await reader.read().catch((error) => {
        throw error.name === "AbortError" ? error : noConnection();
      });
      if (done) {
        return;
      }

      const blocks = (rest + value).split("\n\n");
      rest = blocks.pop();
      yield* blocks.map(parse).filter(({ data }) => data !== undefined);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function parse(block) {
  const event = { type: "message", data: undefined };
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) {
      event.type = line.slice("event: ".length);
    } else if (line.startsWith("data: ")) {
      event.data = (event.data ?? "") + line.slice("data: ".length);
    }
  }

  if (event.data !== undefined) {
    event.data = JSON.parse(event.data);
  }

  return event;
}
