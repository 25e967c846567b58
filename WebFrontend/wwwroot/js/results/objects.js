// Things and people, each with its box in the picture.

import { element } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { linkedBarsOf } from "./lines.js";
import { cornersOf, drawOutlines } from "./stage.js";

export function writeObjects(panel, { objects }) {
  drawOutlines("objects", objects.map(({ box }) => ({ points: cornersOf(box) })));
  panel.replaceChildren(objects.length > 0 ? linkedBarsOf("objects", objects) : element("p", t("noObjects"), "note"));
  return objects.length;
}
