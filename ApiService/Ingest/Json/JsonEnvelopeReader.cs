using System.Buffers;
using System.Text.Json;
using Contracts;
using ServiceDefaults.Http;
using Vision.Probing;

namespace ApiService.Ingest.Json;

/// <summary>Reads JSON bodies of any shape whose images stand in one kind of member.</summary>
internal sealed class JsonEnvelopeReader(ImageIntake intake)
{
    /// <summary>The longest piece of JSON, the images aside, that must be held as a whole.</summary>
    private const int MaximumTokenBytes = 16 * 1024;

    /// <summary>Reads a body; the caller disposes of the images.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maximumImages">How many images it may have; of several each may be refused alone.</param>
    /// <param name="imageMember">The member that holds an image; see <see cref="JsonEnvelope"/>.</param>
    /// <param name="received">Told of all bytes of the body, in their order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The images, and the body with their numbers (<see cref="ImageNumber"/>) in their places.</returns>
    /// <exception cref="ProblemException">The body or the only image is refused.</exception>
    public async Task<(RequestImages Images, ReadOnlyMemory<byte> Json)> ReadAsync(
        HttpRequest request,
        int maximumImages,
        string imageMember,
        Action<ReadOnlySequence<byte>>? received,
        CancellationToken cancellationToken)
    {
        var room = (maximumImages * (ImageLimits.MaximumBytes * 4L / 3)) + JsonEnvelope.MaximumBytes;
        ReadOnlyMemory<byte> json = default;
        var images = await intake.ReadAsync(request, maximumImages, room, ReadAsync, cancellationToken);
        return (images, json);

        async Task ReadAsync(RequestImages target)
        {
            var envelope = new JsonEnvelope(target, imageMember);
            try
            {
                await RequestBody.ReadAsync(request, (pieces, isLast) => ReadPiece(envelope, pieces, isLast), cancellationToken);
                json = envelope.Complete();
            }
            catch (JsonException exception)
            {
                throw InvalidRequest.Of("body", "The body is not valid JSON.", exception);
            }
        }

        ReadOnlySequence<byte> ReadPiece(JsonEnvelope envelope, ReadOnlySequence<byte> pieces, bool isLast)
        {
            var unused = envelope.Read(pieces, isLast);
            room -= pieces.Length - unused.Length;
            if (room < 0)
            {
                throw RefusedBodies.TooLarge();
            }

            received?.Invoke(isLast ? pieces : pieces.Slice(pieces.Start, unused.Start));
            return isLast || unused.Length <= MaximumTokenBytes ? unused : throw new JsonException("A member is too long.");
        }
    }
}
