using System.Globalization;
using Contracts;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>The shapes that crops should have, width divided by height.</summary>
internal static class AspectRatioParameter
{
    private const string Name = "smartcrops-aspect-ratios";
    private const string OtherName = "smart-crops-aspect-ratios";

    private const double Least = 0.75;
    private const double Most = 1.8;

    /// <summary>Each is a search of its own.</summary>
    private const int Maximum = 20;

    public static IReadOnlyList<double> Read(IQueryCollection query)
    {
        var values = CommaList.Of(query.ContainsKey(Name) ? query[Name] : query[OtherName]);
        return values.Count <= Maximum ? [.. values.Select(Parse)] : throw Invalid($"The parameter {Name} may have {Maximum} values.");
    }

    // What is no number is not within bounds either.
    private static double Parse(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio) && ratio is >= Least and <= Most
            ? ratio
            : throw Invalid(string.Create(CultureInfo.InvariantCulture, $"Each value of the parameter {Name} is a number from {Least} to {Most}."));

    private static ProblemException Invalid(string message) => new(AzureErrors.BadArgument, message);
}
