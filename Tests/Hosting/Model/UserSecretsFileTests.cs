using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Tests.Hosting.Model;

public sealed class UserSecretsFileTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("user-secrets-");

    private string FilePath => Path.Combine(directory.FullName, "id", "secrets.json");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void GetDefaultValue_second_start_finds_the_password_of_the_first()
    {
        var generate = new GenerateParameterDefault { MinLength = 22 };

        var first = new UserSecretsParameterDefault(new UserSecretsFile(FilePath), "cache-password", generate).GetDefaultValue();
        var second = new UserSecretsParameterDefault(new UserSecretsFile(FilePath), "cache-password", generate).GetDefaultValue();

        Assert.Equal(first, second);
        Assert.Equal(first, new ConfigurationBuilder().AddJsonFile(FilePath).Build()["Parameters:cache-password"]);
    }

    [Fact]
    public void GetOrAdd_other_secrets_are_kept()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, """{ "Other": { "Nested": "x" }, /* by hand */ }""");

        new UserSecretsFile(FilePath).GetOrAdd("Parameters:key", static () => "new");

        var configuration = new ConfigurationBuilder().AddJsonFile(FilePath).Build();
        Assert.Equal(("x", "new"), (configuration["Other:Nested"], configuration["Parameters:key"]));
    }

    [Fact]
    public void GetOrAdd_file_is_readable_by_its_owner_only()
    {
        new UserSecretsFile(FilePath).GetOrAdd("key", static () => "value");

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(FilePath) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void GetOrAdd_many_at_once_agree()
    {
        var values = new ConcurrentBag<string>();

        Parallel.For(0, 16, index => values.Add(new UserSecretsFile(FilePath).GetOrAdd("key", () => $"value {index}")));

        Assert.Single(values.Distinct(StringComparer.Ordinal));
        Assert.Equal([FilePath], Directory.GetFiles(Path.GetDirectoryName(FilePath)!));
    }
}
