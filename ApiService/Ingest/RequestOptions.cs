using Contracts;
using Vision.Options;

namespace ApiService.Ingest;

/// <summary>The options of one request: those of the query first, then those of the body, which win.</summary>
internal sealed class RequestOptions
{
    private readonly AnalysisOptionsBuilder builder = new();
    private readonly Dictionary<string, List<string?>> body = new(StringComparer.Ordinal);

    public RequestOptions(string defaultModel, IQueryCollection query)
    {
        builder.WithDefaultModel(defaultModel);
        foreach (var (name, values) in query)
        {
            builder.Set(name, values);
        }
    }

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
            builder.Set(name, values);
        }

        return builder.Build();
    }
}
