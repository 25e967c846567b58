// A field of the page whose value stands in the address.

import { choose, chosen } from "./address.js";
import { byId } from "./elements.js";
import { keep, readKept } from "./keep.js";

const typingMilliseconds = 200;

/** A select or a search field. Gives a function that tells the value. */
export function bindField(id, onChange) {
  const field = byId(id);
  let timer;
  if (chosen(id)) {
    field.value = chosen(id);
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      choose({ [id]: field.value.trim() });
      onChange();
    }, field.type === "search" ? typingMilliseconds : 0);
  });
  return () => field.value.trim();
}

/** A button that is pressed or not. */
export function bindPressed(id, onChange) {
  const button = byId(id);
  const write = (isPressed) => {
    button.ariaPressed = String(isPressed);
  };
  write(chosen(id) === "true");
  button.addEventListener("click", () => {
    write(button.ariaPressed !== "true");
    choose({ [id]: button.ariaPressed === "true" });
    onChange();
  });
  return () => button.ariaPressed === "true";
}

/** A checkbox or pressed button that is a habit rather than a question: this browser keeps it, for all pages. */
export function bindHabit(id, name, byDefault, onChange) {
  const control = byId(id);
  const isBox = control.type === "checkbox";
  let value = readKept(name) ?? byDefault;
  const write = () => {
    if (isBox) {
      control.checked = value;
    } else {
      control.ariaPressed = String(value);
    }
  };
  write();
  control.addEventListener(isBox ? "change" : "click", () => {
    value = isBox ? control.checked : !value;
    write();
    keep(name, value);
    onChange();
  });
  return () => value;
}
