namespace Contracts;

/// <summary>How finely the text of an image is told.</summary>
public enum TextDetail
{
    /// <summary>Lines alone.</summary>
    Lines,

    /// <summary>The words of each line too.</summary>
    Words,

    /// <summary>The words of each line, and the characters of each word.</summary>
    Symbols,
}
