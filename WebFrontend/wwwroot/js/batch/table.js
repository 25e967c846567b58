// The results as lines of a table, one a picture.

import { textIn } from "./found.js";

export const columns = [
  "file", "folder", "state", "digest", "format", "width", "height", "bytes", "label", "confidence", "concepts", "objects", "faces",
  "flagged", "text", "caption", "problem",
];

/** The values of a picture in the order of the columns; undefined where nothing is known. */
export function lineOf({ file, folder, state, analysis, problem }) {
  const { digest, image, labels, concepts, objects, faces, moderation, caption } = analysis ?? {};
  const values = {
    file: file.name,
    folder,
    state,
    digest,
    format: image?.format,
    width: image?.width,
    height: image?.height,
    bytes: file.size,
    label: labels?.[0]?.name,
    confidence: labels?.[0]?.confidence,
    concepts: namesOf(concepts),
    objects: namesOf(objects),
    faces: faces?.length,
    flagged: moderation?.flagged,
    text: analysis && textIn(analysis),
    caption: caption?.text,
    problem: problemsOf(analysis, problem),
  };
  return columns.map((column) => values[column]);
}

const namesOf = (items) => items?.map(({ name }) => name).join("; ");

const problemsOf = (analysis, problem) => (problem
  ? inWords(problem)
  : analysis?.errors.map((error) => `${error.feature}: ${inWords(error)}`).join("; "));

const inWords = ({ code, title, detail }) => [code, detail ?? title].filter(Boolean).join(": ");
