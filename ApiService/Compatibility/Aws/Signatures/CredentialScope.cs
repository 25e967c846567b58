namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>What a signature is good for.</summary>
/// <param name="Date">The day, as <c>yyyyMMdd</c>.</param>
/// <param name="Region">The region, whichever its sender believes to talk to.</param>
/// <param name="Service">The service's name.</param>
/// <param name="Terminator">Always <c>aws4_request</c>.</param>
internal sealed record CredentialScope(string Date, string Region, string Service, string Terminator)
{
    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";
}
