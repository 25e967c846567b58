using System.Text.RegularExpressions;
using Tests.Api;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>What the README shows of the typed client is code that runs.</summary>
[Collection<SharedApi>]
public sealed class ReadmeTests(ApiFixture api)
{
    private const string Indentation = "        ";

    [Fact]
    public async Task Run_the_example_writes_labels_the_states_of_the_job_and_the_problem()
    {
        var written = new WrittenLines();
        await new ReadmeExample(written).RunAsync(api.Client.BaseAddress!, Path.Combine(Photo.Folder, "cat.jpg"));
        var lines = written.All;
        Assert.StartsWith("Egyptian cat: 0.5", lines[0], StringComparison.Ordinal);
        Assert.Equal(["Queued", "Running", "Succeeded"], lines.Skip(3).Take(3));
        Assert.StartsWith("invalid_image: ", lines[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_the_section_shows_the_code_of_the_example()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        var code = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "Tests", "Client", "ReadmeExample.cs"), TestContext.Current.CancellationToken);
        var section = readme[readme.IndexOf("### From .NET", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", StringComparison.Ordinal)];
        var blocks = Regex.Matches(section, "```csharp\n(.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
        Assert.Equal(2, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(Indent(block.Value), code, StringComparison.Ordinal));
    }

    private static string Indent(string block) => string.Join(
        '\n', block.Split('\n')[1..^1].Select(static line => line.Length == 0 ? line : Indentation + line));
}
