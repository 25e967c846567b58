// What is to be trained: a name, and classes with their pictures. It knows nothing of the page.

import { pictureTypes } from "../shared/picture-files.js";

export class Draft {
  name = "";

  /** Each { label, examples: [{ file, content }] }; the same bytes have the same content. */
  classes = [];

  get examples() {
    return this.classes.flatMap(({ examples }) => examples);
  }

  get bytes() {
    return this.examples.reduce((sum, { file }) => sum + file.size, 0);
  }

  addClass(label = "") {
    const added = { label: cleaned(label), examples: [] };
    this.classes.push(added);
    return added;
  }

  /** The class of that name; it is made where there is none. */
  classNamed(label) {
    return this.classes.find((known) => known.label === cleaned(label)) ?? this.addClass(label);
  }

  /** The first class that nobody has put anything into; it is made where there is none. */
  emptyClass() {
    return this.classes.find(isEmpty) ?? this.addClass();
  }

  removeClass(unwanted) {
    this.classes = this.classes.filter((other) => other !== unwanted);
  }

  removeEmptyClasses() {
    this.classes = this.classes.filter((one) => !isEmpty(one));
  }

  /** Adds pictures to a class. Gives the names of the files left out: { twice, others }, the others being no pictures. */
  async addPictures(target, files) {
    const leftOut = { twice: [], others: [] };
    for (const file of files) {
      const content = pictureTypes.includes(file.type) ? await fingerprintOf(file).catch(() => undefined) : undefined;
      if (!content) {
        leftOut.others.push(file.name);
      } else if (target.examples.some((known) => known.content === content)) {
        leftOut.twice.push(file.name);
      } else {
        target.examples.push({ file, content });
      }
    }

    return leftOut;
  }

  /** The body of the request, in the order of `examples`. */
  toForm() {
    const form = new FormData();
    form.append("name", this.name);
    for (const { label, examples } of this.classes) {
      for (const { file } of examples) {
        form.append(`class:${label}`, file, file.name);
      }
    }

    return form;
  }
}

// The names of folders may have their accents apart from their letters.
export const cleaned = (label) => label.normalize("NFC").trim();

const isEmpty = ({ label, examples }) => !label && examples.length === 0;

// Two sums of FNV-1a. A digest would do as well, but a browser gives it to no page that came without TLS.
async function fingerprintOf(file) {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (const byte of new Uint8Array(await file.arrayBuffer())) {
    one = Math.imul(one ^ byte, 0x01000193);
    other = Math.imul(other ^ byte, 0x85ebca6b);
  }

  return `${file.size} ${one} ${other}`;
}
