namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>What Azure's callers can ask of an image. Names on the wire are these in any case.</summary>
[Flags]
internal enum VisualFeatures
{
    None = 0,
    Tags = 1,
    Caption = 2,
    DenseCaptions = 4,
    Objects = 8,
    People = 16,
    Read = 32,
    SmartCrops = 64,
}
