// The rules of a training, so that they are told before anything is sent. The server has the last word; its settings may differ.

import { asBytes, asNumber } from "../shared/format.js";
import { largestPictureBytes } from "../shared/picture-files.js";
import { count, t } from "../shared/text.js";

const classesAtLeast = 2;
const classesAtMost = 100;
const picturesAtMost = 2000;
const bytesAtMost = 100 * 1024 * 1024;
const longestName = 64;

const picturesAtLeast = 5;

/**
 * What stands against sending a draft: [{ place, text, isMissing, isOfLabel }]. The place is "name", "classes", or a class. What
 * is missing is still to come; anything else is wrong as it is. `others` are the names of the models that may not be taken.
 */
export function breachesOf(draft, others) {
  const places = draft.classes.flatMap((home) => home.examples.map(({ content }) => ({ content, home })));
  const placesOf = Map.groupBy(places, ({ content }) => content);
  return [
    ...nameBreaches(draft.name, others),
    ...draft.classes.flatMap((one) => [...labelBreaches(one, draft.classes), ...pictureBreaches(one, placesOf)]),
    ...wholeBreaches(draft),
  ];
}

function nameBreaches(name, others) {
  if (!name) {
    return [missing("name", t("nameMissing"))];
  }

  if (name.length > longestName || !/^[A-Za-z0-9_-]+$/.test(name)) {
    return [wrong("name", t("nameWrong"))];
  }

  return others.includes(name) ? [wrong("name", t("nameTaken", { name }))] : [];
}

function labelBreaches(one, classes) {
  const { label } = one;
  const breach = !label ? missing(one, t("labelMissing"))
    : label.length > longestName || !isLabel(label) ? wrong(one, t("labelWrong"))
    : classes.some((other) => other !== one && other.label === label) ? wrong(one, t("labelTwice", { label }))
    : undefined;
  return breach ? [{ ...breach, isOfLabel: true }] : [];
}

function pictureBreaches(one, placesOf) {
  const found = [];
  for (const { file, content } of one.examples) {
    const other = placesOf.get(content).find(({ home }) => home !== one)?.home;
    if (other) {
      found.push(wrong(one, t("pictureInTwo", { name: file.name, label: other.label || t("nameless") })));
    }

    if (file.size > largestPictureBytes) {
      found.push(wrong(one, t("pictureTooLarge", { name: file.name })));
    }
  }

  const lacking = picturesAtLeast - one.examples.length;
  if (lacking > 0) {
    found.push(missing(one, one.examples.length > 0 ? count("picturesMissing", lacking) : t("picturesNone", { least: picturesAtLeast })));
  }

  return found;
}

function wholeBreaches({ classes, examples, bytes }) {
  const found = [];
  if (classes.length < classesAtLeast) {
    found.push(missing("classes", t("classesMissing")));
  }

  if (classes.length > classesAtMost) {
    found.push(wrong("classes", t("tooManyClasses", { most: classesAtMost })));
  }

  if (examples.length > picturesAtMost) {
    found.push(wrong("classes", t("tooManyPictures", { most: asNumber(picturesAtMost), pictures: asNumber(examples.length) })));
  }

  if (bytes > bytesAtMost) {
    found.push(wrong("classes", t("tooManyBytes", { most: asBytes(bytesAtMost), bytes: asBytes(bytes) })));
  }

  return found;
}

// Letters of any script, as long as they are of the first 65,536: so far the server sees them.
const isLabel = (label) => /^[\p{L}\p{Nd}_ -]+$/u.test(label) && !/[\ud800-\udfff]/.test(label);

const missing = (place, text) => ({ place, text, isMissing: true });

const wrong = (place, text) => ({ place, text, isMissing: false });
