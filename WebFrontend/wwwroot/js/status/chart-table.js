// A chart as a table, latest first, for those who read it better so.

import { element, headCell } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { asClock } from "./words.js";

/** A row for so long a time; all readings would be more than anybody reads. */
const rowMilliseconds = 30_000;

/** Writes a column a name; `wordsOf` gives the words of a reading, one a column. */
export function writeTable(table, names, readings, wordsOf) {
  const lastOfEach = new Map(readings.map((reading) => [Math.floor(reading.at / rowMilliseconds), reading]));
  const head = element("tr");
  head.append(headCell(t("time"), "col"), ...names.map((name) => headCell(name, "col", "number")));
  const rows = [...lastOfEach.values()].reverse().map((reading) => {
    const row = element("tr");
    row.append(headCell(asClock(reading.at), "row"), ...wordsOf(reading).map((word) => element("td", word, "number")));
    return row;
  });
  table.replaceChildren(head, ...rows);
}
