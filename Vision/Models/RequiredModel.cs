using Vision.Models.Manifests;

namespace Vision.Models;

/// <summary>A model that a feature of this process needs. Besides these, the classifiers are loaded, and nothing else.</summary>
/// <param name="Name">Its name; empty where the feature is switched off.</param>
/// <param name="Task">What it has to do.</param>
internal sealed record RequiredModel(string Name, ModelTask Task);
