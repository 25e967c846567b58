// Whether the picture may be shown to anybody, in plain words. One that may not is veiled until asked for.

import { element } from "../shared/elements.js";
import { asPercent } from "../shared/format.js";
import { t } from "../shared/text.js";
import { veil } from "./stage.js";

export function writeModeration(panel, { moderation: { safe, unsafe, flagged } }) {
  veil(flagged);
  panel.replaceChildren(
    element("p", t(flagged ? "flagged" : "safe"), flagged ? "verdict bad" : "verdict good"),
    element("p", `${t("safeShare", { safe: asPercent(safe) })} · ${t("unsafeShare", { unsafe: asPercent(unsafe) })}`, "note"));
}
