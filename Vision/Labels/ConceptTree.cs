using System.Buffers;
using Contracts;

namespace Vision.Labels;

/// <summary>
/// The broader terms above the classes of a label set. A term is known by its whole path, since one word may stand in several
/// places. Where no single class is sure, a term that covers many of them often is.
/// </summary>
internal sealed class ConceptTree
{
    /// <summary>From this sum of probabilities on, a term is more likely than not.</summary>
    private const float Threshold = 0.5f;

    private const int Maximum = 5;
    private const int Root = -1;

    private readonly List<ConceptNode> nodes = [];

    /// <summary>For each class, the node right above it, or <see cref="Root"/>.</summary>
    private readonly int[] parentOfClass;

    public ConceptTree(IReadOnlyList<LabelClass> classes)
    {
        var places = new Dictionary<(int Parent, string Name), int>();
        parentOfClass = [.. classes.Select(item => item.Path.Aggregate(Root, (parent, name) => Place(places, parent, name)))];

        // A class may lie on the path of another one; it is told as a label, so its node is not told again as a concept.
        foreach (var (parent, item) in parentOfClass.Zip(classes))
        {
            if (places.TryGetValue((parent, item.Name), out var node))
            {
                nodes[node] = nodes[node] with { IsClass = true };
            }
        }
    }

    /// <summary>The terms whose classes reach the threshold together, from specific to general.</summary>
    /// <param name="probabilities">One value a class.</param>
    public IReadOnlyList<Concept> Above(ReadOnlySpan<float> probabilities)
    {
        var rented = ArrayPool<float>.Shared.Rent(nodes.Count);
        var sums = rented.AsSpan(0, nodes.Count);
        sums.Clear();
        for (var i = 0; i < parentOfClass.Length; i++)
        {
            if (parentOfClass[i] != Root)
            {
                sums[parentOfClass[i]] += probabilities[i];
            }
        }

        var concepts = Collect(sums);
        ArrayPool<float>.Shared.Return(rented);
        return concepts;
    }

    private List<Concept> Collect(Span<float> sums)
    {
        var likely = new List<(int Node, Concept Concept)>();

        // Every node stands after its parent, so one pass from the end carries all sums to the top.
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var node = nodes[i];
            if (node.Parent != Root)
            {
                sums[node.Parent] += sums[i];
            }

            if (sums[i] >= Threshold && !node.IsClass)
            {
                likely.Add((i, new Concept(node.Name, Confidences.Round(sums[i]))));
            }
        }

        return [.. likely.OrderByDescending(item => nodes[item.Node].Depth)
            .ThenByDescending(item => item.Concept.Confidence).ThenBy(item => item.Node)
            .Select(item => item.Concept).Take(Maximum)];
    }

    private int Place(Dictionary<(int Parent, string Name), int> places, int parent, string name)
    {
        if (!places.TryGetValue((parent, name), out var node))
        {
            node = nodes.Count;
            places.Add((parent, name), node);
            nodes.Add(new ConceptNode(name, parent, parent == Root ? 0 : nodes[parent].Depth + 1, IsClass: false));
        }

        return node;
    }
}
