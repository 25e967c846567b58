namespace Tests.Api.Compatibility.Aws;

/// <summary>One call of the official client.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Photo">The path of the photo that it sends.</param>
/// <param name="Input">The other members of its request, as JSON.</param>
internal sealed record AwsCall(string Operation, string? Photo = null, string? Input = null)
{
    /// <summary>The bytes that it sends instead of a photo, in base64.</summary>
    public string? Base64 { get; init; }

    /// <summary>A call with one of the sample photos.</summary>
    public static AwsCall Of(string operation, string photo, string? input = null) => new(operation, Path.Combine(Fixtures.Photo.Folder, photo), input);
}
