using Contracts;
using ServiceDefaults.Problems;
using ServiceDefaults.Telemetry;

namespace ApiService.Compatibility.Aws;

/// <summary>Tells problems as an AWS JSON service does, to those who ask as its clients do.</summary>
internal sealed class AwsProblems : IProblemForm
{
    public async Task WriteAsync(HttpContext context, ProblemException problem, CancellationToken cancellationToken)
    {
        if (!RekognitionTarget.IsIn(context.Request))
        {
            await ProblemWriter.WriteUsualAsync(context, problem, cancellationToken);
            return;
        }

        var error = AwsErrors.Of(problem.Code);
        AwsReply.Begin(context);
        context.Response.StatusCode = error.Status;
        context.Response.Headers["x-amzn-ErrorType"] = error.Code;
        await context.Response.WriteAsJsonAsync(
            new AwsError(error.Code, error.Code, problem.Message, TraceId.Of(context)),
            AwsJsonContext.Default.AwsError,
            AwsReply.ContentType,
            cancellationToken);
    }
}
