// The text in the picture, line by line, each with its place.

import { element } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { copyButton } from "./copy-button.js";
import { linkedBarsOf } from "./lines.js";
import { drawOutlines } from "./stage.js";

export function writeText(panel, { text: { lines } }) {
  drawOutlines("text", lines.map(({ box }) => ({ points: box })));
  if (lines.length === 0) {
    panel.replaceChildren(element("p", t("noText"), "note"));
    return 0;
  }

  const list = linkedBarsOf("text", lines.map(({ text, confidence }) => ({ name: text, confidence })));
  list.classList.add("text");
  panel.replaceChildren(copyButton(t("copyText"), () => lines.map(({ text }) => text).join("\n")), list);
  return lines.length;
}
