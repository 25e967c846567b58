// Precision and recall of each class, with what they mean.

import { element, headCell, tableOf } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { asRoundPercent } from "./interval.js";

export const qualityTable = (perClass) => tableOf(
  "qualities",
  ["class", "precision", "recall"].map((name) => headCell(t(name), "col")),
  perClass.map(({ label, precision, recall }) => {
    const row = element("tr");
    row.append(headCell(label, "row"), shareCell(precision), shareCell(recall));
    return row;
  }));

// Nothing was taken for the class, so there is nothing to be right about.
function shareCell(share) {
  const cell = element("td", undefined, "share");
  cell.style.setProperty("--share", `${(share ?? 0) * 100}%`);
  cell.append(element("span", share === null ? t("noAnswers") : asRoundPercent(share)));
  return cell;
}
