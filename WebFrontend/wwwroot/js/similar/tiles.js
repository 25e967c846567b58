// Pictures as tiles. This browser has small copies of those that it has sent itself; the others show the beginning of their digest.

import { element } from "../shared/elements.js";
import { asPercent } from "../shared/format.js";
import { t } from "../shared/text.js";
import { findThumbnail, showCopyIn } from "../shared/thumbnails.js";

const digitsShown = 12;

/** A picture that leads to those that are like it. `similarity` goes from -1 to 1 and is left out for a picture that is compared with none. */
export function tileOf({ digest, similarity, model }) {
  const link = element("a", undefined, "tile");
  link.href = `/similar?${new URLSearchParams({ digest, ...model && { model } })}`;
  const name = element("span", undefined, "name");
  link.append(faceOf(digest, name), name);
  if (similarity !== undefined) {
    const bar = element("span", undefined, "likeness");
    bar.style.setProperty("--share", `${Math.max(0, similarity) * 100}%`);
    bar.append(element("span", t("similarity", { share: asPercent(similarity) })));
    link.append(bar);
  }

  const row = element("li");
  row.append(link);
  return row;
}

/** A place of a fixed size for a picture, which is put in if it is found; `name` gets the name of its file, or that there is none. */
export function faceOf(digest, name) {
  const face = element("span", undefined, "face");
  face.append(element("code", shortOf(digest)));
  findThumbnail(digest).then((kept) => {
    name.textContent = kept?.name ?? t("elsewhere");
    if (kept) {
      const image = element("img");
      image.alt = "";
      showCopyIn(image, kept.picture);
      face.replaceChildren(image);
    }
  });
  return face;
}

const shortOf = (digest) => digest.replace(/^sha256:/, "").slice(0, digitsShown);
