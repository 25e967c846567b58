// Whether the dashboard's server answers. Who asks it tells so here, and one banner speaks for all.

import { byId } from "./elements.js";

const lost = new Set();

/** `source` is whoever asked: an object of its own, so that one's success does not hide another's failure. */
export function tellLost(source) {
  lost.add(source);
  write();
}

export function tellFound(source) {
  if (lost.delete(source)) {
    write();
  }
}

function write() {
  const banner = byId("banner");
  if (banner.hidden !== (lost.size === 0)) {
    banner.textContent = lost.size === 0 ? "" : "The dashboard's server does not answer. Trying again…";
    banner.hidden = lost.size === 0;
  }
}
