// One sentence about the picture, and who wrote it.

import { element } from "../shared/elements.js";
import { t } from "../shared/text.js";

export function writeCaption(panel, { caption: { text, source } }) {
  panel.replaceChildren(
    element("blockquote", text, "caption"),
    element("p", source === "local" ? t("byLocal") : t("byModel", { source }), "note"));
}
