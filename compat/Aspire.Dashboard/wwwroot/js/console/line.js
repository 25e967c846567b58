// One line as it is drawn: when, whose, and what, with the colours of the program that wrote it.

import { around, element } from "../shared/elements.js";
import { asTime, asUtc } from "../shared/format.js";
import { colorOf } from "../shared/telemetry.js";
import { plain, segments } from "./ansi.js";

const times = { local: (line) => asTime(line.timestamp), utc: (line) => asUtc(line.timestamp), none: () => "" };

/** What is searched and reckoned with, beside what the server sent; `view` is shared by all lines. */
export const prepared = (line, view) => Object.assign(line, {
  text: plain(line.content),
  prefix: () => times[view.timestamps](line).length + 1 + (view.isMixed ? line.resource.length + 3 : 0),
});

/** `view` is { timestamps, isMixed, search, colorName }. */
export function drawLine(line, view) {
  const made = element("div", undefined, line.isError ? "line failed" : "line");
  const time = times[view.timestamps](line);
  if (time) {
    made.append(element("time", time), " ");
  }

  if (view.isMixed) {
    made.append(element("span", line.resource, `from ${colorOf(view.colorName(line.resource))}`), " ");
  }

  made.append(...segments(line.content).map(({ text, classes, color }) => {
    const part = around("span", classes, ...marked(text, view.search));
    if (color) {
      part.style.color = color;
    }

    return part;
  }));
  return made;
}

function marked(text, search) {
  const parts = [];
  let rest = text;
  for (let at = search ? rest.toLowerCase().indexOf(search) : -1; at >= 0; at = rest.toLowerCase().indexOf(search)) {
    parts.push(rest.slice(0, at), element("mark", rest.slice(at, at + search.length)));
    rest = rest.slice(at + search.length);
  }

  return [...parts, rest];
}
