using System.Net;
using System.Net.ServerSentEvents;
using Client.Calls;
using Contracts;

namespace Client;

/// <summary>The changes of one job, also over connections that are cut: each is given once, in order.</summary>
internal sealed class JobEvents(ApiConnection api, string id) : IAsyncDisposable
{
    private readonly Reconnection reconnection = new();
    private HttpResponseMessage? response;
    private SseParser<Job?>? parser;
    private IAsyncEnumerator<SseItem<Job?>>? events;
    private string? lastEventId;
    private bool hasConnected;

    /// <summary>Gives the next change; null if there is none after the last that was seen.</summary>
    public async Task<Job?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Exception cut;
            try
            {
                events ??= await ConnectAsync(cancellationToken);
                if (response!.StatusCode == HttpStatusCode.NoContent)
                {
                    return null;
                }

                while (await events.MoveNextAsync())
                {
                    reconnection.Advance();
                    lastEventId = parser!.LastEventId;
                    if (events.Current.Data is { } job)
                    {
                        return job;
                    }
                }

                cut = ApiConnection.EndedEarly();
            }
            catch (Exception failure) when (hasConnected && Reconnection.IsPassing(failure, cancellationToken))
            {
                cut = failure;
            }

            await DisposeAsync();
            await reconnection.WaitAsync(cut, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (events is not null)
        {
            await events.DisposeAsync();
            events = null;
        }

        response?.Dispose();
        response = null;
    }

    private async Task<IAsyncEnumerator<SseItem<Job?>>> ConnectAsync(CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/jobs/{Uri.EscapeDataString(id)}/events");
        if (!string.IsNullOrEmpty(lastEventId))
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        response = await api.OpenEventsAsync(request, call: null, cancellationToken);
        hasConnected = true;
        parser = ApiConnection.Parse<Job>(await response.Content.ReadAsStreamAsync(cancellationToken), static (type, data) =>
            type == "status" ? Replies.Read(data, ContractsJsonContext.Default.Job) : null);
        return parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }
}
