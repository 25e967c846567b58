// What the tasks of models are good for, and in which order they are shown.

import { isCustom } from "../shared/custom-classifiers.js";

/** Which features of the page Analyse a task serves, by the task's name. */
const served = {
  "classification": ["labels", "embedding"],
  "custom": ["labels"],
  "object-detection": ["objects"],
  "face-detection": ["faces"],
  "moderation": ["moderation"],
  "text-detection": ["text"],
  "text-recognition": ["text"],
};

export const featuresOf = (model) => served[taskOf(model)] ?? [];

/** The task, with the classifiers that users have trained as one of their own. */
export const taskOf = (model) => (isCustom(model) ? "custom" : model.task);

/** The default one first, then by task; tasks that this page does not know come last. */
export function inOrder(models) {
  const order = Object.keys(served);
  const rankOf = (model) => (model.default ? -1 : (order.indexOf(taskOf(model)) + order.length + 1) % (order.length + 1));
  return models.toSorted((one, other) => rankOf(one) - rankOf(other) || one.name.localeCompare(other.name));
}
