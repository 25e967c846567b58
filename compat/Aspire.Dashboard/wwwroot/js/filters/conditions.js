// A condition on a field, as the server and the address of the page write it: FIELD:CONDITION:VALUE.

/** The conditions with the words for them. */
export const conditions = {
  "equals": "is",
  "not-equals": "is not",
  "contains": "contains",
  "not-contains": "does not contain",
  "greater": "is greater than",
  "greater-or-equal": "is at least",
  "less": "is less than",
  "less-or-equal": "is at most",
};

export const write = (field, condition, value) => `${encodeURIComponent(field)}:${condition}:${encodeURIComponent(value)}`;

export function words(filter) {
  const [field, condition, value] = filter.split(":");
  return `${decoded(field)} ${conditions[condition] ?? condition} ${decoded(value ?? "") || "“”"}`;
}

/** Somebody may have typed the address; then it is shown as it is, and the server says what is wrong. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What leaves out the questions of health probes, which come by the second and tell nothing. */
export const withoutProbes = (field) => ["/health", "/alive"].map((path) => write(field, "not-contains", path));
