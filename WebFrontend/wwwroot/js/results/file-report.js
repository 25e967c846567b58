// What the file itself is, what its sender may not expect of it, and when each result was there.

import { element, fillDefinitions } from "../shared/elements.js";
import { asBytes, asMilliseconds, asPixels } from "../shared/format.js";
import { hasText, t } from "../shared/text.js";

/** `image` is the report of the API; `rest` are further lines. */
export function writeFile(panel, image, rest = []) {
  const facts = element("dl", undefined, "report");
  fillDefinitions(facts, [
    [t("format"), image.format.toUpperCase()],
    [t("size"), asPixels(image.width, image.height)],
    [t("file"), asBytes(image.bytes)],
    [t("frames"), String(image.frames)],
    [t("orientation"), image.orientation > 1 ? t("turned", { orientation: image.orientation }) : t("upright")],
    [t("transparency"), t(image.hasAlpha ? "yes" : "no")],
    ...rest,
  ]);
  panel.replaceChildren(warningsOf(image), facts);
  return image.warnings.length;
}

/** When each result arrived, as a chart of bars. */
export function arrivalsOf(arrivals) {
  const longest = Math.max(...arrivals.map(({ milliseconds }) => milliseconds));
  const list = element("ol", undefined, "bars thin");
  list.append(...arrivals.map(({ name, milliseconds }) => {
    const row = element("li");
    row.style.setProperty("--share", `${100 * milliseconds / longest}%`);
    row.append(element("span", name), element("span", asMilliseconds(milliseconds), "value"));
    return row;
  }));
  return list;
}

function warningsOf({ warnings }) {
  if (warnings.length === 0) {
    return element("p", t("noWarnings"), "note");
  }

  const list = element("ul", undefined, "warnings");
  list.append(...warnings.map((warning) =>
    element("li", hasText(`warning.${warning}`) ? t(`warning.${warning}`) : warning, "warn")));
  return list;
}
