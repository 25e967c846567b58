namespace ApiService.Compatibility.Google.Responses;

/// <summary>The text of an image as a page.</summary>
internal sealed record TextAnnotation(IReadOnlyList<Page> Pages, string Text);
