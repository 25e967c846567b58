using ApiService.Ingest;
using Contracts;

namespace ApiService.Classifiers.Json;

/// <summary>One element of <c>examples</c>, while it is read.</summary>
internal sealed class JsonExample
{
    private const string ExamplesMember = "examples";
    private const string ImageMember = "image";

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private string member = string.Empty;

    public string? Label { get; private set; }

    public string? Upload { get; private set; }

    /// <summary>Whether the text of its picture has been read.</summary>
    public bool HasImage { get; set; }

    /// <summary>Whether the text of its picture comes next.</summary>
    public bool IsAtImage => member == ImageMember;

    public void Clear()
    {
        seen.Clear();
        (member, Label, Upload, HasImage) = (string.Empty, null, null, false);
    }

    /// <exception cref="ProblemException"><c>invalid_request</c>: the member is not known, or comes again.</exception>
    public void StartMember(string name)
    {
        member = name;
        if (name is not ("label" or ImageMember or "upload") || !seen.Add(name))
        {
            throw Invalid();
        }
    }

    /// <summary>Takes the value of a member, other than the text of a picture.</summary>
    public void Take(string value)
    {
        if (member == "label")
        {
            Label = value;
        }
        else
        {
            Upload = value;
        }
    }

    /// <exception cref="ProblemException"><c>invalid_request</c>: it lacks something, or has too much.</exception>
    public void Check()
    {
        if (Label is null || HasImage == Upload is not null)
        {
            throw Invalid();
        }
    }

    private static ProblemException Invalid() => InvalidRequest.Of(
        ExamplesMember, "Each example has a label, and either image (base64) or upload (the id of a finished upload).");
}
