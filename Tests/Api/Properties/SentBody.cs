using ApiService.Ingest;
using Contracts;
using Microsoft.AspNetCore.Http;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Properties;

/// <summary>A body as it comes over the line: its bytes, what it says it is, and the pieces that it arrives in.</summary>
internal sealed record SentBody(string ContentType, byte[] Bytes, int[] Pieces, int MaximumImages = 1)
{
    /// <summary>Reads it with the product's own readers. All pieces are there, so that nothing waits.</summary>
    public AnalyzeRequest Read(AnalyzeRequestReader reader)
    {
        var context = new DefaultHttpContext { Request = { ContentType = ContentType, Body = new PiecewiseStream(Bytes, Pieces) } };
        var reading = reader.ReadAsync(context.Request, MaximumImages, mayStream: true, CancellationToken.None);
        Assert.True(reading.IsCompleted, "The reader waits for something.");
        return reading.GetAwaiter().GetResult();
    }

    /// <summary>Reads it, whatever it is; any exception but a problem fails the property.</summary>
    /// <returns>The problem, or null.</returns>
    public ErrorCode? ReadOrRefuse(AnalyzeRequestReader reader)
    {
        try
        {
            using var request = Read(reader);
            return null;
        }
        catch (ProblemException problem)
        {
            return problem.Code;
        }
    }

    public override string ToString() =>
        $"{ContentType}, up to {MaximumImages} images, in pieces of {string.Join(' ', Pieces)}: {Convert.ToBase64String(Bytes)}";
}
