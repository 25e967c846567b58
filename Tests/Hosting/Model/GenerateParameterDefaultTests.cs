using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class GenerateParameterDefaultTests
{
    [Fact]
    public void GetDefaultValue_minimums_are_met()
    {
        var password = new GenerateParameterDefault { MinLength = 6, MinLower = 2, MinUpper = 3, MinNumeric = 4, MinSpecial = 5 }.GetDefaultValue();

        Assert.Equal(14, password.Length);
        Assert.Equal((2, 3, 4), (password.Count(char.IsAsciiLetterLower), password.Count(char.IsAsciiLetterUpper), password.Count(char.IsAsciiDigit)));
    }

    [Fact]
    public void GetDefaultValue_minimum_of_excluded_characters_throws() =>
        Assert.Throws<ArgumentException>(() => new GenerateParameterDefault { Special = false, MinSpecial = 1 }.GetDefaultValue());
}
