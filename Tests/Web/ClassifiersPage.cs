using Microsoft.Playwright;
using Tests.Api.Classifiers;

namespace Tests.Web;

/// <summary>The page of the classifiers, as those who use it speak of it.</summary>
internal sealed class ClassifiersPage(IPage page)
{
    public const string Path = "/classifiers";

    private const float TrainingPatience = 60_000;

    public IPage Page => page;

    public ILocator Name => page.GetByLabel("Name", new() { Exact = true });

    public ILocator Classes => page.Locator(".class");

    public ILocator Train => page.GetByRole(AriaRole.Button, new() { Name = "Train it", Exact = true });

    public ILocator Readiness => page.Locator("#readiness");

    public ILocator Training => page.Locator("#training");

    public ILocator Result => page.Locator("#result");

    public ILocator KeyDialog => page.Locator("#key-dialog");

    public static async Task<ClassifiersPage> OpenAsync(
        PageSession session, ClassifierSite site, int width = 1400, ColorScheme scheme = ColorScheme.Light) =>
        new(await session.OpenAtAsync(site.Address, width, scheme, Path));

    /// <summary>The classifier of a name in the list.</summary>
    public ILocator Entry(string name) => page.Locator($".entry[data-name='{name}']");

    /// <summary>One version in the list.</summary>
    public ILocator Version(string name, string version) =>
        Entry(name).GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Version {version}" });

    public async Task FillAsync(string name, TrainingFolder folder)
    {
        await Name.FillAsync(name);
        await page.SetInputFilesAsync("#folder", folder.Root);
        await Assertions.Expect(Classes.First.Locator(".tile:not(.add)").First).ToBeVisibleAsync();
    }

    /// <summary>Presses the button, and gives the key that is asked for.</summary>
    public async Task TrainWithKeyAsync(string key = ClassifierProcess.AdminKey)
    {
        await Train.ClickAsync();
        await GiveKeyAsync(key);
    }

    public async Task GiveKeyAsync(string key = ClassifierProcess.AdminKey)
    {
        await KeyDialog.GetByLabel("API key").FillAsync(key);
        await KeyDialog.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();
    }

    public Task ExpectResultAsync(string title) => Assertions.Expect(Result.GetByRole(AriaRole.Heading, new() { Name = title }))
        .ToBeVisibleAsync(new() { Timeout = TrainingPatience });

    /// <summary>Notes everything that the page says of a training from now on; it may be said for a moment only.</summary>
    public Task NoteWhatIsSaidAsync() => page.EvaluateAsync(
        """
        () => {
          window.said = [];
          new MutationObserver(() => window.said.push(document.getElementById("training-status").textContent))
            .observe(document.getElementById("training-status"), { childList: true, characterData: true, subtree: true });
        }
        """);

    public Task<string[]> SaidAsync() => page.EvaluateAsync<string[]>("window.said");
}
