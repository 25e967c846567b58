using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Aspire.Hosting;

/// <summary>The secrets of the AppHost's developer, outside the repository, where configuration reads them in Development.</summary>
internal sealed class UserSecretsFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Null if the AppHost has no <c>UserSecretsId</c>.</summary>
    public static UserSecretsFile? Find(Assembly? assembly) =>
        assembly?.GetCustomAttribute<UserSecretsIdAttribute>() is { } attribute
            ? new UserSecretsFile(PathHelper.GetSecretsPathFromSecretsId(attribute.UserSecretsId))
            : null;

    /// <summary>Returns the value that the file has; otherwise makes one and saves it, so that the next start finds the same.</summary>
    public string GetOrAdd(string key, Func<string> create)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Two AppHosts may start at once; the lock keeps the second from replacing the password that the first has given out.
        using var gate = new Mutex(initiallyOwned: false, $"aspire-user-secrets-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(path)))}");
        Acquire(gate);
        try
        {
            return GetOrAddInTurn(key, create);
        }
        finally
        {
            gate.ReleaseMutex();
        }
    }

    private static void Acquire(Mutex gate)
    {
        try
        {
            gate.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its owner died. The file is replaced as a whole, so what it left behind is consistent, and the mutex is ours.
            return;
        }
    }

    private string GetOrAddInTurn(string key, Func<string> create)
    {
        var secrets = Read();
        if (secrets[key] is JsonValue existing && existing.TryGetValue<string>(out var saved) && saved.Length > 0)
        {
            return saved;
        }

        var value = create();
        secrets[key] = value;
        Write(secrets);
        return value;
    }

    private JsonObject Read()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path), documentOptions: options)?.AsObject() ?? [] : [];
    }

    private void Write(JsonObject secrets)
    {
        var temporaryPath = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(temporaryPath, options))
        {
            writer.Write(secrets.ToJsonString(Indented));
        }

        File.Move(temporaryPath, path, overwrite: true);
    }
}
