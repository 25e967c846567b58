// Which pictures are shown: those with what was chosen, and with every word that is looked for.

import { byId } from "../shared/elements.js";
import { comparable, namesIn, wordsOf } from "./found.js";
import { isFlagged } from "./tiles.js";

/** What can be chosen beside the names of things. */
const states = {
  all: () => true,
  failed: ({ state }) => state === "failed",
  flagged: isFlagged,
};

/** The choices of [{ kind, name, count }] for these entries: all, the states that occur, the names, most frequent first. */
export function choicesFor(entries) {
  const found = Object.entries(states)
    .map(([name, holds]) => ({ kind: "state", name, count: entries.filter(holds).length }))
    .filter(({ name, count }) => name === "all" || count > 0);
  const counts = new Map();
  for (const { analysis } of entries) {
    for (const name of analysis ? namesIn(analysis) : []) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }

  const names = [...counts].map(([name, count]) => ({ kind: "name", name, count }));
  names.sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
  return [...found, ...names];
}

/** Whether an entry has what `chosen`, a { kind, name }, stands for, and the words in the search field. */
export function filterBy(chosen) {
  const words = comparable(byId("search").value).split(/\s+/).filter(Boolean);
  const isChosen = chosen.kind === "state"
    ? states[chosen.name]
    : ({ analysis }) => analysis !== undefined && namesIn(analysis).has(chosen.name);
  return (entry) => isChosen(entry) && (words.length === 0 || hasAll(wordsOf(entry), words));
}

const hasAll = (text, words) => words.every((word) => text.includes(word));
