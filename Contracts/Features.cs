namespace Contracts;

/// <summary>What can be asked of an image. Names on the wire are these in lower case.</summary>
[Flags]
public enum Features
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Classes and the broader concepts above them.</summary>
    Labels = 1,

    /// <summary>Things and people, with boxes.</summary>
    Objects = 2,

    /// <summary>Faces, with boxes and landmarks; no recognition of persons.</summary>
    Faces = 4,

    /// <summary>Whether the image is safe for work.</summary>
    Moderation = 8,

    /// <summary>Lines of text.</summary>
    Text = 16,

    /// <summary>Dominant colours.</summary>
    Colors = 32,

    /// <summary>A vector whose distance to others tells likeness.</summary>
    Embedding = 64,

    /// <summary>A sentence.</summary>
    Caption = 128,
}
