// The page as a whole: a picture comes in, is shown, sent, and its answer is shown.

import { analyze, Problem } from "./api.js";
import { listenForPhotographs } from "./camera.js";
import { byId } from "./elements.js";
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
  setBusy(true);
  setStatus("Sending …");
  const started = performance.now();
  try {
    await modelsReady;
    const options = { model: byId("model").value, top: byId("top").value };
    const result = await analyze(current, options, { onProgress: showUpload, signal: mine.signal });
    showResults(result);
    setStatus(`Done in ${asMilliseconds(performance.now() - started)}.`);
  } catch (error) {
    // A later picture took the place of this one and tells of itself.
    if (mine === running) {
      showFailure(error);
    }
  } finally {
    if (mine === running) {
      setBusy(false);
    }
  }
}

function setBusy(isBusy) {
  byId("activity").classList.toggle("idle", !isBusy);
  byId("answer").ariaBusy = String(isBusy);
  byId("bar").value = 0;
}

function showUpload(share) {
  if (share < 1) {
    byId("bar").value = share;
  } else {
    // How long the analysis takes is not known.
    byId("bar").removeAttribute("value");
    setStatus("Analysing …");
  }
}

function showFailure(error) {
  if (error.name === "AbortError") {
    setStatus("Cancelled.");
    return;
  }

  clearResults();
  setStatus("Not analysed.");
  showProblem(error instanceof Problem ? error : new Problem({ title: "Something went wrong on this page", detail: error.message }));
}

function accept(file) {
  current = file;
  clearResults();
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
