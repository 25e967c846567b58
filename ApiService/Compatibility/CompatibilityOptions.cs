namespace ApiService.Compatibility;

/// <summary>Whose protocols this service speaks beside its own.</summary>
internal sealed class CompatibilityOptions
{
    public const string SectionName = "Compatibility";

    /// <summary>Azure Image Analysis 4.0.</summary>
    public bool Azure { get; set; }

    /// <summary>Google Cloud Vision v1.</summary>
    public bool Google { get; set; }

    /// <summary>AWS Rekognition.</summary>
    public bool Aws { get; set; }
}
