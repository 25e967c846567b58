namespace ApiService.Ingest;

/// <summary>Reads one kind of body into images, and the options that stand beside them.</summary>
internal interface IBodyReader
{
    /// <summary>Whether a body of this kind can hold more than one image.</summary>
    bool ReadsSeveral { get; }

    /// <summary>The most bytes that a body of this kind may have.</summary>
    long MaximumBodyBytes(int images);

    /// <summary>Whether this reader is for bodies of a media type, given in lower case without parameters.</summary>
    bool Reads(string mediaType);

    /// <summary>Reads the body to its end.</summary>
    Task ReadAsync(HttpRequest request, RequestImages images, RequestOptions options, CancellationToken cancellationToken);
}
