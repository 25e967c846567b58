using System.Text.RegularExpressions;

namespace Tests.Fixtures;

/// <summary>The commands that the documents show.</summary>
internal static partial class DocumentedScripts
{
    /// <summary>The blocks of commands of a document, in their order, but those that it marks as needing a cluster.</summary>
    /// <param name="document">Its path in the repository.</param>
    public static IEnumerable<string> Of(string document) => Block()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, document)))
        .Where(static block => !block.Groups["cluster"].Success)
        .Select(static block => block.Groups["script"].Value);

    [GeneratedRegex(@"(?<cluster><!-- needs a cluster -->\n)?```bash\n(?<script>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
