using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A program that others have made and that answers over HTTP, on a port of the test's own.</summary>
internal sealed class HttpServerProcess : IAsyncDisposable
{
    private readonly string name;
    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = [];

    private HttpServerProcess(Uri address, string name, IEnumerable<string> arguments)
    {
        this.name = name;
        Client = new HttpClient { BaseAddress = address };
        // Told only if it ends: a registry writes an error for each thing that it does not have yet, which is how a push begins.
        process = Process.Start(new ProcessStartInfo(name, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? string.Empty);
        process.BeginErrorReadLine();
    }

    /// <summary>A client of its address.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts a program, and waits until it answers.</summary>
    /// <param name="address">What its own paths are under; it has been told to listen there.</param>
    /// <param name="ready">The path that it answers with success once it is ready.</param>
    /// <param name="name">The name of the program.</param>
    /// <param name="arguments">What it is started with.</param>
    public static async Task<HttpServerProcess> StartAsync(Uri address, string ready, string name, params string[] arguments)
    {
        var program = new HttpServerProcess(address, name, arguments);
        try
        {
            await Eventually.IsTrueAsync(() => program.AnswersAsync(ready));
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private async Task<bool> AnswersAsync(string path)
    {
        Assert.False(process.HasExited, $"{name} has ended: {string.Join('\n', errors)}");
        try
        {
            using var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
