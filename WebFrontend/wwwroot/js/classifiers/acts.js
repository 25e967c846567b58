// What can be done with a version of a classifier, by whoever has the administrator's key.

import { sendAsAdmin } from "../shared/api.js";
import { byId } from "../shared/elements.js";
import { t } from "../shared/text.js";

const pathOf = ({ name }, version) => `/api/models/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`;

/** Makes a version live. Gives the classifier as it is then; undefined if no key is given. */
export const promote = async (model, version) =>
  (await sendAsAdmin(`${pathOf(model, version)}/promote`, { method: "POST" }))?.json();

/** Makes the version live again that was live before. Gives the same. */
export const rollBack = async (model) =>
  (await sendAsAdmin(`/api/models/${encodeURIComponent(model.name)}/rollback`, { method: "POST" }))?.json();

/** Deletes a version, if that is confirmed. Gives the same. */
export async function removeVersion(model, version) {
  if (!await isConfirmed(t("deleteQuestion", { name: model.name, version }))
    || !await sendAsAdmin(pathOf(model, version), { method: "DELETE" })) {
    return undefined;
  }

  return { ...model, versions: model.versions.filter((other) => other.version !== version) };
}

function isConfirmed(question) {
  const dialog = byId("confirm");
  byId("question").textContent = question;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}
