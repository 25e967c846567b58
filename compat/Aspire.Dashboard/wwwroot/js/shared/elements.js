// Small pieces of a page. Telemetry is what strangers wrote: it becomes text, never markup.

export const byId = (id) => document.getElementById(id);

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }

  if (className) {
    made.className = className;
  }

  return made;
}

/** An element around others. */
export function around(name, className, ...children) {
  const made = element(name, undefined, className);
  made.append(...children);
  return made;
}

const vectors = "http://www.w3.org/2000/svg";

/** An element of a drawing, with its attributes. */
export function drawn(name, attributes = {}, ...children) {
  const made = document.createElementNS(vectors, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }

  made.append(...children);
  return made;
}

export const icon = (name) => drawn("svg", { class: "icon", "aria-hidden": "true" }, drawn("use", { href: `/icons/icons.svg#${name}` }));

export function button(text, onClick, className) {
  const made = element("button", text, className);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

/** A button that shows a picture; its name is read aloud and stands beside the pointer. */
export function iconButton(name, picture, onClick, className = "plain") {
  const made = button(undefined, onClick, className);
  made.ariaLabel = name;
  made.title = name;
  made.append(icon(picture));
  return made;
}

export function link(text, address, className) {
  const made = element("a", text, className);
  made.href = address;
  return made;
}

/** A link to where a resource itself is reached: what it tells may be any text, so only web addresses become links. */
export function outerLink(text, address) {
  if (!/^https?:\/\//i.test(address)) {
    return element("span", text);
  }

  const made = link(text, address);
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  return made;
}

/** A name that may be broken behind its dots and underscores. */
export const breakable = (name) => name.split(/(?<=[._])(?![._])/).flatMap((part, index) => (index === 0 ? [part] : [element("wbr"), part]));

export function option(value, text = value) {
  const made = element("option", text);
  made.value = value;
  return made;
}
