using System.Text.Json.Serialization;

namespace Contracts;

/// <summary>Serialisation of everything that crosses a process border, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Analysis))]
[JsonSerializable(typeof(BatchAnalysis))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(LabelList))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(ModelSummary))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(SimilarImages))]
[JsonSerializable(typeof(TrainingResult))]
public sealed partial class ContractsJsonContext : JsonSerializerContext;
