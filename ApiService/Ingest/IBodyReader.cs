namespace ApiService.Ingest;

/// <summary>Reads one kind of body into an image, and the options that stand beside it.</summary>
internal interface IBodyReader
{
    /// <summary>The most bytes that a body of this kind may have.</summary>
    long MaximumBodyBytes { get; }

    /// <summary>Whether this reader is for bodies of a media type, given in lower case without parameters.</summary>
    bool Reads(string mediaType);

    /// <summary>Reads the body to its end.</summary>
    Task ReadAsync(HttpRequest request, ReceivedImage image, RequestOptions options, CancellationToken cancellationToken);
}
