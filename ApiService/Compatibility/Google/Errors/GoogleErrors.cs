using Contracts;

namespace ApiService.Compatibility.Google.Errors;

/// <summary>Problems that only Google's API knows.</summary>
internal static class GoogleErrors
{
    public static readonly ErrorCode KeyInvalid = new("google_key_invalid", 400, "API key not valid",
        "Send a key that this server knows, in the header X-Goog-Api-Key or the parameter key.");

    public static readonly ErrorCode AddressRefused = new("google_address_refused", 403, "Addresses are not fetched",
        "Send the bytes of the image in the member content.");

    public static readonly ErrorCode NotImplemented = new("google_not_implemented", 501, "Not implemented",
        "Leave it out; docs/drop-in.md lists what this server has.");
}
