using ApiService.Compatibility.Aws.Signatures;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace Tests.Unit.Compatibility.Aws;

/// <summary>Requests that mean the same are one request when they are signed.</summary>
public sealed class CanonicalRequestTests
{
    private static readonly Gen<string> Text = Gen.Elements("a", "A", "b", "-", "~", " ", "+", "/", "=", "&", "%", "ü", "€").ArrayOf().Select(string.Concat);

    [Theory]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("//", "/")]
    [InlineData("/a/b", "/a/b")]
    [InlineData("/a//b/", "/a/b/")]
    [InlineData("/a/./b/../c", "/a/c")]
    [InlineData("/../a", "/a")]
    [InlineData("/a%20b", "/a%2520b")]
    [InlineData("/a-b_c.d~e", "/a-b_c.d~e")]
    [InlineData("/a:b*c", "/a%3Ab%2Ac")]
    public void Path_is_encoded_once_more_than_it_was_sent(string sent, string canonical) => Assert.Equal(canonical, CanonicalRequest.Path(sent));

    [Theory]
    [InlineData("", "")]
    [InlineData("b=2&a=1", "a=1&b=2")]
    [InlineData("a=2&a=1&A=3", "A=3&a=1&a=2")]
    [InlineData("a", "a=")]
    [InlineData("a=b=c", "a=b%3Dc")]
    [InlineData("a-=1&a=2", "a=2&a-=1")]
    [InlineData("x=%7e&y=%2f&z=a%20b", "x=~&y=%2F&z=a%20b")]
    public void Query_is_encoded_in_one_way_and_sorted(string sent, string canonical) => Assert.Equal(canonical, CanonicalRequest.Query(sent));

    [Fact]
    public void Query_does_not_depend_on_the_order_of_its_parameters() => Prop.ForAll(
        Arb.From(Gen.Zip(Text, Text).ArrayOf()),
        static parameters =>
        {
            var sent = parameters.Select(static parameter => $"{Uri.EscapeDataString(parameter.Item1)}={Uri.EscapeDataString(parameter.Item2)}").ToList();
            var canonical = CanonicalRequest.Query(string.Join('&', sent));
            sent.Reverse();
            return CanonicalRequest.Query(string.Join('&', sent)) == canonical
                && CanonicalRequest.Query(canonical) == canonical
                && canonical.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Count() == sent.Count;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("  a   b\t c  ", "a b c")]
    [InlineData("", "")]
    [InlineData("\"a   b\"", "\"a b\"")]
    public void Header_has_one_space_where_there_are_several(string sent, string canonical) => Assert.Equal(canonical, CanonicalRequest.Header([sent]));

    [Fact]
    public void Header_that_comes_several_times_keeps_the_order_of_its_values() =>
        Assert.Equal("b,a,,c d", CanonicalRequest.Header([" b", "a ", null, "c  d"]));

    [Fact]
    public void Header_does_not_depend_on_its_spaces() => Prop.ForAll(
        Arb.From(Gen.Elements("a", "b", ",", "\"").NonEmptyListOf()),
        Arb.From(Gen.Elements(" ", "  ", "\t", " \t ").NonEmptyListOf()),
        static (words, spaces) => CanonicalRequest.Header([string.Join(spaces[0], words) + spaces[^1]]) == string.Join(' ', words))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void WithoutBody_holds_the_signed_headers_alone()
    {
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = "/?b=1&a";
        context.Request.Method = "POST";
        context.Request.Headers.Host = "example.com:8081";
        context.Request.Headers["X-Two"] = new(["one ", " two"]);
        context.Request.Headers["X-Other"] = "other";
        Assert.Equal(
            "POST\n/\na=&b=1\nhost:example.com:8081\nx-absent:\nx-two:one,two\n\nhost;x-absent;x-two\n",
            CanonicalRequest.WithoutBody(context.Request, ["host", "x-absent", "x-two"]));
    }
}
