using Client;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Tests.Client;

/// <summary>Answers that do not come from the image service, though they come from its address.</summary>
public sealed class UnexpectedReplyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(502, "text/html", "<h1>Bad gateway</h1>", true)]
    [InlineData(503, "text/plain", "", true)]
    [InlineData(403, "application/json", "{}", false)]
    public async Task Call_that_something_else_refuses_tells_the_status(int status, string type, string body, bool isRetryable)
    {
        await using var server = await OtherServer.StartAsync(context => AnswerAsync(context, status, type, body, retryAfter: "7"));
        var refusal = await ListModelsAsync(server);
        Assert.Equal((ImageApiException.UnexpectedReply, status, isRetryable), (refusal.Problem.Code, refusal.Problem.Status, refusal.Problem.Retryable));
        Assert.Equal(TimeSpan.FromSeconds(7), refusal.RetryAfter);
    }

    [Theory]
    [InlineData(200, "application/json", "<h1>Please log in</h1>")]
    [InlineData(200, "text/html", "<h1>Please log in</h1>")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", "{\"models\":5}")]
    [InlineData(400, "application/problem+json", "{\"title\":\"no code\"}")]
    public async Task Call_whose_answer_is_of_another_shape_tells_so(int status, string type, string body)
    {
        await using var server = await OtherServer.StartAsync(context => AnswerAsync(context, status, type, body));
        Assert.Equal(ImageApiException.UnexpectedReply, (await ListModelsAsync(server)).Problem.Code);
    }

    [Fact]
    public async Task Retry_after_as_a_date_counts_from_the_date_of_the_reply()
    {
        await using var server = await OtherServer.StartAsync(context =>
        {
            context.Response.Headers.Date = "Mon, 02 Mar 2026 10:00:00 GMT";
            return AnswerAsync(context, 503, "text/plain", "", retryAfter: "Mon, 02 Mar 2026 10:00:05 GMT");
        });
        Assert.Equal(TimeSpan.FromSeconds(5), (await ListModelsAsync(server)).RetryAfter);
    }

    private static async Task<ImageApiException> ListModelsAsync(OtherServer server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        return await Assert.ThrowsAsync<ImageApiException>(() => new ImageClient(http).ListModelsAsync(Cancellation));
    }

    private static Task AnswerAsync(HttpContext context, int status, string type, string body, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body, Cancellation);
    }
}
