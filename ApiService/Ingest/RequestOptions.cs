using Contracts;
using Vision.Options;

namespace ApiService.Ingest;

/// <summary>The options of one request: those of the query first, then those of the body, which win.</summary>
internal sealed class RequestOptions
{
    private const string StreamOption = "stream";

    private readonly AnalysisOptionsBuilder builder = new();
    private readonly Dictionary<string, List<string?>> body = new(StringComparer.Ordinal);
    private readonly bool mayStream;

    /// <param name="defaultModel">The classifier for requests that name none.</param>
    /// <param name="query">The options of the query.</param>
    /// <param name="mayStream">Whether the route can answer with server-sent events.</param>
    public RequestOptions(string defaultModel, IQueryCollection query, bool mayStream)
    {
        this.mayStream = mayStream;
        builder.WithDefaultModel(defaultModel);
        foreach (var (name, values) in query)
        {
            Set(name, values);
        }
    }

    /// <summary>Whether the caller wants server-sent events.</summary>
    public bool Stream { get; private set; }

    /// <summary>Takes note that an option stands in the body, even if no value follows.</summary>
    public void MentionInBody(string name) => body.TryAdd(name, []);

    /// <summary>Takes one value of an option that stands in the body; the same name may come again.</summary>
    public void AddFromBody(string name, string? value)
    {
        MentionInBody(name);
        body[name].Add(value);
    }

    public void AddError(string member, string message) => builder.AddError(member, message);

    /// <exception cref="ProblemException"><c>invalid_request</c>, with everything that is wrong.</exception>
    public AnalysisOptions Build()
    {
        foreach (var (name, values) in body)
        {
            Set(name, values);
        }

        return builder.Build();
    }

    private void Set(string name, IReadOnlyList<string?> values)
    {
        if (name != StreamOption || !mayStream)
        {
            builder.Set(name, values);
        }
        else if (values is ["true" or "false"])
        {
            Stream = values[0] == "true";
        }
        else
        {
            builder.AddError(StreamOption, "One of true, false is expected.");
        }
    }
}
