// Sends a body and tells how far that is. XMLHttpRequest, because fetch tells nothing of an upload's progress.

import { keyHeaders } from "./api-key.js";
import { noConnection, problemOf } from "./problem.js";

/** Sends with the caller's key. `onProgress` gets the bytes sent and their sum. Gives the finished request, or throws a Problem. */
export function transfer(method, path, { headers = {}, body, signal, onProgress } = {}) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open(method, path);
    for (const [name, value] of Object.entries({ ...keyHeaders(), ...headers })) {
      request.setRequestHeader(name, value);
    }

    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded, total);
    request.onload = () => (request.status < 300
      ? resolve(request)
      : reject(problemOf(request.status, request.responseText, request.getResponseHeader("Retry-After"))));
    request.onerror = () => reject(noConnection());
    request.onabort = () => reject(new DOMException("The request was stopped.", "AbortError"));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}
