using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Aspire.Dashboard.Login;

/// <summary>Knows who has logged in: whoever has a cookie that this process has made.</summary>
internal sealed class LoginGate(LoginOptions options)
{
    private const string Cookie = ".Aspire.Dashboard.Auth";
    private const int TicketBytes = 32;

    /// <summary>What the cookie holds; it is as good as this process lives.</summary>
    private readonly string ticket = RandomNumberGenerator.GetHexString(TicketBytes * 2, lowercase: true);

    public bool IsLoggedIn(HttpRequest request) =>
        options.Token is null || (request.Cookies[Cookie] is { } cookie && AreSame(cookie, ticket));

    /// <summary>Takes a token for a cookie.</summary>
    /// <returns>Whether it is the right one.</returns>
    public bool TryLogIn(HttpContext context, string? token)
    {
        if (options.Token is null || token is null || !AreSame(token, options.Token))
        {
            return options.Token is null;
        }

        context.Response.Cookies.Append(Cookie, ticket, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" });
        return true;
    }

    private static bool AreSame(string one, string other) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
