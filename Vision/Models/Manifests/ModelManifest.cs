namespace Vision.Models.Manifests;

/// <summary>
/// <c>model.json</c>: everything that is known of one version of a model. The preprocessing is data here, so that a model of
/// one's own needs no code.
/// </summary>
public sealed record ModelManifest
{
    /// <summary>The model's name; the folder above the version's bears it too.</summary>
    public required string Name { get; init; }

    /// <summary>The version; its folder bears it too.</summary>
    public required string Version { get; init; }

    /// <summary>What the model does.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>Name of the ONNX file in the manifest's folder, or of the head's file where there is a <see cref="Backbone"/>.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of that file in hexadecimal digits; a file with another digest is not loaded.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When this version was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The tensor that the model takes.</summary>
    public required ModelInput Input { get; init; }

    /// <summary>How an image becomes that tensor.</summary>
    public required ModelPreprocessing Preprocessing { get; init; }

    /// <summary>The tensors that the model gives.</summary>
    public required ModelOutputs Outputs { get; init; }

    /// <summary>
    /// Where the classifier is a head on the embeddings of another one: that one. Input and preprocessing are its then, and no
    /// outputs are named.
    /// </summary>
    public ModelBackbone? Backbone { get; init; }

    /// <summary>Name of the labels file in the manifest's folder, where the task has classes; see <see cref="Labels.LabelSet"/>.</summary>
    public string? Labels { get; init; }

    /// <summary>SPDX identifier of the licence of the weights.</summary>
    public required string Licence { get; init; }

    /// <summary>Where the weights come from.</summary>
    public required string Source { get; init; }

    /// <summary>How often it was right, where that was measured.</summary>
    public ModelAccuracy? Accuracy { get; init; }

    /// <summary>Where it was trained here: on what, and how well it did.</summary>
    public ModelTraining? Training { get; init; }
}
