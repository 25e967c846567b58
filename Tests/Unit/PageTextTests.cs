using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tests.Fixtures;
using WebFrontend.Localization;
using Xunit;

namespace Tests.Unit;

/// <summary>The texts of the pages: each in both languages, and none that a script or a page asks for in vain.</summary>
public sealed partial class PageTextTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "WebFrontend");
    private static readonly string Folder = Path.Combine(Web, "Texts");

    public static TheoryData<string> Resources =>
        [.. Directory.GetFiles(Folder, "*.zh.resx").Select(static file => Path.GetFileName(file)[..^".zh.resx".Length])];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Resource_has_every_text_in_both_languages_with_the_same_placeholders(string resource)
    {
        var english = Read($"{resource}.resx");
        var chinese = Read($"{resource}.zh.resx");
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Placeholders(text.Value), Placeholders(chinese[text.Key])));
    }

    [Fact]
    public void Scripts_ask_for_no_text_that_there_is_not()
    {
        var known = Directory.GetFiles(Folder, "*.resx").SelectMany(static file => Read(Path.GetFileName(file)).Keys)
            .Where(static name => name.StartsWith(ScriptTexts.Prefix, StringComparison.Ordinal))
            .Select(static name => name[ScriptTexts.Prefix.Length..]).ToHashSet(StringComparer.Ordinal);
        var asked = Directory.GetFiles(Path.Combine(Web, "wwwroot", "js"), "*.js", SearchOption.AllDirectories)
            .SelectMany(static file => TextCall().Matches(File.ReadAllText(file)))
            .Select(static match => match.Groups["name"].Value).ToList();
        Assert.True(asked.Count > 50, "The pattern finds the calls of scripts.");
        Assert.DoesNotContain(asked, name => !known.Contains(name) && !known.Contains($"{name}.other"));
    }

    [Fact]
    public void Pages_have_no_form_that_posts_because_none_carries_a_token()
    {
        var forms = Directory.GetFiles(Path.Combine(Web, "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(static file => Form().Matches(File.ReadAllText(file))).Select(static match => match.Value).ToList();
        Assert.NotEmpty(forms);
        Assert.DoesNotContain(forms, static form => form.Contains("post", StringComparison.OrdinalIgnoreCase));
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data")
        .ToDictionary(static data => data.Attribute("name")!.Value, static data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(static match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex("\\b(?:t|count)\\(\"(?<name>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex TextCall();

    [GeneratedRegex("\\{\\w+\\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("<form[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
