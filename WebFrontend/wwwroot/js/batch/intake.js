// Which of the files that came in are taken: pictures by their type or, where the system knows none, by their name, and each once.

import { pictureTypes } from "../shared/picture-files.js";

const extensions = /\.(jpe?g|jfif|png|webp|gif)$/i;

const order = new Intl.Collator(undefined, { numeric: true });

/**
 * Sorts [{ file, path }] by folder and name, into { taken, skipped, known }: the pictures, and the numbers of files that are
 * none and of pictures that `knownKeys` has already, which it is added to.
 */
export function sift(files, knownKeys) {
  const pictures = files.filter(({ file }) => isPicture(file));
  const taken = pictures.filter((picture) => isNew(keyOf(picture), knownKeys));
  taken.sort((one, other) => order.compare(one.path ?? "", other.path ?? "") || order.compare(one.file.name, other.file.name));
  return { taken, skipped: files.length - pictures.length, known: pictures.length - taken.length };
}

const isPicture = ({ type, name }) => pictureTypes.includes(type) || extensions.test(name);

const keyOf = ({ file, path }) => [path, file.name, file.size, file.lastModified].join("/");

function isNew(key, knownKeys) {
  const isNewKey = !knownKeys.has(key);
  knownKeys.add(key);
  return isNewKey;
}
