// Takes a photograph. Where there is no camera, or no permission, the page says so and works on without it.

import { byId } from "./elements.js";

const constraints = { video: { facingMode: "environment" } };

export function listenForPhotographs(onImage, onUnavailable) {
  const dialog = byId("camera");
  const video = byId("video");

  byId("photograph").addEventListener("click", async () => {
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia(constraints);
      dialog.showModal();
      await video.play();
    } catch {
      onUnavailable("No camera can be used here. Choose a file instead; on a phone that offers the camera too.");
    }
  });

  byId("shoot").addEventListener("click", () => {
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    canvas.toBlob((blob) => {
      dialog.close();
      onImage(new File([blob], "photograph.jpg", { type: blob.type }));
    }, "image/jpeg", 0.92);
  });

  byId("close-camera").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    video.srcObject?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  });
}
