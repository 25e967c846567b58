extern alias Inference;

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Tests.Api;
using Tests.Fixtures;
using Vision.Admission;
using Vision.Decoding;
using Vision.Labels;
using Vision.Models.Manifests;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Inference;

/// <summary>The Open Inference Protocol v2 by REST.</summary>
public sealed class OpenInferenceTests : IAsyncLifetime
{
    private const string Model = "efficientnet-lite0";
    private const string Infer = "/v2/models/" + Model + "/infer";

    private readonly RunningService<InferenceProgram> service = new(static host =>
        host.UseSetting("Admission:Workers", "1").UseSetting("Admission:Capacity", "1"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await service.WaitUntilReadyAsync(Token);

    [Fact]
    public async Task Get_describes_the_server_and_its_models()
    {
        Assert.Equal("vision-inference", (await GetAsync("/v2")).GetProperty("name").GetString());
        Assert.True((await GetAsync("/v2/health/live")).GetProperty("live").GetBoolean());
        Assert.True((await GetAsync("/v2/health/ready")).GetProperty("ready").GetBoolean());
        Assert.True((await GetAsync($"/v2/models/{Model}/ready")).GetProperty("ready").GetBoolean());
        Assert.True((await GetAsync($"/v2/models/{Model}/versions/1/ready")).GetProperty("ready").GetBoolean());
        foreach (var address in new[] { $"/v2/models/{Model}", $"/v2/models/{Model}/versions/1" })
        {
            var model = await GetAsync(address);
            Assert.Equal((Model, "onnxruntime_onnx"), (model.GetProperty("name").GetString(), model.GetProperty("platform").GetString()));
            Assert.Equal("1", model.GetProperty("versions")[0].GetString());
            Assert.Equal("""{"name":"image","datatype":"UINT8","shape":[-1,224,224,3]}""", model.GetProperty("inputs")[0].GetRawText());
            Assert.Contains("""{"name":"logits","datatype":"FP32","shape":[-1,1000]}""", model.GetProperty("outputs").GetRawText(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(4, true)]
    public async Task Infer_of_a_photo_gives_the_logits_behind_the_labels(int batch, bool isNested)
    {
        var pixels = await PixelsAsync();
        var image = isNested
            ? $"[{string.Join(',', pixels.Chunk(224 * 3).Select(static row => $"[{string.Join(',', row.Chunk(3).Select(static pixel => $"[{string.Join(',', pixel)}]"))}]"))}]"
            : string.Join(',', pixels);
        var data = string.Join(',', Enumerable.Repeat(image, batch));
        var answer = await InferAsync(
            $$"""{"id":"42","inputs":[{"data":[{{data}}],"name":"image","shape":[{{batch}},224,224,3],"datatype":"UINT8"}],"outputs":[{"name":"logits"}]}""");
        Assert.Equal((Model, "1", "42"), (Text(answer, "model_name"), Text(answer, "model_version"), Text(answer, "id")));
        var output = Assert.Single(answer.GetProperty("outputs").EnumerateArray().ToList());
        Assert.Equal($"[{batch},1000]", output.GetProperty("shape").GetRawText());
        var logits = output.GetProperty("data").EnumerateArray().Select(static number => number.GetSingle()).ToArray();
        Assert.Equal(batch * 1000, logits.Length);

        var expected = await AnalyzeAsync();
        foreach (var one in logits.Chunk(1000))
        {
            Confidences.Softmax(one);
            Assert.Equal(expected, one.OrderDescending().Take(5).Select(Confidences.Round));
        }
    }

    [Fact]
    public async Task Infer_without_outputs_gives_all_of_them()
    {
        var answer = await InferAsync(Body(new byte[224 * 224 * 3]));
        Assert.Equal(["embedding", "logits"], answer.GetProperty("outputs").EnumerateArray().Select(static output => Text(output, "name")).Order(StringComparer.Ordinal));
        Assert.False(answer.TryGetProperty("id", out _));
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("""{"inputs":[""", "JSON")]
    [InlineData("""{"inputs":[]} {}""", "JSON")]
    [InlineData("""{"inputs":[]}""", "one input 'image'")]
    [InlineData("""{"inputs":[{"name":"x","shape":[1],"datatype":"UINT8","data":[1]}]}""", "one input 'image'")]
    [InlineData("""{"inputs":[{"name":"image","shape":[1,224,224,3],"data":[1]}]}""", "needs name, datatype, shape and data")]
    [InlineData("""{"inputs":[{"name":"image","shape":[1,224,224,3],"datatype":"FP32","data":[1]}]}""", "datatype UINT8")]
    [InlineData("""{"inputs":[{"name":"image","shape":[1,224,3],"datatype":"UINT8","data":[1]}]}""", "[-1, 224, 224, 3]")]
    [InlineData("""{"inputs":[{"name":"image","shape":[0,224,224,3],"datatype":"UINT8","data":[1]}]}""", "[-1, 224, 224, 3]")]
    [InlineData("""{"inputs":[{"name":"image","shape":[9223372036854775807,224,224,3],"datatype":"UINT8","data":[1]}]}""", "batch of at most 16")]
    [InlineData("""{"inputs":[{"name":"image","shape":[1.5,224,224,3],"datatype":"UINT8","data":[1]}]}""", "whole numbers")]
    [InlineData("""{"inputs":[{"name":"image","shape":[1,224,224,3],"datatype":"UINT8","data":[1,2]}]}""", "another number of elements")]
    [InlineData("""{"inputs":[{"name":"image","shape":[1,224,224,3],"datatype":"UINT8","data":[256]}]}""", "no UINT8")]
    [InlineData("""{"inputs":[{"name":"image","shape":[1,224,224,3],"datatype":"UINT8","data":["1"]}]}""", "numbers")]
    [InlineData("""{"inputs":[],"outputs":[{"name":"boxes"}]}""", "The network gives logits")]
    public async Task Infer_of_a_request_that_does_not_fit_is_bad(string body, string expected)
    {
        var error = await FailAsync(Infer, body, HttpStatusCode.BadRequest);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Empty(service.ErrorLog);
    }

    [Theory]
    [InlineData("/v2/models/no-such-model/infer")]
    [InlineData("/v2/models/" + Model + "/versions/7/infer")]
    public async Task Infer_by_a_model_that_is_not_there_is_not_found(string address) =>
        Assert.NotEmpty(await FailAsync(address, "{}", HttpStatusCode.NotFound));

    [Fact]
    public async Task Infer_with_a_full_queue_is_unavailable_at_once()
    {
        using var release = new ManualResetEventSlim();
        using var started = new ManualResetEventSlim();
        var workers = service.Services.GetRequiredService<AdmissionQueue>();
        var running = workers.RunAsync(_ => Hold(started, release), Token);
        started.Wait(Token);
        var waiting = workers.RunAsync(_ => Hold(started, release), Token);
        await FailAsync(Infer, Body(new byte[224 * 224 * 3]), HttpStatusCode.ServiceUnavailable);
        release.Set();
        await Task.WhenAll(running, waiting);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private static bool Hold(ManualResetEventSlim started, ManualResetEventSlim release)
    {
        started.Set();
        release.Wait();
        return true;
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();

    private static string Body(byte[] pixels) =>
        $$"""{"inputs":[{"name":"image","shape":[1,224,224,3],"datatype":"UINT8","data":[{{string.Join(',', pixels)}}]}]}""";

    private static async Task<byte[]> PixelsAsync()
    {
        var manifest = await ManifestReader.ReadAsync(Path.Combine(Repository.Models, Model, "1"), Token);
        using var pixels = ImageDecoders.Best().Decode(
            Photo.Load("cat.jpg"),
            new PixelRequest(224, 224, manifest.Preprocessing.Crop, manifest.Preprocessing.CropFraction, manifest.Preprocessing.Kernel, Equalization.None));
        return pixels.Span.ToArray();
    }

    private async Task<IEnumerable<float>> AnalyzeAsync()
    {
        using var response = await service.Client.PostAsync($"/v1/analyze?model={Model}", Requests.Raw(Photo.Bytes("cat.jpg")), Token);
        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, Token);
        return analysis!.Labels!.Select(static label => label.Confidence);
    }

    private async Task<JsonElement> GetAsync(string address) => await service.Client.GetFromJsonAsync<JsonElement>(address, Token);

    private async Task<JsonElement> InferAsync(string body)
    {
        using var response = await service.Client.PostAsync(Infer, Requests.Json(body), Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(text);
    }

    private async Task<string> FailAsync(string address, string body, HttpStatusCode expected)
    {
        using var response = await service.Client.PostAsync(address, Requests.Json(body), Token);
        Assert.Equal(expected, response.StatusCode);
        var error = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        return Assert.Single(error.EnumerateObject().ToList(), static member => member.Name == "error").Value.GetString()!;
    }
}
