// The pane beside a list with all about one entry. Escape closes it, and the focus goes back to where it came from.

import { byId, iconButton } from "../shared/elements.js";
import { keep, readKept } from "../shared/keep.js";

const narrowest = 280;
const step = 24;
const pane = byId("pane");
let whenClosed = () => {};

/** Shows an entry: its title, buttons, and sections. `onClose` is told when it is gone. */
export function openPane({ title, acts = [], sections, onClose }) {
  const isNew = pane.hidden || byId("pane-title").textContent !== title;
  const top = byId("pane-body").scrollTop;
  const focused = pane.contains(document.activeElement) ? nameOf(document.activeElement) : undefined;
  whenClosed = onClose ?? whenClosed;
  pane.hidden = false;
  byId("pane-title").textContent = title;
  byId("pane-title").title = title;
  byId("pane-actions").replaceChildren(...acts, iconButton("Close the details", "close", closePane));
  byId("pane-body").replaceChildren(...sections);
  byId("pane-body").scrollTop = isNew ? 0 : top;
  if (isNew && getComputedStyle(pane).position === "fixed") {
    // It covers the list, so whoever uses the keyboard goes on in it.
    byId("pane-title").focus();
  } else if (focused && !pane.contains(document.activeElement)) {
    [...pane.querySelectorAll("a, button, summary")].find((one) => nameOf(one) === focused)?.focus({ preventScroll: true });
  }
}

// The pane is written anew while somebody may stand in it; what has the same name is the same to them.
const nameOf = (one) => one.ariaLabel || one.textContent;

export function closePane() {
  if (!pane.hidden) {
    pane.hidden = true;
    whenClosed();
  }
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], [popover]:popover-open")) {
    closePane();
  }
});

const grip = pane.querySelector(".grip");

function resize(width) {
  const widest = Math.round(pane.parentElement.clientWidth * 0.6);
  const fitting = Math.round(Math.min(Math.max(narrowest, width), Math.max(narrowest, widest)));
  pane.style.setProperty("--width", `${fitting}px`);
  grip.ariaValueNow = fitting;
  keep("pane", fitting);
}

const kept = readKept("pane");
grip.ariaValueMin = narrowest;
grip.ariaValueMax = 2000;
grip.ariaValueNow = kept ?? 480;
if (kept) {
  pane.style.setProperty("--width", `${kept}px`);
}

grip.addEventListener("pointerdown", ({ pointerId }) => grip.setPointerCapture(pointerId));
grip.addEventListener("pointermove", ({ pointerId, clientX }) => {
  if (grip.hasPointerCapture(pointerId)) {
    resize(pane.getBoundingClientRect().right - clientX);
  }
});
grip.addEventListener("keydown", ({ key }) => {
  const by = { ArrowLeft: step, ArrowRight: -step }[key];
  if (by) {
    resize(pane.clientWidth + by);
  }
});
