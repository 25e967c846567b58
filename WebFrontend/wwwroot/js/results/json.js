// The answer as programs get it.

import { element } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { copyButton } from "./copy-button.js";

const numbers = /\[\s+(?:-?[\d.e+-]+,?\s+)+\]/g;

export function writeJson(panel, analysis) {
  // A thousand numbers, or a point, on one line each.
  const text = JSON.stringify(analysis, undefined, 2).replace(numbers, (list) => list.replaceAll(/\s+/g, " "));
  panel.replaceChildren(copyButton(t("copyJson"), () => text), preformatted(text));
}

/** Text as it stands, which the keyboard can scroll. */
export function preformatted(text) {
  const shown = element("pre", text);
  shown.tabIndex = 0;
  return shown;
}
