// Faces, which can be made unrecognisable in a copy of the picture where its file is at hand.

import { button, element, show } from "../shared/elements.js";
import { save } from "../shared/save.js";
import { t } from "../shared/text.js";
import { blurredCopy } from "./blur.js";
import { linkedBarsOf } from "./lines.js";
import { cornersOf, drawOutlines, showCopy } from "./stage.js";

export function writeFaces(panel, { faces }, file) {
  drawOutlines("faces", faces.map(({ box, landmarks }) => ({ points: cornersOf(box), dots: Object.values(landmarks) })));
  if (faces.length === 0) {
    panel.replaceChildren(element("p", t("noFaces"), "note"));
    return 0;
  }

  const lines = faces.map(({ confidence }, index) => ({ name: t("face", { number: index + 1 }), confidence }));
  panel.replaceChildren(linkedBarsOf("faces", lines));
  if (file) {
    panel.append(blurring(file, faces.map(({ box }) => box)));
  }

  return faces.length;
}

function blurring(file, boxes) {
  let copy;
  const toggle = button(t("blurFaces"), async () => {
    const isBlurred = toggle.ariaPressed === "true";
    copy ??= await blurredCopy(file, boxes);
    showCopy(isBlurred ? file : copy);
    toggle.ariaPressed = String(!isBlurred);
    toggle.textContent = t(isBlurred ? "blurFaces" : "unblurFaces");
    show(keep, !isBlurred);
  });
  toggle.ariaPressed = "false";
  const keep = button(t("saveBlurred"), () => save(copy, `blurred-${file.name}`));
  show(keep, false);
  const actions = element("div", undefined, "actions");
  actions.append(toggle, keep);
  return actions;
}
