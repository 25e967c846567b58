namespace WebFrontend.Texts;

/// <summary>Names the resource files beside it.</summary>
internal sealed class ClassifiersTexts;
