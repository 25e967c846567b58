// Precision and recall of each class, with what they mean.

import { element, headCell } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { asRoundPercent } from "./interval.js";

export function qualityTable(perClass) {
  const table = element("table", undefined, "qualities");
  const head = element("tr");
  head.append(...["class", "precision", "recall"].map((name) => headCell(t(name), "col")));
  const top = element("thead");
  top.append(head);
  const body = element("tbody");
  body.append(...perClass.map(({ label, precision, recall }) => {
    const row = element("tr");
    row.append(headCell(label, "row"), shareCell(precision), shareCell(recall));
    return row;
  }));
  table.append(top, body);
  return table;
}

// Nothing was taken for the class, so there is nothing to be right about.
function shareCell(share) {
  const cell = element("td", undefined, "share");
  cell.style.setProperty("--share", `${(share ?? 0) * 100}%`);
  cell.append(element("span", share === null ? t("noAnswers") : asRoundPercent(share)));
  return cell;
}
