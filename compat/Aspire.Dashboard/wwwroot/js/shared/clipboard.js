// Copies text. Where the page may not use the clipboard (no TLS, no permission), the old way serves, from within the page.

import { say } from "./toast.js";

export async function copy(text) {
  say((await copied(text)) ? "Copied." : "The browser did not let the page copy.");
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "outside";
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
  }
}
