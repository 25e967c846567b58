using System.Text.Json;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>The official client, as a test sets it up.</summary>
/// <param name="Endpoint">Where it sends its calls.</param>
internal sealed record AwsClient(Uri Endpoint)
{
    /// <summary>The members of a request begin with capitals, so that no policy may change names.</summary>
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public string KeyId { get; init; } = CloudApi.AccessKeyId;

    public string Secret { get; init; } = CloudApi.Secret;

    /// <summary>How wrong the clock of its computer is.</summary>
    public TimeSpan ClockOffset { get; init; }

    public int MaxAttempts { get; init; } = 1;

    /// <summary>What is replaced in each body after it was signed, and by what.</summary>
    public IReadOnlyList<string>? Alter { get; init; }

    /// <summary>Makes calls one after the other.</summary>
    public async Task<IReadOnlyList<AwsResult>> CallAsync(CloudClients clients, params AwsCall[] calls)
    {
        var plan = new
        {
            client = new
            {
                endpoint = Endpoint,
                credentials = new { accessKeyId = KeyId, secretAccessKey = Secret },
                maxAttempts = MaxAttempts,
            },
            clockOffset = ClockOffset.TotalMilliseconds,
            alter = Alter,
            calls = calls.Select(static call => new
            {
                operation = call.Operation,
                photo = call.Photo,
                base64 = call.Base64,
                input = call.Input is null ? (JsonElement?)null : JsonElement.Parse(call.Input),
            }),
        };
        var printed = await clients.RunAsync("aws-calls.mjs", [JsonSerializer.Serialize(plan, Options)]);
        return JsonSerializer.Deserialize<IReadOnlyList<AwsResult>>(printed, Options)!;
    }

    /// <summary>Makes calls that all succeed.</summary>
    public async Task<IReadOnlyList<JsonElement>> AnswersAsync(CloudClients clients, params AwsCall[] calls)
    {
        var results = await CallAsync(clients, calls);
        Assert.All(results, static result => Assert.True(result.Error is null, $"{result.Error}: {result.Message}"));
        Assert.All(results, static result => Assert.Equal((200, 32), (result.Status, result.RequestId!.Length)));
        return [.. results.Select(static result => result.Output)];
    }
}
