namespace WebFrontend.Pages;

/// <summary>What the layout has to know of a page.</summary>
/// <param name="Name">Its files are <c>css/{name}.css</c> and <c>js/{name}/page.js</c>.</param>
/// <param name="Texts">Its resource, with at least <c>Title</c> and <c>Description</c>.</param>
/// <param name="ShowsResults">Whether it shows analyses, by <c>_Picture</c>, <c>_Results</c> and <c>js/results</c>.</param>
internal sealed record PageHead(string Name, Type Texts, bool ShowsResults = false);
