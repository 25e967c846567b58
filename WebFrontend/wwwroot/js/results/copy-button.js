import { copy } from "../shared/clipboard.js";
import { button, element } from "../shared/elements.js";
import { t } from "../shared/text.js";

/** A button that copies what `text` gives, and says whether it could. */
export function copyButton(name, text) {
  const place = element("div", undefined, "actions");
  const said = element("span", "", "note");
  said.role = "status";
  place.append(button(name, async () => {
    said.textContent = t(await copy(text()) ? "copied" : "notCopied");
  }, "quiet small"), said);
  return place;
}
