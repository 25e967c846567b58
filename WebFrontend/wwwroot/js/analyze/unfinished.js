// Uploads that a reload has interrupted: their files are kept by the browser until they are done or given up.

import { button, byId, element, show } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { discardUpload, unfinishedUploads } from "../shared/upload.js";

export async function offerUnfinished(onContinue) {
  for (const { location, file, options } of await unfinishedUploads()) {
    byId("unfinished").append(offer(location, file, options, onContinue));
    show(byId("unfinished"), true);
  }
}

function offer(location, file, options, onContinue) {
  const row = element("div");
  const done = (act) => () => {
    row.remove();
    show(byId("unfinished"), byId("unfinished").childElementCount > 0);
    act();
  };
  const actions = element("div", undefined, "actions");
  actions.append(
    button(t("resume"), done(() => onContinue(file, options, location)), "primary small"),
    button(t("discard"), done(() => discardUpload(location)), "small"));
  row.append(element("span", t("unfinishedUpload", { name: file.name })), actions);
  return row;
}
