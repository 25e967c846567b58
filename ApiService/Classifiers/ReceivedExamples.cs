using ApiService.Ingest;
using ApiService.Jobs;
using Contracts;
using Vision.Classifiers;

namespace ApiService.Classifiers;

/// <summary>
/// The examples of one request: each picture is received, probed and written to the set before the next one begins, so that memory
/// holds one of them.
/// </summary>
internal sealed class ReceivedExamples(ClassifiersOptions limits, IngestBudget budget) : IDisposable
{
    private readonly TrainingSetWriter writer = new(limits);
    private ImageSlot? current;
    private int started;

    public ClassifiersOptions Limits => limits;

    /// <summary>Begins a picture whose bytes follow.</summary>
    public ImageSlot Start()
    {
        Drop();
        started++;
        return current = new ImageSlot(new ReceivedImage(expectedBytes: null, budget), failsAlone: false);
    }

    /// <summary>Ends the picture that was begun last, and keeps it.</summary>
    /// <exception cref="ProblemException">The picture or its label is refused, or there are too many.</exception>
    public void Complete(string label)
    {
        current!.Complete();
        writer.Add(label, current.Image.Image);
        Drop();
    }

    /// <summary>Ends the set; whoever asks disposes of it.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>: there is too little to learn from.</exception>
    public OwnedExamples Complete() => new(writer.Complete());

    /// <summary>Tells of which picture a problem is, where it is that of a picture.</summary>
    public ProblemException Locate(ProblemException problem) =>
        current is null || problem.Code.Retryable || problem.Errors is not null
            ? problem
            : new ProblemException(problem.Code, $"Picture {started}: {problem.Message}", problem);

    public void Dispose()
    {
        Drop();
        writer.Dispose();
    }

    private void Drop()
    {
        current?.Dispose();
        current = null;
    }
}
