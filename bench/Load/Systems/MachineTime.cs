using System.Globalization;

namespace Load.Systems;

/// <summary>Processor time of everything that runs on this machine, also what its host took away.</summary>
internal static class MachineTime
{
    private const string Facts = "/proc/stat";
    private const double TicksPerSecond = 100;

    /// <summary>Behind the name: user, nice, system, idle, waiting for disks, interrupts, soft interrupts, stolen; the rest is in these already (proc(5)).</summary>
    private static readonly int[] Busy = [1, 2, 3, 6, 7, 8];

    /// <summary>Since the start of the machine; null where it does not tell.</summary>
    public static TimeSpan? Used
    {
        get
        {
            if (!File.Exists(Facts))
            {
                return null;
            }

            var fields = File.ReadLines(Facts).First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return TimeSpan.FromSeconds(Busy.Sum(place => long.Parse(fields[place], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
    }
}
