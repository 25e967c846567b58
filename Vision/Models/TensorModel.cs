using Contracts;
using Vision.Admission;
using Vision.Models.Sessions;
using Vision.Models.Versions;

namespace Vision.Models;

/// <summary>A version of a network that stays loaded while somebody works with it.</summary>
public sealed class TensorModel : IDisposable
{
    private readonly LoadedModel model;
    private readonly ModelUse use;
    private readonly AdmissionQueue workers;

    internal TensorModel(LoadedModel model, ModelUse use, AdmissionQueue workers) =>
        (this.model, this.use, this.workers) = (model, use, workers);

    /// <summary>Its name and version.</summary>
    public ModelReference Reference => model.Reference;

    /// <summary>All versions of the model that are loaded.</summary>
    public IReadOnlyList<string> Versions =>
        [.. use.Models.Models.Where(other => other.Reference.Name == Reference.Name).Select(static other => other.Reference.Version)];

    /// <summary>What it takes.</summary>
    public IReadOnlyList<TensorDescription> Inputs => model.Session.Inputs;

    /// <summary>What it gives.</summary>
    public IReadOnlyList<TensorDescription> Outputs => model.Session.Outputs;

    /// <summary>Runs it on one of the engine's workers.</summary>
    /// <param name="inputs">All inputs; they stay the caller's.</param>
    /// <param name="outputs">The names of the outputs that are wanted.</param>
    /// <param name="cancellationToken">Drops the work while it waits.</param>
    /// <returns>The outputs; the caller disposes of them before the model.</returns>
    /// <exception cref="ProblemException"><c>overloaded</c>: the queue is full.</exception>
    public Task<TensorRun> RunAsync(
        IReadOnlyList<TensorInput> inputs, IReadOnlyList<string> outputs, CancellationToken cancellationToken) =>
        workers.RunAsync(_ => model.Session.Run(inputs, outputs), cancellationToken);

    /// <summary>Lets go of it.</summary>
    public void Dispose() => use.Dispose();
}
