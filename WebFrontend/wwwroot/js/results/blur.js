// Makes parts of a picture unrecognisable: each is reduced to a few pixels, so that nothing of it can be brought back, and
// spread over its place again.

const pixelsAcross = 6;
const margin = 0.15;
const quality = 0.92;

/** A copy of a picture file, upright, in which the boxes are blurred; PNG stays PNG, all else becomes JPEG. */
export async function blurredCopy(file, boxes) {
  const picture = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const drawing = canvas.getContext("2d");
  drawing.drawImage(picture, 0, 0);
  for (const box of boxes) {
    blur(drawing, picture, widened(box, picture));
  }

  picture.close();
  return canvas.convertToBlob(file.type === "image/png" ? { type: file.type } : { type: "image/jpeg", quality });
}

function blur(drawing, picture, { x, y, width, height }) {
  const few = new OffscreenCanvas(pixelsAcross, Math.max(1, Math.round(pixelsAcross * height / width)));
  few.getContext("2d").drawImage(picture, x, y, width, height, 0, 0, few.width, few.height);
  drawing.save();
  drawing.beginPath();
  drawing.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  drawing.clip();
  drawing.drawImage(few, x, y, width, height);
  drawing.restore();
}

// The box of a face ends at the brow and the chin; hair and neck tell of a person too.
function widened(box, picture) {
  const x = Math.max(0, box.x - box.width * margin);
  const y = Math.max(0, box.y - box.height * margin * 2);
  return {
    x,
    y,
    width: Math.min(picture.width - x, box.width * (1 + 2 * margin)),
    height: Math.min(picture.height - y, box.height * (1 + 3 * margin)),
  };
}
