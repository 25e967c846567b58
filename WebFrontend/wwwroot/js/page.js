// The page as a whole: a picture comes in, is shown, sent, and its answer is shown.

import { analyze, Problem } from "./api.js";
import { listenForPhotographs } from "./camera.js";
import { byId, show } from "./elements.js";
import { asMilliseconds } from "./format.js";
import { listenForImages } from "./image-input.js";
import { fillModels } from "./models.js";
import { showPreview } from "./preview.js";
import { clearProblem, showProblem } from "./problems.js";
import { clearResults, showResults } from "./results.js";

let current;
let running;

const setStatus = (text) => {
  byId("status").textContent = text;
};

async function run() {
  running?.abort();
  const mine = running = new AbortController();
  clearProblem();
  clearResults();
  show(byId("progress"), true);
  setStatus("Sending …");
  const started = performance.now();
  try {
    await modelsReady;
    const options = { model: byId("model").value, top: byId("top").value };
    const result = await analyze(current, options, { onProgress: showUpload, signal: mine.signal });
    showResults(result);
    setStatus(`Done in ${asMilliseconds(performance.now() - started)}.`);
  } catch (error) {
    if (mine === running) {
      showFailure(error);
    }
  } finally {
    if (mine === running) {
      show(byId("progress"), false);
      show(byId("again"), true);
    }
  }
}

function showUpload(share) {
  byId("bar").value = share;
  if (share === 1) {
    setStatus("Analysing …");
  }
}

function showFailure(error) {
  if (error.name === "AbortError") {
    setStatus("Cancelled.");
    return;
  }

  setStatus("");
  showProblem(error instanceof Problem ? error : new Problem({ title: "Something went wrong on this page", detail: error.message }));
}

function accept(file) {
  current = file;
  showPreview(file);
  run();
}

// Without the list the server's own default is used; the page is as good as before.
const modelsReady = fillModels().catch(showFailure);

listenForImages(accept);
listenForPhotographs(accept, setStatus);
byId("choose").addEventListener("click", () => byId("file").click());
byId("again").addEventListener("click", run);
byId("abort").addEventListener("click", () => running?.abort());
byId("options").addEventListener("change", () => current && run());
