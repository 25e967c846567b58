// The ways in for pictures: chosen, dropped anywhere on the page with the folders they are in, or pasted.

/**
 * Listens on a page. `input` chooses files; it may be more than one. `onPictures` gets [{ file, folder }], never an empty list;
 * folder is the name of the innermost folder that the file was in, or undefined.
 */
export function listenForPictures(inputs, onPictures) {
  const take = (pictures) => pictures.length > 0 && onPictures(pictures);
  for (const input of [inputs].flat()) {
    const takeChosen = () => {
      take([...input.files].map((file) => ({ file, folder: folderOf(file.webkitRelativePath) })));

      // The same file may be chosen again.
      input.value = "";
    };
    input.addEventListener("change", takeChosen);

    // Somebody may have been faster than this script.
    takeChosen();
  }

  listenForDrops(document.body, take, (isOver) => document.body.classList.toggle("dragging", isOver));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => event.preventDefault());
  addEventListener("paste", (event) => take([...event.clipboardData.files].map((file) => ({ file, folder: undefined }))));
}

/** Listens for drops on one element. */
export function listenForDrops(target, onPictures, onOver = () => {}) {
  let depth = 0;
  const drag = (change) => {
    depth = Math.max(0, depth + change);
    onOver(depth > 0);
  };
  target.addEventListener("dragenter", () => drag(1));
  target.addEventListener("dragleave", () => drag(-1));
  target.addEventListener("dragover", (event) => event.preventDefault());
  target.addEventListener("drop", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    drag(-depth);

    // The entries are gone once this handler has waited for anything.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = [...event.dataTransfer.files];
    onPictures(entries.some((entry) => entry.isDirectory)
      ? (await Promise.all(entries.map((entry) => filesIn(entry)))).flat()
      : files.map((file) => ({ file, folder: undefined })));
  });
}

const folderOf = (path) => path?.split("/").at(-2);

async function filesIn(entry, folder) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return file.name.startsWith(".") ? [] : [{ file, folder }];
  }

  const inside = await childrenOf(entry.createReader());
  return (await Promise.all(inside.map((child) => filesIn(child, entry.name)))).flat();
}

// A folder gives its content in portions, the last of them empty.
async function childrenOf(reader) {
  const children = [];
  for (let portion; portion = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)), portion.length > 0;) {
    children.push(...portion);
  }

  return children;
}
