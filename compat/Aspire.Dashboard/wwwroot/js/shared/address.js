// What is chosen on a page stands in its address, so that it can be sent to somebody else and comes back with a reload.

/** The values of a parameter, decoded. */
export const chosenAll = (name) => new URLSearchParams(location.search).getAll(name);

export const chosen = (name) => new URLSearchParams(location.search).get(name) ?? "";

/** Puts values into the address without a step in the history; an empty one leaves it. */
export function choose(values) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    address.searchParams.delete(name);
    for (const one of [value].flat().filter((each) => each !== undefined && each !== "" && each !== false)) {
      address.searchParams.append(name, one);
    }
  }

  history.replaceState(null, "", address);
}

/** The resource that the path names, as in /traces/resource/api. */
export function resourceInPath() {
  const [, name] = location.pathname.match(/\/resource\/([^/]+)$/) ?? [];
  return name ? decodeURIComponent(name) : "";
}

/** Names another resource in the path of a page, or none. */
export function chooseResource(page, name) {
  history.replaceState(null, "", (name ? addressOfResource(page, name) : page) + location.search);
}

export const addressOfResource = (page, name) => `${page}/resource/${encodeURIComponent(name)}`;
