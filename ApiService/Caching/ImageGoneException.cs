namespace ApiService.Caching;

/// <summary>The image of a shared analysis was given back before the analysis began; another caller has to begin it.</summary>
internal sealed class ImageGoneException : Exception
{
    public ImageGoneException()
        : this("The image is gone.")
    {
    }

    public ImageGoneException(string message)
        : base(message)
    {
    }

    public ImageGoneException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
