// Takes a photograph. Where there is no camera, or no permission, the page says so and works on without it.

import { byId } from "../shared/elements.js";
import { t } from "../shared/text.js";

const constraints = { video: { facingMode: "environment" } };
const quality = 0.92;

export function listenForPhotographs(onImage, onUnavailable) {
  const dialog = byId("camera");
  const video = byId("video");
  const capture = byId("capture");

  byId("photograph").addEventListener("click", () => {
    // Without TLS a browser gives no page the camera, yet a phone's own camera program may still be asked.
    if (navigator.mediaDevices) {
      open(dialog, video).catch(() => {
        dialog.close();
        stop(video);
        onUnavailable(t("noCamera"));
      });
    } else {
      capture.click();
    }
  });

  capture.addEventListener("change", () => {
    const [photograph] = capture.files;
    capture.value = "";
    if (photograph) {
      onImage(photograph);
    }
  });

  byId("shoot").addEventListener("click", async () => {
    const photograph = await shoot(video);
    dialog.close();
    onImage(photograph);
  });

  byId("close-camera").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => stop(video));
}

async function open(dialog, video) {
  byId("shoot").disabled = true;
  stop(video);
  video.srcObject = await navigator.mediaDevices.getUserMedia(constraints);
  if (!dialog.open) {
    dialog.showModal();
  }

  await video.play();
  byId("shoot").disabled = false;
}

async function shoot(video) {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d").drawImage(video, 0, 0);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
  return new File([blob], "photograph.jpg", { type: blob.type });
}

function stop(video) {
  video.srcObject?.getTracks().forEach((track) => track.stop());
  video.srcObject = null;
}
