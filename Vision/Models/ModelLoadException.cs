namespace Vision.Models;

/// <summary>Why a version of a model was not loaded.</summary>
public sealed class ModelLoadException : Exception
{
    /// <summary>Creates an exception without a reason.</summary>
    public ModelLoadException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">The reason, for operators.</param>
    public ModelLoadException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">The reason, for operators.</param>
    /// <param name="innerException">Its cause.</param>
    public ModelLoadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
