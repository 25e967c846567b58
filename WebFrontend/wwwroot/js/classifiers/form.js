// The form of what is to be trained. Every change is checked at once, and told beside its place.

import { byId, element } from "../shared/elements.js";
import { asBytes } from "../shared/format.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { count, t } from "../shared/text.js";
import { ClassCard } from "./class-card.js";
import { Draft } from "./draft.js";
import { takeIn } from "./intake.js";
import { tellLeftOut } from "./left-out.js";
import { breachesOf } from "./rules.js";
import { newToken } from "./sending.js";

const cards = new Map();

let draft;
let token;
let names = { others: [], own: [] };
let isTried;
let isUnsent;
let adding = Promise.resolve();

/** `onTrain` gets a draft that keeps the rules, and the token of this state of it. */
export function startForm(onTrain) {
  byId("name").addEventListener("input", () => {
    draft.name = byId("name").value.trim();
    changed();
  });
  byId("add-class").addEventListener("click", () => {
    const card = cardOf(draft.addClass());
    changed();
    card.focus();
  });
  byId("draft").addEventListener("submit", async (event) => {
    event.preventDefault();
    await adding;
    const [first] = breachesOf(draft, names.others);
    if (first) {
      isTried = true;
      update();
      placeOf(first).focus();
    } else {
      onTrain(draft, token);
    }
  });

  // Pictures that were gathered for minutes must not be lost by a slip.
  addEventListener("beforeunload", (event) => {
    const isWithServer = !byId("training").hidden && !byId("leave").hidden;
    if (isUnsent && !isWithServer) {
      event.preventDefault();
    }
  });

  // Who was quicker than this script has a name there already.
  const typed = byId("name").value;
  resetForm();
  nameForm(typed.trim());
}

/** Begins anew, with two classes that have neither names nor pictures. */
export function resetForm() {
  draft = new Draft();
  byId("name").value = "";
  draft.addClass();
  draft.addClass();
  isTried = false;
  clearFormProblem();
  tellLeftOut({ twice: [], others: [] });
  changed();
  isUnsent = false;
}

/** Begins another version of a classifier. */
export function nameForm(name) {
  draft.name = byId("name").value = name;
  update();
}

/** Tells the form which names are taken: those of other models, and those of classifiers, which get a new version. */
export function knowNames(known) {
  names = { ...names, ...known };
  update();
}

/** What has become of the draft is known: if it is sent again, it is another one. */
export function settle(isTrained) {
  token = newToken();
  isUnsent &&= !isTrained;
}

/** Adds pictures as takeIn does, one after another. */
export function addPictures(pictures, target) {
  adding = adding.then(() => add(pictures, target));
  return adding;
}

async function add(pictures, target) {
  const { leftOut, nameless } = await takeIn(draft, pictures, target);
  tellLeftOut(leftOut);
  changed();
  cards.get(nameless)?.focus();
}

function changed() {
  token = newToken();
  isUnsent = draft.examples.length > 0;
  update();
}

function update() {
  for (const [one, card] of cards) {
    if (!draft.classes.includes(one)) {
      card.root.remove();
      cards.delete(one);
    }
  }

  const breaches = breachesOf(draft, names.others);
  for (const one of draft.classes) {
    cardOf(one).update(breaches.filter(({ place }) => place === one), isTried);
  }

  showName(breaches.find(({ place }) => place === "name"));
  byId("classes-rule").textContent = breaches.filter(({ place, isMissing }) => place === "classes" && (isTried || !isMissing))
    .map(({ text }) => text).join(" ");
  byId("readiness").textContent = readiness(breaches[0]);
}

function readiness(breach) {
  if (!breach) {
    return t("ready", {
      classes: count("classes", draft.classes.length),
      pictures: count("pictures", draft.examples.length),
      bytes: asBytes(draft.bytes),
    });
  }

  const { place: { label }, text } = breach;
  return label ? t("notReadyClass", { label, text }) : t("notReady", { text });
}

function showName(breach) {
  const isTold = breach && (isTried || !breach.isMissing);
  byId("name").ariaInvalid = String(Boolean(isTold));
  byId("name-rule").textContent = isTold ? breach.text : names.own.includes(draft.name) ? t("nameOwn", { name: draft.name }) : "";
  byId("name-rule").classList.toggle("bad", Boolean(isTold));
}

function cardOf(one) {
  if (!cards.has(one)) {
    const card = new ClassCard(one, {
      onPictures: (pictures) => addPictures(pictures, one),
      onChange: changed,
      onRemove: () => {
        draft.removeClass(one);
        changed();
        byId("add-class").focus();
      },
    });
    cards.set(one, card);
    byId("add-class").parentElement.before(card.root);
  }

  return cards.get(one);
}

const placeOf = ({ place }) => (place === "name" ? byId("name") : place === "classes" ? byId("add-class") : cards.get(place));

export const clearFormProblem = () => clearProblem(byId("problem"));

/** Tells why a draft was not trained. The server counts pictures in the order in which they were sent; people know them by name. */
export function showFormProblem(problem) {
  showProblem(byId("problem"), problem);
  const number = /^Picture (\d+)\b/.exec(problem.detail ?? "")?.[1];
  const example = number && draft.examples[number - 1];
  if (example) {
    const { label } = draft.classes.find(({ examples }) => examples.includes(example));
    byId("problem").append(element("span", t("pictureIs", { number, name: example.file.name, label })));
  }
}
