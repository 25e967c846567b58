// One model as a card.

import { isClassifier, isCustom, privateLicence } from "../shared/custom-classifiers.js";
import { element, fillDefinitions, fromTemplate, show } from "../shared/elements.js";
import { asNumber } from "../shared/format.js";
import { hasText, t } from "../shared/text.js";
import { offerLabels } from "./labels.js";
import { featuresOf, taskOf } from "./tasks.js";
import { rowsOf } from "./versions.js";

export function cardOf(model) {
  const card = fromTemplate("model");
  const { name, version, versions } = model;
  card.dataset.model = name;
  const heading = card.querySelector("h2");
  heading.textContent = name;
  heading.id = `model-${name}`;
  card.setAttribute("aria-labelledby", heading.id);
  show(card.querySelector(".default"), model.default);
  card.querySelector(".task").textContent = hasText(`task.${taskOf(model)}`) ? t(`task.${taskOf(model)}`) : model.task;
  fillDefinitions(card.querySelector(".facts"), factsOf(model));
  card.querySelector("tbody").append(...rowsOf(versions));
  if (!version && versions.length > 0) {
    const note = card.querySelector(".unlive");
    note.textContent = t("noLive", { name, version: versions.at(-1).version });
    show(note, true);
  }

  if (model.classes > 0) {
    offerLabels(card.querySelector(".classes"), model);
  }

  card.querySelector(".actions").append(...linksOf(model));
  return card;
}

function factsOf(model) {
  const { inputSize: size, classes, licence } = model;
  const features = featuresOf(model).map((feature) => t(`feature.${feature}`));
  return [
    ...features.length > 0 ? [[t("serves"), features.join(", ")]] : [],
    [t("input"), size > 0 ? t("inputSquare", { size: asNumber(size) }) : t("inputAny")],
    ...classes > 0 ? [[t("classes"), asNumber(classes)]] : [],
    [t("licence"), licence === privateLicence ? t("licencePrivate") : licence],
  ];
}

function linksOf(model) {
  if (!isClassifier(model)) {
    return [];
  }

  const asked = model.version ? model.name : `${model.name}@${model.versions.at(-1).version}`;
  const links = [linkTo(`/?${new URLSearchParams({ model: asked })}`, t("try"), model.name)];
  return isCustom(model) ? [...links, linkTo("/classifiers", t("toClassifiers"))] : links;
}

function linkTo(address, text, about) {
  const link = element("a", text, "button");
  link.href = address;
  if (about) {
    link.ariaLabel = `${text}: ${about}`;
  }

  return link;
}
