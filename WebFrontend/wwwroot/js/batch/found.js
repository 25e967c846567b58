// What was found in a picture, as the gallery tells it, looks for it and counts it.

import { asPercent } from "../shared/format.js";
import { t } from "../shared/text.js";

// Of the labels after the first, those below it are guesses.
const leastConfidence = 0.2;

// What nearly everything is tells nothing of a picture.
const everything = new Set(["entity", "physical entity", "abstraction", "object", "whole", "matter", "thing"]);

/** The names of all that is in a picture: labels, the concepts above them, objects. */
export function namesIn({ labels = [], concepts = [], objects = [] }) {
  const sure = labels.filter(({ confidence }, index) => index === 0 || confidence >= leastConfidence);
  return new Set([...sure, ...concepts, ...objects].map(({ name }) => name).filter((name) => !everything.has(name)));
}

/** The one line that tells most: [text, value]. */
export function headlineOf({ labels, caption, objects, text, faces }) {
  const best = labels?.[0] ?? objects?.[0];
  if (best) {
    return [best.name, asPercent(best.confidence)];
  }

  const words = caption?.text ?? text?.lines[0]?.text;
  return words ? [words, ""] : [faces?.length > 0 ? t("facesFound", { number: faces.length }) : t("nothingFound"), ""];
}

export const textIn = (analysis) => analysis.text?.lines.map(({ text }) => text).join("\n") ?? "";

/** Everything that the search looks in. */
export function wordsOf({ file, folder, analysis }) {
  const found = analysis ? [...namesIn(analysis), textIn(analysis), analysis.caption?.text ?? ""] : [];
  return comparable([folder, file.name, ...found].join("\n"));
}

/** Text whose likeness does not depend on case, on width or on how accents are written. */
export const comparable = (text) => text.normalize("NFKC").toLocaleLowerCase();
