namespace ServiceDefaults.Logging;

/// <summary>The text of a line before its values were put in.</summary>
internal static class LogTemplate
{
    /// <summary>Under which name it is among the values of the line.</summary>
    public const string Name = "{OriginalFormat}";
}
