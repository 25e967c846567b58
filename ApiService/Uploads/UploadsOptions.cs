using System.ComponentModel.DataAnnotations;

namespace ApiService.Uploads;

/// <summary>Where uploads are kept, and for how long.</summary>
internal sealed class UploadsOptions
{
    public const string SectionName = "Uploads";

    [EnumDataType(typeof(UploadStoreKind))]
    public UploadStoreKind Store { get; set; }

    /// <summary>The folder of the disk store. Another user of the machine has another one, because it is private.</summary>
    [Required]
    public string Path { get; set; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"vision-uploads-{Environment.UserName}");

    /// <summary>How long an upload may be continued and used, from its creation on.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Expiration { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often expired uploads are looked for in the folder.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);
}
