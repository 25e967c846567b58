using System.Text.Json.Serialization;

namespace ApiService.Uploads;

/// <summary>How an upload is written down beside its bytes.</summary>
[JsonSerializable(typeof(Upload))]
internal sealed partial class UploadJsonContext : JsonSerializerContext;
