// The instruments of a resource, by meter.

import { around, breakable, byId, link } from "../shared/elements.js";

let written;

/** `chosen` is { meter, instrument }; `addressOf` gives the address of an instrument, `onPick` goes there without a new page. */
export function drawTree(meters, chosen, addressOf, onPick) {
  const drawing = JSON.stringify([meters, chosen]);
  if (drawing === written) {
    return;
  }

  written = drawing;
  const tree = byId("tree");
  const focused = tree.contains(document.activeElement) ? document.activeElement.getAttribute("href") : undefined;
  const top = tree.scrollTop;
  const folded = new Set([...tree.querySelectorAll("details:not([open])")].map((one) => one.dataset.meter));
  tree.replaceChildren(...meters.map(({ name: meter, instruments }) => {
    const entries = instruments.map(({ name, description }) => {
      const entry = link(undefined, addressOf(meter, name));
      entry.append(...breakable(name));
      entry.title = description || name;
      if (meter === chosen.meter && name === chosen.instrument) {
        entry.ariaCurrent = "true";
      }

      entry.addEventListener("click", (event) => {
        event.preventDefault();
        onPick(meter, name);
      });
      return around("li", undefined, entry);
    });
    const made = around("details", undefined, around("summary", undefined, around("span", undefined, ...breakable(meter))), around("ul", undefined, ...entries));
    made.dataset.meter = meter;
    made.open = !folded.has(meter);
    return made;
  }));
  tree.scrollTop = top;
  [...tree.querySelectorAll("a")].find((entry) => entry.getAttribute("href") === focused)?.focus();
}
