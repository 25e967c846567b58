namespace ApiService.Compatibility.Aws.Shapes;

/// <summary>A request about one image.</summary>
internal interface IImageRequest
{
    RekognitionImage? Image { get; }
}
