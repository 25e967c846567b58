using System.Text.Json;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Http;
using Vision.Models;
using Vision.Models.Sessions;

namespace InferenceService.OpenInference;

internal static class InferEndpoint
{
    /// <summary>How many numbers are written before they are sent.</summary>
    private const int WriteCount = 4096;

    public static async Task InferAsync(
        string model, string? version, HttpContext context, TensorModels models, CancellationToken cancellationToken)
    {
        using var found = ModelEndpoints.Find(model, version, models);
        using var request = await ReadAsync(context, found, cancellationToken);
        using var run = await found.RunAsync(request.Inputs, request.Outputs, cancellationToken);
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("model_name", found.Reference.Name);
        writer.WriteString("model_version", found.Reference.Version);
        if (request.Id is not null)
        {
            writer.WriteString("id", request.Id);
        }

        writer.WriteStartArray("outputs");
        for (var output = 0; output < run.Count; output++)
        {
            await WriteAsync(writer, run, output, cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }

    private static async Task<InferenceRequest> ReadAsync(HttpContext context, TensorModel model, CancellationToken cancellationToken)
    {
        var reader = context.Request.BodyReader;
        var result = await RequestBody.ReadAsync(reader, cancellationToken);
        while (!result.IsCompleted)
        {
            // The server holds what has come, up to the limit of the route.
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            result = await RequestBody.ReadAsync(reader, cancellationToken);
        }

        RequestDeadline.BodyReceived(context);
        try
        {
            return InferenceRequestReader.Read(result.Buffer, model);
        }
        finally
        {
            reader.AdvanceTo(result.Buffer.End);
        }
    }

    private static async Task WriteAsync(Utf8JsonWriter writer, TensorRun run, int output, CancellationToken cancellationToken)
    {
        var shape = run.ShapeOf(output);
        writer.WriteStartObject();
        writer.WriteString("name", run.NameOf(output));
        writer.WriteString("datatype", TensorDescription.SinglePrecision);
        writer.WriteStartArray("shape");
        foreach (var size in shape)
        {
            writer.WriteNumberValue(size);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data");
        var count = run.FloatsOf(output).Length;
        for (var first = 0; first < count; first += WriteCount)
        {
            Write(writer, run.FloatsOf(output)[first..Math.Min(first + WriteCount, count)]);
            await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<float> numbers)
    {
        foreach (var number in numbers)
        {
            // JSON has no other numbers than finite ones.
            if (float.IsFinite(number))
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
