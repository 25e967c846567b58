// What this browser keeps for the pages. Where it keeps nothing (a private window, no room), they work without.

export function readKept(name) {
  try {
    return JSON.parse(localStorage.getItem(`dashboard.${name}`)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(`dashboard.${name}`, JSON.stringify(value));
  } catch {
    // Then it is not kept.
  }
}
