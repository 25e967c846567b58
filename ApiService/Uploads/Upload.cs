using System.Text.Json.Serialization;
using ApiService.Callers;

namespace ApiService.Uploads;

/// <summary>One image that comes in pieces, and how far it is.</summary>
/// <param name="Id">Its unguessable name.</param>
/// <param name="Client">The caller who created it, whose quota it counts for.</param>
/// <param name="BelongsToKey">Whether that caller used a key; nobody else may use the upload then.</param>
/// <param name="Length">How many bytes it will have.</param>
/// <param name="Metadata">What the creator said of it, as it came; only ever given back.</param>
/// <param name="ExpiresAt">When it is gone.</param>
internal sealed record Upload(string Id, string Client, bool BelongsToKey, long Length, string? Metadata, DateTimeOffset ExpiresAt)
{
    /// <summary>How many bytes have come.</summary>
    [JsonIgnore]
    public long Offset { get; init; }

    [JsonIgnore]
    public bool IsComplete => Offset == Length;

    /// <summary>Without a key the id is the secret: whoever has it may use the upload.</summary>
    public bool IsOpenTo(Caller caller) => !BelongsToKey || caller.Id == Client;
}
