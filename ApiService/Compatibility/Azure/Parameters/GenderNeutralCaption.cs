using Contracts;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>Whether captions may tell men from women. Those of the engine itself speak of persons, so nothing is replaced.</summary>
internal static class GenderNeutralCaption
{
    private const string Name = "gender-neutral-caption";

    public static void Check(IQueryCollection query)
    {
        if (query.TryGetValue(Name, out var value) && !bool.TryParse(value.ToString(), out _))
        {
            throw new ProblemException(AzureErrors.BadArgument, $"The parameter {Name} may be true or false.");
        }
    }
}
