using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A backup that tells a Pushgateway, with everything that it has written and the command lines of all that it has run.</summary>
public sealed class WatchedBackup : IAsyncLifetime
{
    internal const string GatewayPassword = "password-of-the-gateway";

    private BackupSite? site;

    internal Pushgateway Gateway { get; private set; } = null!;

    internal string Output { get; private set; } = string.Empty;

    internal string Commands { get; private set; } = string.Empty;

    /// <summary>The file for the textfile collector.</summary>
    internal string Metrics { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        site = await BackupSite.StartAsync();
        foreach (var command in new[] { "restic", "redis-cli", "curl", "jq", "timeout" })
        {
            await site.WrapAsync(command, $"#!/bin/sh\necho \"{command} $*\" >>'{site.At("commands")}'\nexec REAL \"$@\"\n");
        }

        Gateway = await Pushgateway.StartAsync();
        Output = (await site.BackUpAsync(("PUSHGATEWAY_URL", $"http://user:{GatewayPassword}@{Gateway.Address.Authority}/"))).Output;
        Commands = await File.ReadAllTextAsync(site.At("commands"), TestContext.Current.CancellationToken);
        Metrics = await File.ReadAllTextAsync(site.MetricsFile, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await site!.DisposeAsync();
    }
}
