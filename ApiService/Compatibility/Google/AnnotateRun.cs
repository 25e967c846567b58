using ApiService.Batch;
using ApiService.Compatibility.Google.Errors;
using ApiService.Compatibility.Google.Mapping;
using ApiService.Compatibility.Google.Requests;
using ApiService.Compatibility.Google.Responses;
using ApiService.Ingest;
using Contracts;

namespace ApiService.Compatibility.Google;

/// <summary>Annotates the images of one call; each may fail alone.</summary>
internal sealed class AnnotateRun(
    HttpContext context, CloudAnalyzer analyzer, IReadOnlyList<AnnotateRequest> requests, RequestImages images)
{
    public async Task<BatchAnnotateImagesResponse> AnnotateAsync(CancellationToken cancellationToken)
    {
        var outcomes = await SeveralImages.WorkAsync(context, requests.Count, AnnotateOneAsync, cancellationToken);
        return new BatchAnnotateImagesResponse(
            [.. outcomes.Select(static outcome => outcome.Result ?? AnnotationMapper.Map(outcome.Problem!))]);
    }

    private async Task<AnnotateImageResponse> AnnotateOneAsync(int index, CancellationToken cancellationToken)
    {
        var request = requests[index];
        if (request.Image is not { } number)
        {
            throw new ProblemException(
                GoogleErrors.AddressRefused, "This server does not fetch images; send the bytes of the image in content.");
        }

        var image = images.Slots[number].RequireImage();
        if (request.Needs == Features.None)
        {
            return AnnotationMapper.Map(request, analysis: null);
        }

        var (analysis, _) = await analyzer.AnalyzeAsync(context, image, request.Needs, cancellationToken);
        return AnnotationMapper.Map(request, analysis);
    }
}
