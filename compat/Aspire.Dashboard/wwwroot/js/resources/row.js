// The row of a resource.

import { around, button, element, icon, iconButton, outerLink } from "../shared/elements.js";
import { asTime } from "../shared/format.js";
import { openMenu } from "../shared/popovers.js";
import { commandIcons } from "./commands.js";
import { pageLinks } from "./links.js";
import { stateOf } from "./state.js";

const mostUrls = 2;

/** Cells with the names of their columns, which stand beside the values on a narrow screen. */
export function cellsOf(resource, depth, onOpen) {
  const name = button(resource.name, () => onOpen(resource.name), "name");
  name.dataset.key = "name";
  const named = around("span", "named", icon(resource.type.toLowerCase()), name);
  named.style.setProperty("--depth", depth);
  const more = iconButton(`More about ${resource.name}`, "more", () => openMenu(more, resource.name, pageLinks(resource)));
  more.dataset.key = "more";
  return [
    ["Name", named],
    ["State", stateOf(resource)],
    ["Started", started(resource)],
    ["Type", element("span", resource.type)],
    ["Source", cut(resource.source ?? "")],
    ["URLs", urls(resource)],
    ["Actions", around("span", "acts", ...commandIcons(resource), more)],
  ];
}

function started({ startedAt }) {
  const made = element("time", startedAt ? asTime(startedAt).replace(/\.\d+$/, "") : "–");
  made.dateTime = startedAt ?? "";
  return made;
}

function urls(resource) {
  const shown = resource.urls.filter(({ isInternal }) => !isInternal);
  const links = shown.slice(0, mostUrls).map(({ url }) => outerLink(url, url));
  if (shown.length > mostUrls) {
    links.push(element("span", `+${shown.length - mostUrls}`, "note"));
  }

  return around("span", "urls", ...links);
}

function cut(text) {
  const made = element("span", text, "cut source-text");
  made.title = text;
  return made;
}
