// What every page has: the theme, and the name of the application.

import { read } from "./api.js";
import { byId } from "./elements.js";

const root = document.documentElement;

byId("theme").addEventListener("click", () => {
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
  try {
    // As theme.js reads it.
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // Then it holds for this page alone.
  }
});

read("session").then(({ applicationName }) => {
  byId("application").textContent = applicationName;
  document.title = `${document.title.replace(/ – [^–]*$/, "")} – ${applicationName}`;
}, () => {
  // Whoever asks for the page's own data tells that the server is away.
});
