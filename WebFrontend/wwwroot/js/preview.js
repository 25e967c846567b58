// Shows the picture at once, before anything is sent.

import { byId, show } from "./elements.js";

let address;

export function showPreview(file) {
  const image = byId("preview");
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(file);
  image.onload = () => setVisible(true);
  image.onerror = () => setVisible(false);
  image.alt = file.name;
  image.src = address;
  byId("stage").classList.add("filled");
  show(byId("choose"), true);
  show(byId("again"), true);
}

function setVisible(isPicture) {
  show(byId("preview"), isPicture);
  show(byId("no-preview"), !isPicture);
}
