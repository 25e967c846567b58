using Contracts;

namespace ApiService.Ingest;

/// <summary>The images of one request, in the order in which they came.</summary>
/// <param name="maximum">How many a request may have: 1, or those of a batch, where each fails alone.</param>
/// <param name="expectedBytes">The length of the body, if its sender told it.</param>
/// <param name="budget">The memory of all requests.</param>
internal sealed class RequestImages(int maximum, long? expectedBytes, IngestBudget budget) : IDisposable
{
    private readonly List<ImageSlot> slots = [];

    public int Maximum => maximum;

    public bool AreSeveral => maximum > 1;

    public IReadOnlyList<ImageSlot> Slots => slots;

    /// <summary>Begins an image whose bytes follow.</summary>
    /// <exception cref="ProblemException">The request has too many.</exception>
    public ImageSlot Start(string member) => Add(member, upload: null);

    /// <summary>Takes note of an image that was uploaded before.</summary>
    /// <exception cref="ProblemException">The request has too many.</exception>
    public void AddUpload(string member, string id) => Add(member, id);

    public void Dispose() => slots.ForEach(slot => slot.Dispose());

    private ImageSlot Add(string member, string? upload)
    {
        if (slots.Count == maximum)
        {
            throw InvalidRequest.Of(member, AreSeveral
                ? $"A batch may have {maximum} images at most."
                : "Only one image can be analysed by this route.");
        }

        var slot = new ImageSlot(new ReceivedImage(AreSeveral ? null : expectedBytes, budget), AreSeveral) { Upload = upload };
        slots.Add(slot);
        return slot;
    }
}
