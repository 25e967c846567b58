using System.ComponentModel.DataAnnotations;

namespace ApiService.Sockets;

/// <summary>What a socket puts up with.</summary>
internal sealed class SocketOptions
{
    public const string SectionName = "Sockets";

    /// <summary>A sender whose next bytes do not come for so long is gone.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(30);
}
