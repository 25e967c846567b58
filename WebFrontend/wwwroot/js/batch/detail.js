// A picture of the gallery with everything that was found in it, and the way to its neighbours.

import { byId } from "../shared/elements.js";
import { showResult, startResultDialog } from "../results/dialog.js";
import { t } from "../shared/text.js";
import { focusTile } from "./tiles.js";

let current;

/** `shown` gives the entries between which one can go. */
export function startDetail(shown) {
  startResultDialog({
    onStep: (step) => {
      const entries = shown();
      const next = entries.indexOf(current) + step;
      if (entries.length > 0) {
        openDetail(entries.at(next % entries.length), entries);
      }
    },
    onClose: () => {
      focusTile(current);
      current = undefined;
    },
  });
}

export function openDetail(entry, entries) {
  current = entry;
  const { file, folder, options, analysis, problem, state } = entry;
  const isKnown = analysis !== undefined || problem !== undefined;
  showResult({
    name: file.name,
    place: isKnown ? folder : [folder, t(`tile.${state}`)].filter(Boolean).join(" · "),
    file,
    options,
    analysis,
    problem,
    hasNeighbours: entries.length > 1,
  });
}

/** Shows what has become of an entry, if it is the one that is open. */
export function updateDetail(entry, entries) {
  if (entry === current && byId("result").open) {
    openDetail(entry, entries);
  }
}
