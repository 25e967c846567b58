namespace Aspire.Hosting.ApplicationModel;

public sealed class GenerateParameterDefault : ParameterDefault
{
    public int MinLength { get; set; }

    public bool Lower { get; set; } = true;

    public bool Upper { get; set; } = true;

    public bool Numeric { get; set; } = true;

    public bool Special { get; set; } = true;

    public int MinLower { get; set; }

    public int MinUpper { get; set; }

    public int MinNumeric { get; set; }

    public int MinSpecial { get; set; }

    public override string GetDefaultValue() =>
        PasswordGenerator.Generate(
            MinLength,
            new PasswordAlphabet("abcdefghjkmnpqrstuvwxyz", Lower, MinLower),
            new PasswordAlphabet("ABCDEFGHJKMNPQRSTUVWXYZ", Upper, MinUpper),
            new PasswordAlphabet("0123456789", Numeric, MinNumeric),
            new PasswordAlphabet("-_.{}~()*+!", Special, MinSpecial));
}
