using System.Globalization;

namespace Tests.Client;

/// <summary>What is written, line by line, as to a console.</summary>
internal sealed class WrittenLines
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> All => lines;

    public void WriteLine(object value) => lines.Add(Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
