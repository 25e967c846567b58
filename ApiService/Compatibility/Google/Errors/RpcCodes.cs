using System.Collections.Frozen;
using Contracts;

namespace ApiService.Compatibility.Google.Errors;

/// <summary>Which of Google's codes stands for which problem.</summary>
internal static class RpcCodes
{
    private static readonly FrozenDictionary<string, RpcCode> ByProblem = new (RpcCode Code, ErrorCode[] Problems)[]
    {
        (RpcCode.InvalidArgument,
        [
            ErrorCodes.InvalidImage, ErrorCodes.InvalidRequest, ErrorCodes.ImageTooLarge, ErrorCodes.ImageDimensions,
            ErrorCodes.UnsupportedMediaType, ErrorCodes.UploadInvalid, ErrorCodes.UploadChecksum, ErrorCodes.IdempotencyMismatch,
            GoogleErrors.KeyInvalid,
        ]),
        (RpcCode.PermissionDenied, [ErrorCodes.KeyRequired, ErrorCodes.Forbidden, GoogleErrors.AddressRefused]),
        (RpcCode.NotFound,
        [
            ErrorCodes.ModelNotFound, ErrorCodes.JobNotFound, ErrorCodes.ResultNotFound, ErrorCodes.UploadNotFound,
            ErrorCodes.RouteNotFound,
        ]),
        (RpcCode.FailedPrecondition,
            [ErrorCodes.UploadIncomplete, ErrorCodes.JobFinished, ErrorCodes.VersionLive, ErrorCodes.UploadVersion]),
        (RpcCode.Aborted, [ErrorCodes.UploadOffsetMismatch]),
        (RpcCode.ResourceExhausted, [ErrorCodes.RateLimited, ErrorCodes.UploadQuota]),
        (RpcCode.Unimplemented, [ErrorCodes.MethodNotAllowed, ErrorCodes.FeatureUnavailable, GoogleErrors.NotImplemented]),
        (RpcCode.Internal, [ErrorCodes.InternalError, ErrorCodes.FeatureFailed]),
        (RpcCode.Unavailable, [ErrorCodes.Overloaded, ErrorCodes.InferenceUnavailable]),
        (RpcCode.DeadlineExceeded, [ErrorCodes.DeadlineExceeded]),
    }.SelectMany(static row => row.Problems, static (row, problem) => (problem.Code, Rpc: row.Code))
        .ToFrozenDictionary(static row => row.Code, static row => row.Rpc, StringComparer.Ordinal);

    /// <summary>The code that stands for a problem.</summary>
    public static RpcCode Of(ErrorCode problem) => ByProblem[problem.Code];
}
