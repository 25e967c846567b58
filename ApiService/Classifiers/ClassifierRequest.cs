using ApiService.Jobs;

namespace ApiService.Classifiers;

/// <summary>What a caller wants to have learned.</summary>
/// <param name="Name">The classifier's name; it is well formed.</param>
/// <param name="Examples">The examples.</param>
internal sealed record ClassifierRequest(string Name, OwnedExamples Examples) : IDisposable
{
    public void Dispose() => Examples.Dispose();
}
