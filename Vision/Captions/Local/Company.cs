using Contracts;

namespace Vision.Captions.Local;

/// <summary>Who and what else is in an image, by its detectors. They see people where there are none more often than the classifier errs.</summary>
internal static class Company
{
    private const string Person = "person";
    private const string Animal = "animal";

    /// <summary>The detector's score from which on a thing is said to be there.</summary>
    private const float Sure = 0.6f;

    /// <summary>Kinds of things that are told beside people.</summary>
    private const int MaximumKinds = 2;

    /// <summary>Gives phrases such as <c>two people</c> and <c>a dog</c>, people first.</summary>
    public static IReadOnlyList<string> Of(Analysis analysis, Subject? subject)
    {
        var sure = analysis.Objects?.Where(static item => item.Confidence >= Sure).Select(static item => item.Name).ToList() ?? [];
        var people = People(analysis, subject, sure.Count(static name => name == Person));
        var things = sure.Where(name => name != Person && !IsTold(name, subject))
            .GroupBy(static name => name, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Take(MaximumKinds)
            .Select(static group => NounPhrase.Counted(group.Key, group.Count()));
        return people > 0 ? [NounPhrase.Counted(Person, people), .. things] : [.. things];
    }

    // An animal's face or fur passes for a person's now and then, but seldom for both detectors.
    private static int People(Analysis analysis, Subject? subject, int persons)
    {
        var faces = analysis.Faces?.Count ?? 0;
        var isAnimal = subject is { IsSure: true } && analysis.Concepts?.Any(static concept => concept.Name == Animal) == true;
        return isAnimal && (persons == 0 || faces == 0) ? 0 : Math.Max(persons, faces);
    }

    private static bool IsTold(string name, Subject? subject) =>
        subject is not null && $"{subject.Phrase} {subject.Detail}".Contains(name, StringComparison.OrdinalIgnoreCase);
}
