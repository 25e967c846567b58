// The caller's key. It is asked for once, and kept only as long as this tab is open.

import { byId } from "./elements.js";
import { readSession, writeSession } from "./keep.js";
import { t } from "./text.js";

const storedAs = "api-key";

export const apiKey = () => readSession(storedAs);

export const keyHeaders = () => (apiKey() ? { "X-Api-Key": apiKey() } : {});

export function forgetKey() {
  writeSession(storedAs, undefined);
  showWhetherKnown();
}

/** Asks for a key, with the reason why. Gives whether there is one now. */
export function askForKey(reason = t("keyReason")) {
  const dialog = byId("key-dialog");
  const input = byId("key-input");
  byId("key-reason").textContent = reason;
  input.value = apiKey() ?? "";
  dialog.returnValue = "";
  dialog.showModal();
  input.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "use") {
        writeSession(storedAs, input.value.trim() || undefined);
      } else if (dialog.returnValue === "forget") {
        writeSession(storedAs, undefined);
      }

      input.value = "";
      showWhetherKnown();
      resolve(dialog.returnValue === "use" && apiKey() !== undefined);
    }, { once: true });
  });
}

export function listenForKey() {
  byId("key-button").addEventListener("click", () => askForKey());
  showWhetherKnown();
}

function showWhetherKnown() {
  byId("key-button").ariaPressed = String(apiKey() !== undefined);
}
