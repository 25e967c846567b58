using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class ReferenceExpressionTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetValueAsync_literals_and_providers_are_joined()
    {
        var user = ModelEnvironment.CreateBuilder().AddParameter("user", "me");
        var expression = ReferenceExpression.Create($"{{\"name\":\"{user}\",\"kind\":\"{"literal"}\"}}");

        Assert.Equal("{\"name\":\"me\",\"kind\":\"literal\"}", await expression.GetValueAsync(CancellationToken));
        Assert.Equal("{\"name\":\"{user.value}\",\"kind\":\"literal\"}", expression.ValueExpression);
        Assert.Equal([user.Resource], expression.ValueProviders);
    }

    [Fact]
    public async Task GetValueAsync_uri_format_encodes_value_and_literal()
    {
        var password = ModelEnvironment.CreateBuilder().AddParameter("password", "a/b@c");
        var literal = "x y";
        var expression = ReferenceExpression.Create($"redis://{literal:uri}:{password:uri}@host");

        Assert.Equal("redis://x%20y:a%2Fb%40c@host", await expression.GetValueAsync(CancellationToken));
    }

    [Fact]
    public async Task GetValueAsync_nested_expression_passes_the_context_on()
    {
        var builder = ModelEnvironment.CreateBuilder();
        var app = builder.AddExecutable("app", "sh", ".").WithHttpEndpoint(name: "http");
        var inner = ReferenceExpression.Create($"{app.GetEndpoint("http").Property(EndpointProperty.TargetPort)}");
        var context = new ValueProviderContext
        {
            Caller = app.Resource,
            Replica = new ReplicaContext("abcdefgh", new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["http"] = 4711 }),
        };

        Assert.Equal("port 4711", await ReferenceExpression.Create($"port {inner}").GetValueAsync(context, CancellationToken));
    }

    [Fact]
    public async Task WithEnvironment_interpolated_string_is_late_bound()
    {
        var builder = ModelEnvironment.CreateBuilder();
        var password = "before";
        var parameter = builder.AddParameter("password", () => password);
        var app = builder.AddExecutable("app", "sh", ".").WithEnvironment("URL", $"redis://{parameter}");
        password = "after";

        var variables = await ModelEnvironment.ResolveAsync(builder, app.Resource, CancellationToken);

        Assert.Equal("redis://after", variables["URL"]);
    }

    [Fact]
    public async Task Empty_resolves_to_nothing() => Assert.Equal(string.Empty, await ReferenceExpression.Empty.GetValueAsync(CancellationToken));
}
