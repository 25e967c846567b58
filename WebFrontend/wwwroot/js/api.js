// The public API of this origin; the page uses nothing else.

const largestImageBytes = 20 * 1024 * 1024;

/** What went wrong, in the words and with the code of the API. */
export class Problem extends Error {
  constructor({ title, detail, code, traceId, retryAfter }) {
    super(detail ?? title);
    Object.assign(this, { title, detail, code, traceId, retryAfter });
  }
}

export async function listModels() {
  const response = await fetch("/api/models", { headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw await problemOf(response.status, () => response.text(), (name) => response.headers.get(name));
  }

  return (await response.json()).models;
}

/** Sends an image; XMLHttpRequest, because fetch tells nothing of an upload's progress. */
export function analyze(file, { model, top }, { onProgress, signal }) {
  if (file.size > largestImageBytes) {
    return Promise.reject(new Problem({
      title: "Image too large",
      detail: "The file has more than 20 MB, so it was not sent.",
      code: "image_too_large",
    }));
  }

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/analyze?${new URLSearchParams(model ? { model, top } : { top })}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
    request.onload = async () => {
      if (request.status === 200) {
        resolve({
          analysis: JSON.parse(request.responseText),
          timings: timingsOf(request.getResponseHeader("Server-Timing")),
        });
      } else {
        reject(await problemOf(request.status, () => request.responseText, (name) => request.getResponseHeader(name)));
      }
    };
    request.onerror = () => reject(new Problem({
      title: "No connection",
      detail: "The server cannot be reached. Check your connection, then try again.",
    }));
    request.onabort = () => reject(new DOMException("The analysis was cancelled.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

async function problemOf(status, text, header) {
  const retryAfter = header("Retry-After");
  try {
    return new Problem({ ...JSON.parse(await text()), retryAfter });
  } catch {
    return new Problem({ title: "The server answered in an unknown way", detail: `Its status was ${status}.`, retryAfter });
  }
}

function timingsOf(header) {
  return (header ?? "").split(",").map((entry) => {
    const [stage, ...parameters] = entry.split(";").map((part) => part.trim());
    const duration = parameters.find((parameter) => parameter.startsWith("dur="));
    return { stage, milliseconds: Number(duration?.slice("dur=".length)) };
  }).filter(({ stage, milliseconds }) => stage && Number.isFinite(milliseconds));
}
