using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>Some hundreds of broken files over HTTP, in all bodies: an answer or a problem of the image, and soon.</summary>
[Collection<SharedApi>]
public sealed class MutatedRequestTests(ApiFixture api)
{
    private const int Cases = 100;
    private const int AtOnce = 4;

    /// <summary>For a request that hangs; that each case is quick, the tests of the decoder tell.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public async Task Post_of_mutated_files_is_answered_or_refused(string format)
    {
        var samples = ImageSamples.OfFormat(format);
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, Cases, limits, async (number, cancellationToken) =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            using var response = await api.Client.PostAsync(
                Requests.Route + "?model=efficientnet-lite0", Body(MutatedFile.Of(samples, number), number), patience.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                var dimensions = response.StatusCode == (HttpStatusCode)ErrorCodes.ImageDimensions.Status;
                await Requests.ReadProblemAsync(response, dimensions ? ErrorCodes.ImageDimensions : ErrorCodes.InvalidImage);
            }
        });
        Assert.Empty(api.ErrorLog);
    }

    private static HttpContent Body(byte[] file, int number) => (number % 3) switch
    {
        0 => Requests.Raw(file),
        1 => Requests.Json(file),
        _ => Requests.Form(file),
    };
}
