namespace Load.Requests;

/// <summary>How the image is sent.</summary>
internal enum BodyForm
{
    Raw,
    Json,
}
