// What can be done to a resource, and what it came to.

import { attempt, post } from "../shared/api.js";
import { button, icon, iconButton } from "../shared/elements.js";
import { say } from "../shared/toast.js";

const pictures = new Set(["start", "stop", "restart"]);
const pictureOf = ({ name }) => (pictures.has(name) ? name : "command");

async function run(resource, command, control) {
  control.disabled = true;
  const outcome = await attempt(async () =>
    (await post(`resources/${encodeURIComponent(resource.name)}/commands/${encodeURIComponent(command.name)}`)).json());
  control.disabled = command.state === "Disabled";
  if (outcome) {
    say(`${command.displayName} ${resource.name}: ${outcome.message ?? (outcome.success ? "done." : "it failed.")}`);
  }
}

const shown = (resource) => resource.commands.filter(({ state }) => state !== "Hidden");

/** Small buttons with pictures, for a row. */
export const commandIcons = (resource) => shown(resource).map((command) => {
  const made = iconButton(`${command.displayName} ${resource.name}`, pictureOf(command), () => run(resource, command, made));
  made.disabled = command.state === "Disabled";
  made.dataset.key = command.name;
  return made;
});

/** Buttons with words. */
export const commandButtons = (resource) => shown(resource).map((command) => {
  const made = button(command.displayName, () => run(resource, command, made));
  made.prepend(icon(pictureOf(command)));
  made.disabled = command.state === "Disabled";
  return made;
});
