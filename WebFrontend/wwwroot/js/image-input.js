// The ways in for a picture: chosen, dropped anywhere on the page, or pasted.

import { byId } from "./elements.js";

export function listenForImages(onImage) {
  const input = byId("file");
  input.addEventListener("change", () => {
    take(input.files, onImage);

    // The same file may be chosen again.
    input.value = "";
  });

  let depth = 0;
  const drag = (change) => {
    depth = Math.max(0, depth + change);
    document.body.classList.toggle("dragging", depth > 0);
  };
  addEventListener("dragenter", () => drag(1));
  addEventListener("dragleave", () => drag(-1));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    drag(-depth);
    take(event.dataTransfer.files, onImage);
  });

  addEventListener("paste", (event) => take(event.clipboardData.files, onImage));
}

function take(files, onImage) {
  if (files.length > 0) {
    onImage(files[0]);
  }
}
