using Microsoft.Extensions.Options;
using ServiceDefaults.Http;

namespace ApiService.Callers;

internal static class CallerExtensions
{
    public static void AddCallers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        builder.Services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.SectionName).ValidateOnStart();
        builder.Services.AddSingleton<ApiKeys>();
        builder.AddForwardedAddresses();
    }

    public static void UseCallers(this WebApplication app) => app.UseMiddleware<CallerMiddleware>();

    /// <summary>Everybody may use these routes; a key that comes along must have the role.</summary>
    public static TBuilder OpenToAnybodyOr<TBuilder>(this TBuilder builder, string role)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequiredRole(role, AnonymousAllowed: true));

    /// <summary>Only a key with the role may use these routes.</summary>
    public static TBuilder OnlyWith<TBuilder>(this TBuilder builder, string role)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequiredRole(role, AnonymousAllowed: false));

    /// <summary>Who sends this request.</summary>
    public static Caller GetCaller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? Caller.Anonymous(context.Connection.RemoteIpAddress);
}
