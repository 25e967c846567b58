using System.Collections.Frozen;

namespace Vision.Labels;

/// <summary>Terms of the label sets that say nothing to a reader, although they are right.</summary>
public static class BroadTerms
{
    private static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "entity", "physical entity", "abstraction", "object", "whole", "artifact", "instrumentality", "living thing", "organism",
        "matter", "substance", "solid", "device", "covering", "protective covering", "conveyance", "structure", "container",
        "equipment", "implement", "instrument", "mechanism", "mechanical device", "durables", "consumer goods", "commodity",
        "furnishing", "chordate", "vertebrate", "placental", "nutriment", "restraint", "obstruction", "craft", "vessel",
        "causal agent", "foodstuff", "surface", "way", "establishment");

    /// <summary>Whether a term is one of them.</summary>
    /// <param name="name">The term in words.</param>
    public static bool Holds(string name) => All.Contains(name);
}
