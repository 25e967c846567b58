// What a training has ended with: how good the classifier is on pictures that it had not seen, and whether it is in use now.

import { byId, element } from "../shared/elements.js";
import { count, t } from "../shared/text.js";
import { confusionTable } from "./confusion.js";
import { drawInterval, intervalInWords } from "./interval.js";
import { qualityTable } from "./qualities.js";

export function showResult({ model: { name, version }, classes, examples, holdout, confusion, perClass, promoted, reason }) {
  byId("result-title").textContent = t("resultOf", { name, version });
  const verdict = element("p", t(promoted ? "promoted" : "kept", { name, version }), `verdict ${promoted ? "good" : "warn"}`);

  // The server's own words are English.
  const why = element("p", reason, "note");
  why.lang = "en";
  byId("result-body").replaceChildren(
    verdict,
    why,
    titled(t("accuracy"), element("p", intervalInWords(holdout), "interval-words"), drawInterval(holdout), element("p", t("intervalNote"), "note")),
    element("p", t("learnedFrom", { pictures: count("pictures", examples), classes: count("classes", classes.length) }), "note"),
    titled(t("confusion"), scrolling(confusionTable(classes, confusion), t("confusion")), element("p", t("confusionNote"), "note")),
    titled(t("quality"), scrolling(qualityTable(perClass), t("quality")), element("p", t("qualityNote"), "note")));
}

function titled(title, ...content) {
  const part = element("section", undefined, "part");
  part.append(element("h3", title), ...content);
  return part;
}

// What is wider than the page scrolls in itself, also by the keyboard.
function scrolling(table, name) {
  const frame = element("div", undefined, "table");
  frame.tabIndex = 0;
  frame.role = "region";
  frame.ariaLabel = name;
  frame.append(table);
  return frame;
}
