namespace ApiService.Classifiers;

/// <summary>Reads one kind of body into examples.</summary>
internal interface IExamplesReader
{
    /// <summary>The media type, in lower case without parameters.</summary>
    string MediaType { get; }

    /// <summary>The most bytes that a body of this kind may have.</summary>
    long MaximumBodyBytes { get; }

    /// <summary>Reads the body to its end.</summary>
    /// <returns>The classifier's name; null if the body has none.</returns>
    Task<string?> ReadAsync(HttpRequest request, ReceivedExamples examples, CancellationToken cancellationToken);
}
