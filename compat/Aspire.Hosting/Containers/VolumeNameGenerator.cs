using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class VolumeNameGenerator
{
    private const int HashLength = 10;

    /// <summary>A name that the next run of the same AppHost finds again, and no other AppHost of this machine: <c>{application}-{hash}-{resource}-{suffix}</c>.</summary>
    public static string Generate<T>(IResourceBuilder<T> builder, string suffix)
        where T : IResource
    {
        var application = NotAllowed().Replace(builder.ApplicationBuilder.Environment.ApplicationName, "_").ToLowerInvariant();
        var hash = builder.ApplicationBuilder.Configuration["AppHost:Sha256"]!.ToLowerInvariant()[..HashLength];
        return $"{application}-{hash}-{builder.Resource.Name}-{suffix}";
    }

    [GeneratedRegex("[^a-zA-Z0-9_.-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotAllowed();
}
