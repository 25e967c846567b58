// What every page has: the theme, the language, the key.

import { listenForKey } from "./api-key.js";
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

// The page is made for everybody, so the server does not put in what stands behind the question mark.
for (const link of document.querySelectorAll("[data-language]")) {
  link.addEventListener("click", () => {
    const address = new URL(link.href);
    address.searchParams.set("from", location.pathname + location.search);
    link.href = address;
  });
}

listenForKey();
