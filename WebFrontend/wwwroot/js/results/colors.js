// The colours that make up the picture, greatest share first.

import { element } from "../shared/elements.js";
import { asPercent } from "../shared/format.js";
import { t } from "../shared/text.js";

export function writeColors(panel, { colors }) {
  const band = element("div", undefined, "band");
  band.ariaHidden = "true";
  band.append(...colors.map(({ hex, share }) => {
    const part = element("span");
    part.style.backgroundColor = hex;
    part.style.flexGrow = share;
    return part;
  }));
  const list = element("ul", undefined, "swatches");
  list.append(...colors.map(({ hex, share }) => {
    const row = element("li");
    const swatch = element("span", undefined, "swatch");
    swatch.style.backgroundColor = hex;
    row.ariaLabel = t("share", { hex, share: asPercent(share) });
    row.append(swatch, element("code", hex), element("span", asPercent(share), "value"));
    return row;
  }));
  panel.replaceChildren(band, list);
}
