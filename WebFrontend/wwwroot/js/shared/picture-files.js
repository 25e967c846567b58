// Which files the server reads as pictures.

export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif"];

export const largestPictureBytes = 20 * 1024 * 1024;
