namespace Contracts;

/// <summary>A sentence about an image.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Source"><see cref="LocalSource"/>, or the name of the model that wrote it.</param>
public sealed record Caption(string Text, string Source)
{
    /// <summary>The <see cref="Source"/> of sentences that are made here from what else was found in the image.</summary>
    public const string LocalSource = "local";
}
