// What went wrong, in the words and with the code of the API.

import { hasText, t } from "./text.js";

export class Problem extends Error {
  constructor({ status, type, title, detail, code, traceId, retryable, retryAfter, errors }) {
    super(detail ?? title);
    Object.assign(this, { status, type, title, detail, code, traceId, retryable, retryAfter, errors });
  }
}

class NoConnection extends Problem {}

/** No reply came at all. */
export const noConnection = () => new NoConnection({ title: t("noConnection"), detail: t("noConnectionDetail") });

export const isNoConnection = (error) => error instanceof NoConnection;

/** The problem of a reply, whoever made it: what stands between may answer in its own way. */
export function problemOf(status, text, retryAfter) {
  const problem = parseJson(text);
  return new Problem(problem?.title
    ? { ...problem, status, retryAfter: retryAfter === null ? undefined : Number(retryAfter) }
    : { status, title: t("unknownAnswer"), detail: t("unknownAnswerDetail", { status }) });
}

/** Anything that was thrown, as a problem. */
export const asProblem = (error) =>
  error instanceof Problem ? error : new Problem({ title: t("pageFailed"), detail: error.message });

/** The title in the page's language; the API's own is English. */
export const titleOf = ({ code, title }) => (code && hasText(`problem.${code}`) ? t(`problem.${code}`) : title ?? t("pageFailed"));

export function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
