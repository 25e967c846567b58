namespace ApiService.Callers;

internal static class CallerExtensions
{
    /// <summary>Who sends this request.</summary>
    public static Caller GetCaller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? Caller.Anonymous(context.Connection.RemoteIpAddress);
}
