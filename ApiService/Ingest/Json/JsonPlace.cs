namespace ApiService.Ingest.Json;

/// <summary>Where in a JSON body the reading stands.</summary>
internal enum JsonPlace
{
    /// <summary>Anywhere but in the image.</summary>
    Structure,

    /// <summary>Between the name <c>image</c> and its value.</summary>
    BeforeImage,

    /// <summary>In the text of the image.</summary>
    ImageText,
}
