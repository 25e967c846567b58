namespace Tests.Api.Uploads;

/// <summary>One request of the stock client.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Sent">The offset that it sent, if any.</param>
/// <param name="Status">The status of the reply; 0 where none came.</param>
/// <param name="Told">The offset of the reply, if any.</param>
internal sealed record TusExchange(string Method, long? Sent, int Status, long? Told);
