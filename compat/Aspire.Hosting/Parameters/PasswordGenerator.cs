using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

internal static class PasswordGenerator
{
    /// <summary>Draws the minimum of each alphabet, fills up from all of them, then shuffles: no position tells which alphabet it came from.</summary>
    public static string Generate(int minimumLength, params ReadOnlySpan<PasswordAlphabet> alphabets)
    {
        var all = new StringBuilder();
        var drawn = new StringBuilder();
        foreach (var alphabet in alphabets)
        {
            if (alphabet.IsAllowed)
            {
                all.Append(alphabet.Characters);
                drawn.Append(RandomNumberGenerator.GetString(alphabet.Characters, alphabet.Minimum));
            }
            else if (alphabet.Minimum > 0)
            {
                throw new ArgumentException($"{alphabet.Minimum} characters are required of an alphabet that is not allowed.", nameof(alphabets));
            }
        }

        if (all.Length == 0)
        {
            throw new ArgumentException("At least one character type must be enabled.", nameof(alphabets));
        }

        drawn.Append(RandomNumberGenerator.GetString(all.ToString(), Math.Max(0, minimumLength - drawn.Length)));
        var password = drawn.ToString().ToCharArray();
        RandomNumberGenerator.Shuffle(password.AsSpan());
        return new string(password);
    }
}
