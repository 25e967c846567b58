using Contracts;

namespace ApiService.Compatibility.Azure;

/// <summary>The problems that only callers of Azure's API can have; their codes are those that Azure documents.</summary>
internal static class AzureErrors
{
    public static readonly ErrorCode MissingApiVersion = new("MissingApiVersionParameter", 400, "The version of the API is missing",
        "Send the parameter api-version.");

    public static readonly ErrorCode UnsupportedApiVersion = new("UnsupportedApiVersionValue", 400, "This version of the API is not supported",
        "Send one of the versions that the message names.");

    public static readonly ErrorCode NotSupportedVisualFeature = new("NotSupportedVisualFeature", 400, InvalidQuery,
        "Send features of Image Analysis 4.0.");

    public static readonly ErrorCode NotSupportedLanguage = new("NotSupportedLanguage", 400, InvalidQuery,
        "Leave the language out, or send en.");

    public static readonly ErrorCode BadArgument = new("BadArgument", 400, InvalidQuery, "The message says what is expected.");

    public static readonly ErrorCode InvalidImageUrl = new("InvalidImageUrl", 400, "The address of the image cannot be used",
        "Send the bytes of the image as application/octet-stream; this server fetches none.");

    public static readonly ErrorCode EmptyImage = new("InvalidImageSize", 400, "The size of the image is out of range",
        "Send a whole file.");

    private const string InvalidQuery = "The query is invalid";
}
