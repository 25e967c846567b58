namespace ApiService.Compatibility.Google.Requests;

/// <summary>What can be asked of an image, with Google's numbers; the names on the wire are these in capitals.</summary>
internal enum FeatureType
{
    TypeUnspecified = 0,
    FaceDetection = 1,
    LandmarkDetection = 2,
    LogoDetection = 3,
    LabelDetection = 4,
    TextDetection = 5,
    SafeSearchDetection = 6,
    ImageProperties = 7,
    CropHints = 9,
    WebDetection = 10,
    DocumentTextDetection = 11,
    ProductSearch = 12,
    ObjectLocalization = 19,
}
