// The public API of this origin; the page uses nothing else.

const largestImageBytes = 20 * 1024 * 1024;

/** What went wrong, in the words and with the code of the API. */
export class Problem extends Error {
  constructor({ type, title, detail, code, traceId, retryAfter }) {
    super(detail ?? title);
    Object.assign(this, { type, title, detail, code, traceId, retryAfter });
  }
}

const noConnection = () => new Problem({
  title: "No connection",
  detail: "The server cannot be reached. Check your connection, then try again.",
});

export async function listModels() {
  const response = await fetch("/api/models", { headers: { Accept: "application/json" } }).catch(() => {
    throw noConnection();
  });
  if (!response.ok) {
    throw problemOf(response.status, await response.text(), response.headers.get("Retry-After"));
  }

  return (await response.json()).models;
}

/** Sends an image; XMLHttpRequest, because fetch tells nothing of an upload's progress. */
export function analyze(file, { model, top }, { onProgress, signal }) {
  if (file.size > largestImageBytes) {
    return Promise.reject(new Problem({
      type: "/problems/image_too_large",
      title: "Image too large",
      detail: "The file has more than 20 MB, so it was not sent.",
      code: "image_too_large",
    }));
  }

  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open("POST", `/api/analyze?${new URLSearchParams(model ? { model, top } : { top })}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
    request.onload = () => {
      const analysis = request.status === 200 && parse(request.responseText);
      if (analysis) {
        resolve({ analysis, timings: timingsOf(request.getResponseHeader("Server-Timing")) });
      } else {
        reject(problemOf(request.status, request.responseText, request.getResponseHeader("Retry-After")));
      }
    };
    request.onerror = () => reject(noConnection());
    request.onabort = () => reject(new DOMException("The analysis was cancelled.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

// What stands between may answer in its own way, so no reply is taken for JSON before it has been read as such.
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(status, text, retryAfter) {
  const problem = parse(text);
  return new Problem(problem?.title
    ? { ...problem, retryAfter }
    : { title: "The server answered in an unknown way", detail: `Its status was ${status}.`, retryAfter });
}

function timingsOf(header) {
  return (header ?? "").split(",").map((entry) => {
    const [stage, ...parameters] = entry.split(";").map((part) => part.trim());
    const duration = parameters.find((parameter) => parameter.startsWith("dur="));
    return { stage, milliseconds: Number(duration?.slice("dur=".length)) };
  }).filter(({ stage, milliseconds }) => stage && Number.isFinite(milliseconds));
}
