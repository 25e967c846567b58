using System.Reflection;

namespace Tests.Fixtures;

/// <summary>Places in the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Models { get; } = Path.Combine(Root, "models");
}
