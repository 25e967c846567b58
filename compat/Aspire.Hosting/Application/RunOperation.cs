using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

internal static class RunOperation
{
    /// <summary>Refuses to start processes for somebody who has asked for something else, such as <c>aspire publish</c>.</summary>
    public static DistributedApplicationOperation Require(IConfiguration configuration)
    {
        var operation = configuration["AppHost:Operation"] ?? configuration["operation"];
        var publisher = configuration["Publishing:Publisher"] ?? configuration["publisher"];
        return publisher is null && (operation is null || string.Equals(operation, "run", StringComparison.OrdinalIgnoreCase))
            ? DistributedApplicationOperation.Run
            : throw new DistributedApplicationException($"This AppHost can only run: the operation '{operation ?? publisher}' is not supported.");
    }
}
