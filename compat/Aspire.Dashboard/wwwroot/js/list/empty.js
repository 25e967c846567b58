// What stands in place of a list without entries: that there is nothing, and what to do about it.

import { byId, element } from "../shared/elements.js";

let told;

/** { title, text, acts } or undefined where there is something to see. */
export function tellEmpty(empty) {
  const place = byId("empty");
  place.hidden = !empty;
  const words = empty && `${empty.title} ${empty.text}`;

  // Written once, however often it is so: a person may be reading it, or about to press a button in it.
  if (words !== told) {
    told = words;
    place.replaceChildren(...empty ? [element("strong", empty.title), element("p", empty.text), ...empty.acts ?? []] : []);
  }
}
