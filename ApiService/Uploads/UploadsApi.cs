using System.ComponentModel;
using System.Globalization;
using ApiService.Callers;
using ApiService.OpenApi;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Deadlines;
using Vision.Probing;

namespace ApiService.Uploads;

/// <summary><c>/api/uploads</c>: one image in as many requests as the line needs, by the protocol tus 1.0.0.</summary>
internal static class UploadsApi
{
    public const string Route = "/api/uploads";

    /// <summary>The operations' names in the OpenAPI document.</summary>
    public const string DescribeName = "DescribeUploads";
    public const string CreateName = "CreateUpload";
    public const string AppendName = "AppendToUpload";

    private const string Extensions = "creation,creation-with-upload,checksum,expiration,termination";

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup(Route).WithTags("Uploads").OpenToAnybodyOr(CallerRoles.Analyze);
        open.MapMethods("/", [HttpMethods.Options], TellAbilities).WithName(DescribeName).WithSummary("What this server can do of tus 1.0.0");
        open.MapMethods("/{id}", [HttpMethods.Options], TellAbilities).ExcludeFromDescription();
        var group = open.MapGroup("/").AddEndpointFilter(TusVersion.RequireAsync);
        group.MapPost("/", CreateAsync).WithName(CreateName).WithSummary("Begins an upload, with its first bytes if they come along")
            .ProducesProblems(400, 401, 403, 412, 413, 415, 422, 429, 460, 503, 504);
        group.MapMethods("/{id}", [HttpMethods.Head], GetOffsetAsync).WithName("GetUpload").WithSummary("Tells how far an upload is")
            .ProducesProblems(401, 403, 404, 412, 503, 504);
        group.MapPatch("/{id}", AppendAsync).WithName(AppendName).WithSummary("Continues an upload")
            .ProducesProblems(400, 401, 403, 404, 409, 412, 415, 422, 460, 503, 504);
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteUpload").WithSummary("Removes an upload, finished or not")
            .ProducesProblems(401, 403, 404, 412, 503, 504);
    }

    public static NoContent TellAbilities(HttpResponse response)
    {
        response.Headers[TusHeaders.Version] = TusHeaders.SpokenVersion;
        response.Headers[TusHeaders.Extension] = Extensions;
        response.Headers[TusHeaders.MaximumSize] = ImageLimits.MaximumBytes.ToString(CultureInfo.InvariantCulture);
        response.Headers[TusHeaders.ChecksumAlgorithm] = UploadChecksum.Algorithms;
        return TypedResults.NoContent();
    }

    public static async Task<Created> CreateAsync(
        HttpContext context,
        UploadCreator creator,
        [FromHeader(Name = TusHeaders.Length), Description("The size of the image in bytes.")] string? length,
        [FromHeader(Name = TusHeaders.Metadata), Description("Keys with base64 values; HEAD gives them back.")] string? metadata,
        [FromHeader(Name = TusHeaders.Checksum), Description("sha1 or sha256, a space, the hash of the body in base64.")] string? checksum,
        CancellationToken cancellationToken)
    {
        if (context.Request.Headers.ContainsKey(TusHeaders.DeferLength))
        {
            throw UploadProblems.Invalid($"{TusHeaders.DeferLength} is not supported; give {TusHeaders.Length}.");
        }

        var upload = await creator.CreateAsync(
            context.Request,
            TusHeaders.ReadNumber(TusHeaders.Length, length),
            UploadMetadata.Check(metadata),
            UploadChecksum.Parse(checksum),
            cancellationToken);
        TusHeaders.Write(context.Response, upload);

        // Relative, so that it leads through whatever stands in front of this service.
        return TypedResults.Created($"{Route}/{upload.Id}");
    }

    public static async Task<Ok> GetOffsetAsync(string id, HttpContext context, UploadAccess access, CancellationToken cancellationToken)
    {
        var upload = await access.FindAsync(id, context.GetCaller(), cancellationToken);
        TusHeaders.Write(context.Response, upload);
        context.Response.Headers[TusHeaders.Length] = upload.Length.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        if (upload.Metadata is { } metadata)
        {
            context.Response.Headers[TusHeaders.Metadata] = metadata;
        }

        return TypedResults.Ok();
    }

    public static async Task<NoContent> AppendAsync(
        string id,
        HttpContext context,
        UploadAccess access,
        UploadReceiver receiver,
        [FromHeader(Name = TusHeaders.Offset), Description("Where the body belongs: the offset that HEAD tells.")] string? offset,
        [FromHeader(Name = TusHeaders.Checksum), Description("sha1 or sha256, a space, the hash of the body in base64.")] string? checksum)
    {
        // A sender who leaves does not end the work: what has arrived of the body is still read and kept, and ends it then.
        var cancellationToken = context.Features.GetRequiredFeature<RequestDeadline>().Passed;
        if (!UploadBody.HasUploadType(context.Request))
        {
            throw UploadBody.WrongType();
        }

        var expected = TusHeaders.ReadNumber(TusHeaders.Offset, offset);
        var check = UploadChecksum.Parse(checksum);
        var upload = await access.FindAsync(id, context.GetCaller(), cancellationToken);
        if (upload.Offset != expected)
        {
            throw UploadProblems.OffsetMismatch();
        }

        var reached = await receiver.ReceiveAsync(context.Request, upload, check, cancellationToken);
        TusHeaders.Write(context.Response, upload with { Offset = reached });
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> DeleteAsync(
        string id, HttpContext context, UploadAccess access, IUploadStore store, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(await access.FindAsync(id, context.GetCaller(), cancellationToken), cancellationToken);
        return TypedResults.NoContent();
    }
}
