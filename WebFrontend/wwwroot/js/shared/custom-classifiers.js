// What tells a classifier of somebody's own from the models that came with the server.

/** The licence that a training writes down; nobody else's model has it. */
export const privateLicence = "LicenseRef-Private";

/** Whether it puts pictures into classes; the other models serve one feature each. */
export const isClassifier = ({ task }) => task === "classification";

/**
 * The API has no word of its own for it, but its weights have no public licence: they stand under the terms of whoever's
 * pictures they were trained on. No other classifier is described so.
 */
export const isCustom = (model) => isClassifier(model) && model.licence === privateLicence;

/** The answer to a picture that shows none of the classes. */
export const unknown = "unknown";
