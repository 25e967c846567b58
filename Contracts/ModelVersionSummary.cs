namespace Contracts;

/// <summary>One version of a model.</summary>
/// <param name="Version">Its name.</param>
/// <param name="Digest">SHA-256 of the model file, as <c>sha256:</c> and hexadecimal digits.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Accuracy">Share of right top answers on record, 0 to 1; none where it was not measured.</param>
/// <param name="Live">Whether requests without a version use this one.</param>
public sealed record ModelVersionSummary(string Version, string Digest, DateTimeOffset CreatedAt, double? Accuracy, bool Live);
