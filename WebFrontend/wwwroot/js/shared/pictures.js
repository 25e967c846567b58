// The ways in for pictures: chosen, dropped anywhere on the page with the folders they are in, or pasted.

/**
 * Listens on a page. `input` chooses files; it may be more than one. `onPictures` gets [{ file, folder, path }], never an empty
 * list; folder is the name of the innermost folder that the file was in, path those of all folders from the chosen one on with
 * slashes between, each undefined where there was none. What is hidden in a folder stays so.
 */
export function listenForPictures(inputs, onPictures) {
  const take = (pictures) => pictures.length > 0 && onPictures(pictures);
  for (const input of [inputs].flat()) {
    listenForChoices(input, take);
  }

  listenForDrops(document.body, take, (isOver) => document.body.classList.toggle("dragging", isOver));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => event.preventDefault());
  addEventListener("paste", (event) => take([...event.clipboardData.files].map((file) => located(file, []))));
}

/** Listens for files that are chosen by one input. */
export function listenForChoices(input, onPictures) {
  const takeChosen = () => {
    onPictures([...input.files].map((file) => [file, file.webkitRelativePath.split("/")])
      .filter(([, names]) => !names.slice(1).some(isHidden))
      .map(([file, names]) => located(file, names.slice(0, -1))));

    // The same file may be chosen again.
    input.value = "";
  };
  input.addEventListener("change", takeChosen);

  // Somebody may have been faster than this script.
  if (input.files.length > 0) {
    takeChosen();
  }
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
    // What lies within may have taken it; the drag is over for both.
    const isTaken = event.defaultPrevented;
    event.preventDefault();
    drag(-depth);
    if (isTaken) {
      return;
    }

    // The entries are gone once this handler has waited for anything.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = [...event.dataTransfer.files];
    onPictures(entries.some((entry) => entry.isDirectory)
      ? (await Promise.all(entries.map((entry) => filesIn(entry)))).flat()
      : files.map((file) => located(file, [])));
  });
}

const located = (file, folders) => ({ file, folder: folders.at(-1), path: folders.join("/") || undefined });

const isHidden = (name) => name.startsWith(".");

// What cannot be read, such as a link that leads nowhere, is passed over.
async function filesIn(entry, folders = []) {
  try {
    if (entry.isFile) {
      return [located(await new Promise((resolve, reject) => entry.file(resolve, reject)), folders)];
    }

    const inside = (await childrenOf(entry.createReader())).filter(({ name }) => !isHidden(name));
    return (await Promise.all(inside.map((child) => filesIn(child, [...folders, entry.name])))).flat();
  } catch {
    return [];
  }
}

// A folder gives its content in portions, the last of them empty.
async function childrenOf(reader) {
  const children = [];
  for (let portion; portion = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)), portion.length > 0;) {
    children.push(...portion);
  }

  return children;
}
