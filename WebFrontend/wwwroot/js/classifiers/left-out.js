// Tells which of the files that were added do not count, and why.

import { byId, element, show } from "../shared/elements.js";
import { count } from "../shared/text.js";

const most = 3;

/** `twice` were there already, `others` are no pictures; both are names of files. */
export function tellLeftOut({ twice, others }) {
  const told = [["leftOutTwice", twice], ["leftOutOthers", others]]
    .filter(([, names]) => names.length > 0)
    .map(([text, names]) => element("p", count(text, names.length, {
      names: names.slice(0, most).join(", ") + (names.length > most ? " …" : ""),
    })));
  byId("left-out").replaceChildren(...told);
  show(byId("left-out"), told.length > 0);
}
