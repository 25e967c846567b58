// The chosen theme, before anything is drawn: as a module it would come too late, and the page would flash.

{
  let theme;
  try {
    theme = localStorage.getItem("theme");
  } catch {
    // A browser that keeps nothing for us follows the system.
  }

  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
}
