using ApiService.Ingest;
using Microsoft.Extensions.Options;
using Vision.Classifiers;

namespace ApiService.Classifiers.Multipart;

/// <summary>
/// A form with the field <c>name</c>, and for each picture a part <c>class:&lt;label&gt;</c>, or all of them as a zip in the part
/// <c>archive</c>.
/// </summary>
internal sealed class MultipartExamplesReader(IOptions<ClassifiersOptions> limits) : IExamplesReader
{
    private const string NameField = "name";
    private const string ArchivePart = "archive";
    private const string ClassPrefix = "class:";
    private const int OverheadBytes = 64 * 1024;
    private const int OverheadBytesPerExample = 1024;

    /// <summary>The name, and as much again as nobody needs.</summary>
    private const int OtherParts = 2;

    public string MediaType => "multipart/form-data";

    public long MaximumBodyBytes =>
        limits.Value.MaximumBytes + OverheadBytes + (limits.Value.MaximumExamples * (long)OverheadBytesPerExample);

    public async Task<string?> ReadAsync(HttpRequest request, ReceivedExamples examples, CancellationToken cancellationToken)
    {
        string? classifier = null;
        await MultipartForm.ReadAsync(
            request,
            limits.Value.MaximumExamples + OtherParts,
            async (name, part) =>
            {
                if (name.StartsWith(ClassPrefix, StringComparison.Ordinal))
                {
                    await MultipartForm.CopyAsync(part, examples.Start().Append, cancellationToken);
                    examples.Complete(name[ClassPrefix.Length..]);
                }
                else if (name == ArchivePart)
                {
                    await using var file = TemporaryFile.Create();
                    await CopyAsync(part, file, cancellationToken);
                    await ZipExamples.ReadAsync(file, examples, cancellationToken);
                }
                else if (name == NameField && classifier is null)
                {
                    classifier = await MultipartForm.ReadFieldAsync(part, name, cancellationToken);
                }
                else
                {
                    throw InvalidRequest.Of(name, "The parts name (once), class:<label> and archive are known.");
                }
            },
            cancellationToken);
        return classifier;
    }

    private async Task CopyAsync(Stream part, FileStream file, CancellationToken cancellationToken)
    {
        var room = limits.Value.MaximumBytes;
        await MultipartForm.CopyAsync(
            part,
            bytes =>
            {
                room -= bytes.Length;
                if (room < 0)
                {
                    throw RefusedBodies.TooLarge();
                }

                file.Write(bytes);
            },
            cancellationToken);
    }
}
