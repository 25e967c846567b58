using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Classifiers;

/// <summary>The bodies of the route that trains, and what comes back.</summary>
internal static class ClassifierRequests
{
    public const string Route = "/api/classifiers";

    /// <summary>Two classes of photos that do not look alike.</summary>
    public static IReadOnlyList<(string Label, byte[] Picture)> Drinks(int perClass = 5) =>
        [.. Class("coffee", "coffee.jpg", perClass), .. Class("not coffee", "rocket.jpg", perClass)];

    public static IEnumerable<(string Label, byte[] Picture)> Class(string label, string photo, int count) =>
        PhotoVariants.Of(photo, count).Select(picture => (label, picture));

    /// <summary>Many pictures of one colour each, which take a while and nothing else.</summary>
    public static IReadOnlyList<(string Label, byte[] Picture)> Many(int perClass) =>
        [.. Enumerable.Range(0, perClass * 2).Select(number => (number % 2 == 0 ? "even" : "odd", PngFile.WithSize(1, 1, PngFile.Exif([(byte)number, (byte)(number >> 8)]))))];

    /// <summary>A body of a kind: <c>json</c>, <c>form</c> or <c>zip</c>.</summary>
    public static HttpContent Body(string kind, string name, IEnumerable<(string Label, byte[] Picture)> examples) => kind switch
    {
        "json" => Json(name, examples),
        "form" => Form(name, examples),
        _ => Archive(name, Zip(examples.Select((example, number) => ($"{example.Label}/{number}.jpg", example.Picture)))),
    };

    public static HttpContent Json(string name, IEnumerable<(string Label, byte[] Picture)> examples) => Requests.Json(new JsonObject
    {
        ["name"] = name,
        ["examples"] = new JsonArray([.. examples.Select(example => new JsonObject
        {
            ["image"] = Convert.ToBase64String(example.Picture),
            ["label"] = example.Label,
        })]),
    }.ToJsonString());

    public static MultipartFormDataContent Form(string name, IEnumerable<(string Label, byte[] Picture)> examples)
    {
        var form = new MultipartFormDataContent { { new StringContent(name), "name" } };
        foreach (var (label, picture) in examples)
        {
            form.Add(new ByteArrayContent(picture), $"class:{label}", "picture.jpg");
        }

        return form;
    }

    public static MultipartFormDataContent Archive(string name, byte[] archive) => new()
    {
        { new StringContent(name), "name" },
        { new ByteArrayContent(archive), "archive", "examples.zip" },
    };

    public static byte[] Zip(IEnumerable<(string Path, byte[] Content)> entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    public static async Task<HttpResponseMessage> TrainAsync(
        this HttpClient client, HttpContent body, string? key = ClassifierProcess.AdminKey, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Route) { Content = body };
        if (key is not null)
        {
            request.Headers.Add(RequestHeaders.ApiKey, key);
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add(RequestHeaders.IdempotencyKey, idempotencyKey);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Starts a training that must be accepted.</summary>
    public static async Task<Job> StartTrainingAsync(this HttpClient client, HttpContent body, string? idempotencyKey = null)
    {
        using var response = await client.TrainAsync(body, idempotencyKey: idempotencyKey);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, text);
        var job = await JobRequests.ReadAsync(response);
        Assert.Equal($"/api/jobs/{job.Id}", response.Headers.Location!.OriginalString);
        return job;
    }

    /// <summary>Waits for the result of a training that must succeed.</summary>
    public static async Task<TrainingResult> ResultAsync(this HttpClient client, string id)
    {
        Job? job = null;
        await Eventually.IsTrueAsync(async () => (job = await client.PollAsync(id)) is { IsFinished: true }, TimeSpan.FromMinutes(2));
        Assert.True(job!.Status == JobStatus.Succeeded, JsonSerializer.Serialize(job, ContractsJsonContext.Default.Job));
        Assert.Equal(1, job.Progress);
        return job.Result!.Value.Deserialize(ContractsJsonContext.Default.TrainingResult)!;
    }

    public static async Task<Problem> RefusedAsync(
        this HttpClient client, HttpContent body, ErrorCode? expected = null, string? key = ClassifierProcess.AdminKey)
    {
        using var response = await client.TrainAsync(body, key);
        return await Requests.ReadProblemAsync(response, expected ?? ErrorCodes.InvalidRequest);
    }
}
