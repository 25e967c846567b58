// What is too large for the browser's simple storage: files whose upload is not done, and small pictures of what was analysed.
// Where the browser has no database for us, nothing is kept and nothing fails.

const version = 1;

let opening;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("pictures", version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("uploads", { keyPath: "location" });
      request.result.createObjectStore("thumbnails", { keyPath: "digest" }).createIndex("keptAt", "keptAt");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

/** Runs `work` on a store; gives what its request gives, or undefined. */
export async function inStore(name, mode, work) {
  try {
    const store = (await open()).transaction(name, mode).objectStore(name);
    return await resultOf(work(store));
  } catch {
    return undefined;
  }
}

const resultOf = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
