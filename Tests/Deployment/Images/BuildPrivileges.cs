using System.Globalization;

namespace Tests.Deployment.Images;

/// <summary>What the kernel lets this process do, as far as building an image needs it: to mount, to change the root, to become another user.</summary>
internal static class BuildPrivileges
{
    /// <summary>CAP_SYS_ADMIN, CAP_SYS_CHROOT, CAP_SETUID and CAP_SETGID, by their bits.</summary>
    private const ulong Needed = (1UL << 21) | (1UL << 18) | (1UL << 7) | (1UL << 6);

    /// <summary>The set of capabilities of this process, as <c>/proc</c> tells it.</summary>
    public static string Effective { get; } = File.ReadLines("/proc/self/status")
        .Single(static line => line.StartsWith("CapEff:", StringComparison.Ordinal))["CapEff:".Length..].Trim();

    public static bool AreEnough =>
        (ulong.Parse(Effective, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Needed) == Needed;
}
