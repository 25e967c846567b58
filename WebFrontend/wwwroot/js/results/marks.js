// A line of a result and its outlines in the picture carry the same mark; pointing at one shows the other.

let chosen;

/** Shows one mark, or the one that was clicked last. */
export function mark(name = chosen) {
  for (const marked of document.querySelectorAll(".marked")) {
    marked.classList.remove("marked");
  }

  for (const bearer of document.querySelectorAll(`[data-mark="${name}"]`)) {
    bearer.classList.add("marked");
  }
}

export function choose(name) {
  chosen = name;
  mark();
}

/** Follows the mouse and the keyboard within an element. `onChoose` gets the mark that was clicked. */
export function followMarks(root, onChoose) {
  const markOf = (event) => event.target.closest?.("[data-mark]")?.dataset.mark;
  root.addEventListener("pointerover", (event) => mark(markOf(event)));
  root.addEventListener("pointerleave", () => mark());
  root.addEventListener("focusin", (event) => mark(markOf(event)));
  root.addEventListener("focusout", () => mark());
  root.addEventListener("click", (event) => {
    const name = markOf(event);
    if (name) {
      choose(name);
      onChoose?.(name);
    }
  });
}
