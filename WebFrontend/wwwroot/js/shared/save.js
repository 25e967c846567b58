// Saves something that the page has made as a file.

export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();

  // The browser has taken hold of it by the time of the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
