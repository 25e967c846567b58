// The confusion matrix: a table for whoever reads or hears it, and a picture by the colours of its cells.

import { element, headCell, tableOf } from "../shared/elements.js";
import { asNumber } from "../shared/format.js";
import { t } from "../shared/text.js";

/** `confusion` counts held-out pictures as [truth][answer]. */
export const confusionTable = (classes, confusion) => tableOf(
  "confusion",
  [element("td"), ...classes.map((label) => heading(label, "col"))],
  confusion.map((counts, truth) => rowOf(classes, counts, truth)));

function rowOf(classes, counts, truth) {
  const all = counts.reduce((sum, number) => sum + number, 0);
  const row = element("tr");
  row.append(heading(classes[truth], "row"), ...counts.map((number, answer) => {
    const cell = element("td", asNumber(number), truth === answer ? "right" : "wrong");
    cell.style.setProperty("--share", all > 0 ? number / all : 0);
    cell.title = t("confusionCell", { count: asNumber(number), truth: classes[truth], answer: classes[answer] });
    return cell;
  }));
  return row;
}

function heading(label, scope) {
  const made = headCell(undefined, scope);
  made.append(element("span", label));
  return made;
}
