using System.Globalization;
using Contracts;
using ServiceDefaults.Deadlines;
using Vision;

namespace InferenceService.Analyze;

internal static class TimeLeftHeader
{
    /// <summary>Until when the caller waits: as the API says, or until this service's own limit.</summary>
    public static Deadline Read(HttpContext context)
    {
        var header = context.Request.Headers[RequestHeaders.TimeLeft];
        if (!int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return Deadline.In(RequestDeadline.LeftOf(context));
        }

        // A job waits longer for its caption than a request may take; the API leaves when its own limit passes.
        RequestDeadline.LiftServerLimit(context);
        return Deadline.In(TimeSpan.FromMilliseconds(milliseconds));
    }
}
