// One class of a draft: its name, its pictures, and what is still against it.

import { fromTemplate, show } from "../shared/elements.js";
import { asNumber } from "../shared/format.js";
import { listenForChoices, listenForDrops } from "../shared/pictures.js";
import { count, t } from "../shared/text.js";
import { cleaned } from "./draft.js";
import { tileOf } from "./tile.js";

const tilesAtFirst = 11;
const breachesTold = 3;

let made = 0;

export class ClassCard {
  #one;
  #onChange;
  #tiles = new Map();
  #label;
  #rule;
  #add;
  #isOpen = false;

  /** `onPictures` gets what is added, `onChange` is called after any other change, `onRemove` when the class is to go. */
  constructor(one, { onPictures, onChange, onRemove }) {
    this.#one = one;
    this.#onChange = onChange;
    this.root = fromTemplate("class-template");
    this.#label = this.root.querySelector(".label");
    this.#rule = this.root.querySelector(".rule");
    this.#add = this.root.querySelector(".file");
    this.#rule.id = `class-rule-${++made}`;
    this.#label.setAttribute("aria-describedby", this.#rule.id);
    this.#label.value = one.label;
    this.#label.addEventListener("input", () => {
      one.label = cleaned(this.#label.value);
      onChange();
    });
    this.root.querySelector(".more").addEventListener("click", () => {
      this.#isOpen = true;
      this.#fill();
      [...this.#tiles.values()].at(tilesAtFirst).querySelector("button").focus();
    });
    this.root.querySelector(".remove-class").addEventListener("click", onRemove);
    listenForChoices(this.#add, onPictures);
    listenForDrops(this.root, onPictures, (isOver) => this.root.classList.toggle("over", isOver));
  }

  focus() {
    this.#label.focus();
  }

  /** Shows the class as it is, with what stands against it; what is only missing is no reproach before `isTried`. */
  update(breaches, isTried = false) {
    const { label, examples } = this.#one;
    const isWrong = breaches.some(({ isMissing }) => isTried || !isMissing);
    const told = breaches.slice(0, breachesTold).map(({ text }) => text);
    if (breaches.length > breachesTold) {
      told.push(count("moreBreaches", breaches.length - breachesTold));
    }

    this.#rule.textContent = told.join(" ") || count("pictures", examples.length);
    this.#rule.classList.toggle("bad", isWrong);
    this.#rule.classList.toggle("good", breaches.length === 0);
    this.#label.ariaInvalid = String(isWrong && breaches.some(({ isOfLabel }) => isOfLabel));
    this.#add.ariaLabel = t("addPictures", { label: label || t("nameless") });
    this.root.querySelector(".remove-class").ariaLabel = t("removeClass", { label: label || t("nameless") });
    this.#fill();
  }

  #fill() {
    const { examples } = this.#one;
    const shown = this.#isOpen ? examples : examples.slice(0, tilesAtFirst);
    for (const [example, tile] of this.#tiles) {
      if (!shown.includes(example)) {
        tile.remove();
        this.#tiles.delete(example);
      }
    }

    for (const example of shown.filter((candidate) => !this.#tiles.has(candidate))) {
      this.#tiles.set(example, tileOf(example.file, () => this.#remove(example)));
      this.#add.parentElement.before(this.#tiles.get(example));
    }

    const more = this.root.querySelector(".more");
    more.textContent = t("allPictures", { count: asNumber(examples.length) });
    show(more, examples.length > shown.length);
  }

  #remove(example) {
    const tile = this.#tiles.get(example);
    const next = tile.nextElementSibling.querySelector("button, input");
    this.#one.examples = this.#one.examples.filter((other) => other !== example);
    this.#onChange();
    next.focus();
  }
}
