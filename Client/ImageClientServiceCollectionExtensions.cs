using Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Client;

/// <summary>Registers <see cref="ImageClient"/> as a typed client.</summary>
public static class ImageClientServiceCollectionExtensions
{
    /// <summary>Registers the client for a service at an address.</summary>
    /// <param name="services">The services.</param>
    /// <param name="address">The service's address; with service discovery also a name, as in <c>https+http://api</c>.</param>
    /// <param name="apiKey">Sent with every request; null for an anonymous caller.</param>
    /// <returns>The client's builder, for handlers such as a retry.</returns>
    public static IHttpClientBuilder AddImageClient(this IServiceCollection services, Uri address, string? apiKey = null) =>
        services.AddImageClient(http =>
        {
            http.BaseAddress = address;
            if (apiKey is not null)
            {
                http.DefaultRequestHeaders.Add(RequestHeaders.ApiKey, apiKey);
            }
        });

    /// <summary>Registers the client with an <see cref="HttpClient"/> that the caller sets up.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets at least the base address.</param>
    /// <returns>The client's builder, for handlers such as a retry.</returns>
    public static IHttpClientBuilder AddImageClient(this IServiceCollection services, Action<HttpClient> configure) =>
        services.AddHttpClient<ImageClient>(configure);
}
