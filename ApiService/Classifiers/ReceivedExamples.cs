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

    /// <summary>Whether a problem is that of the picture that was begun last.</summary>
    public bool IsOfPicture(ProblemException problem) => current is not null && !problem.Code.Retryable && problem.Errors is null;

    /// <summary>Tells of which picture a problem is.</summary>
    public ProblemException Locate(ProblemException problem) => new(problem.Code, $"Picture {started}: {problem.Message}", problem);

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
