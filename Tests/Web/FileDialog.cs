using Microsoft.Playwright;
using Xunit;

namespace Tests.Web;

/// <summary>The dialog in which files are chosen, opened as a person does it who has the keyboard alone.</summary>
internal static class FileDialog
{
    private static readonly TimeSpan KeyPatience = TimeSpan.FromSeconds(3);

    /// <summary>Presses the space bar on what has the focus until the dialog is open: a browser that is short of time may drop a key.</summary>
    public static async Task<IFileChooser> OpenByKeyAsync(IPage page)
    {
        var opening = page.WaitForFileChooserAsync();
        do
        {
            await page.Keyboard.PressAsync("Space");
        }
        while (await Task.WhenAny(opening, Task.Delay(KeyPatience, TestContext.Current.CancellationToken)) != opening);
        return await opening;
    }
}
