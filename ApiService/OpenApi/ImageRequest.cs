namespace ApiService.OpenApi;

/// <summary>On an endpoint whose request is read by a reader of its own: what a request may hold.</summary>
/// <param name="MaximumImages">How many images its body may have; 0 for an endpoint that takes options alone.</param>
/// <param name="MayStream">Whether it can answer with server-sent events.</param>
internal sealed record ImageRequest(int MaximumImages, bool MayStream = false);
