namespace Client;

/// <summary>How an image is uploaded.</summary>
public sealed record UploadOptions
{
    /// <summary>How many bytes one request carries, 1 or more. A cut costs no more than one of them; 1,048,576 by default.</summary>
    public int ChunkBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 1024 * 1024;

    /// <summary>Is told how many bytes the service has, after each request.</summary>
    public IProgress<long>? Progress { get; init; }
}
