using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Gets the builder of a real AppHost as its entry point has filled it, for a test to change, build and start.</summary>
public static class DistributedApplicationTestingBuilder
{
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>(args, static (_, _) => { }, cancellationToken);

    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default)
        where TEntryPoint : class
    {
        var run = EntryPointRun.Start(typeof(TEntryPoint).Assembly, args, configureBuilder);
        return new TestingBuilder(await run.WaitForBuilderAsync(cancellationToken), run);
    }
}
