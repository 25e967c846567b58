// Says shortly what an act came to; it is read aloud as well.

import { byId } from "./elements.js";

const shownMilliseconds = 6000;
let timer;

export function say(text) {
  byId("toast").textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => byId("toast").replaceChildren(), shownMilliseconds);
}
