using ApiService.Compatibility.Aws.Faces;
using ApiService.Compatibility.Aws.Labels;
using ApiService.Compatibility.Aws.Moderation;
using ApiService.Compatibility.Aws.Signatures;
using ApiService.Compatibility.Aws.Texts;
using ApiService.RateLimiting;

namespace ApiService.Compatibility.Aws;

/// <summary>AWS Rekognition, as its clients speak it.</summary>
internal static class AwsExtensions
{
    public static void AddAws(this IServiceCollection services)
    {
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<SignatureCredential>();
        services.AddSingleton<SignedBodyReader>();
        services.AddSingleton<LabelPaths>();
        services.AddSingleton<IRekognitionOperation, DetectLabels>();
        services.AddSingleton<IRekognitionOperation, DetectFaces>();
        services.AddSingleton<IRekognitionOperation, DetectText>();
        services.AddSingleton<IRekognitionOperation, DetectModerationLabels>();
    }

    /// <summary>
    /// Maps the one path. It takes every method, so that to all who do not ask as an AWS client does it is as if it were not there:
    /// <see cref="SignatureCredential"/> tells them so.
    /// </summary>
    public static void MapAws(this IEndpointRouteBuilder routes) =>
        routes.MapCloudGroup(routes.ServiceProvider.GetRequiredService<SignatureCredential>(), new AwsProblems())
            .CountImagesUnder(RateLimit.Analyze)
            .Map("/", RekognitionApi.AnswerAsync);
}
