// Where a key leads from a place in a list.

/** The next place, or undefined where the key does not move. */
export function moveBy(key, index, length, page) {
  const next = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: length - 1,
  }[key];
  return next === undefined || length === 0 ? undefined : Math.min(length - 1, Math.max(0, next));
}
