// The order of the resources: by name, and children below what they belong to.

const parentOf = ({ relationships }) => relationships.find(({ type }) => type === "Parent")?.resource;

/** [{ resource, depth }] of those that `isShown` lets through. */
export function ordered(resources, isShown) {
  const shown = resources.filter(isShown).sort((one, other) => one.name.localeCompare(other.name, "en"));
  const names = new Set(shown.map(({ name }) => name));
  const rows = [];
  const add = (resource, depth) => {
    // Whoever is already in stands in a circle of parents.
    if (rows.some((row) => row.resource === resource)) {
      return;
    }

    rows.push({ resource, depth });
    shown.filter((one) => parentOf(one) === resource.name).forEach((child) => add(child, depth + 1));
  };
  shown.filter((one) => !names.has(parentOf(one))).forEach((one) => add(one, 0));
  shown.forEach((one) => add(one, 0));
  return rows;
}
