using Contracts;

namespace Vision.Classifiers;

/// <summary>Makes classifiers of the callers' own examples: here in this process, or at the inference service.</summary>
public interface IClassifierTrainer
{
    /// <summary>Checks that a classifier may bear a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProblemException"><c>invalid_request</c>: it is no name, or that of a model that is no custom classifier.</exception>
    Task CheckNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Trains a classifier, keeps it as a new version of the model, and promotes that if it passes the gate.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="examples">The examples, as <see cref="TrainingSetWriter"/> writes them; read once, to the end.</param>
    /// <param name="progress">Is told how much is done, 0 to 1, from any thread.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left of it then.</param>
    /// <exception cref="ProblemException">
    /// <c>invalid_request</c>: the name or the examples; <c>invalid_image</c>: one of the pictures is corrupt;
    /// <c>inference_unavailable</c>: the engine is away or not ready.
    /// </exception>
    Task<TrainingResult> TrainAsync(string name, Stream examples, IProgress<double> progress, CancellationToken cancellationToken);
}
