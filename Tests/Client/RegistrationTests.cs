using Client;
using Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Tests.Client;

/// <summary>The typed client from a service container.</summary>
public sealed class RegistrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_image_client_sends_the_key_to_the_address()
    {
        string? key = null;
        await using var server = await OtherServer.StartAsync(context =>
        {
            key = context.Request.Headers[RequestHeaders.ApiKey];
            return context.Response.WriteAsJsonAsync(new ModelList([]), ContractsJsonContext.Default.ModelList, cancellationToken: Cancellation);
        });
        var services = new ServiceCollection();
        services.AddImageClient(new Uri(server.Address, "/vision/"), "secret");
        await using var provider = services.BuildServiceProvider();
        Assert.Empty(await provider.GetRequiredService<ImageClient>().ListModelsAsync(Cancellation));
        Assert.Equal("secret", key);
        Assert.Equal(["GET /vision/api/models"], server.Requests);
    }

    [Fact]
    public async Task Add_retry_of_the_readme_repeats_a_get_and_never_a_post()
    {
        var refusals = 2;
        await using var server = await OtherServer.StartAsync(context =>
        {
            if (refusals-- <= 0)
            {
                return context.Response.WriteAsJsonAsync(new ModelList([]), ContractsJsonContext.Default.ModelList, cancellationToken: Cancellation);
            }

            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });
        var services = new ServiceCollection();
        ReadmeExample.Register(services, server.Address);
        await using var provider = services.BuildServiceProvider();
        var images = provider.GetRequiredService<ImageClient>();
        await Assert.ThrowsAsync<ImageApiException>(() => images.AnalyzeAsync(new byte[1], cancellationToken: Cancellation));
        Assert.Empty(await images.ListModelsAsync(Cancellation));
        Assert.Equal(["POST /api/analyze", "GET /api/models", "GET /api/models"], server.Requests);
    }
}
