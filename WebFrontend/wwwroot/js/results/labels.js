// Labels, and above them the concepts that they have in common, from the general to the special.

import { element } from "../shared/elements.js";
import { asPercent } from "../shared/format.js";
import { t } from "../shared/text.js";
import { barsOf } from "./lines.js";

export function writeLabels(panel, { labels, concepts = [] }) {
  const list = barsOf(labels);
  list.id = "labels";
  list.ariaLabel = t("labels");
  panel.replaceChildren(labels.length > 0 ? list : element("p", t("noLabels"), "note"));
  if (concepts.length > 0) {
    panel.append(element("h2", t("concepts"), "minor"), trail(concepts));
  }

  return labels.length;
}

function trail(concepts) {
  const list = element("ol", undefined, "trail");
  list.id = "concept-list";
  list.append(...concepts.toReversed().map(({ name, confidence }) => {
    const row = element("li");
    const chip = element("span", `${name} `, "chip");
    chip.append(element("span", asPercent(confidence), "value"));
    row.append(chip);
    return row;
  }));
  return list;
}
