// The spans of a trace as a tree that can be folded. The server gives them depth first, so a span's descendants follow it.

/** Each span with what the rows need: whether it has children, and its ancestors from the root on. */
export function treeOf(spans) {
  const path = [];
  return spans.map((span, index) => {
    path.length = span.depth;
    const ancestors = [...path];
    path[span.depth] = span.spanId;
    return { span, ancestors, hasChildren: (spans[index + 1]?.depth ?? 0) > span.depth };
  });
}

/** The rows to show: none under a folded span; while somebody searches, what is found and what leads to it. */
export function visibleRows(tree, folded, search) {
  const words = search.toLowerCase();
  if (words) {
    const found = tree.filter(({ span }) => textOf(span).includes(words));
    const shown = new Set(found.flatMap(({ span, ancestors }) => [span.spanId, ...ancestors]));
    return tree.filter(({ span }) => shown.has(span.spanId));
  }

  return tree.filter(({ ancestors }) => !ancestors.some((id) => folded.has(id)));
}

const textOf = ({ name, resource, destination, spanId, attributes }) =>
  [name, resource, destination, spanId, ...attributes.map(({ value }) => value)].join("\n").toLowerCase();
