using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tests.Hosting.Model;
using Xunit;

namespace Tests.Hosting.Publish;

/// <summary>The way in from outside that a model describes.</summary>
public sealed class ChartIngressTests
{
    [Fact]
    public async Task Add_an_ingress_leads_to_the_port_by_its_name()
    {
        using var chart = await PublishedModel.WriteChartAsync(static (builder, cluster) =>
        {
            var shop = builder.AddProject<TestProject>("shop").WithExternalHttpEndpoints();
            cluster.AddIngress("entrance").WithIngressClass("nginx").WithHostname("shop.example").WithTls("shop-tls")
                .WithIngressAnnotation("a/b", "c").WithPath("/", shop.GetEndpoint("http"));
        });

        Assert.EndsWith(
            """
              annotations:
                a/b: "c"
            spec:
              ingressClassName: "nginx"
              tls:
                - hosts:
                    - "shop.example"
                  secretName: "shop-tls"
              rules:
                - host: "shop.example"
                  http:
                    paths:
                      - path: "/"
                        pathType: "Prefix"
                        backend:
                          service:
                            name: "shop-service"
                            port:
                              name: "http"

            """,
            chart.Read("templates/entrance/entrance.yaml"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_an_ingress_to_an_internal_endpoint_is_refused()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => PublishedModel.WriteChartAsync(static (builder, cluster) =>
            cluster.AddIngress("entrance").WithPath("/", builder.AddProject<TestProject>("shop").GetEndpoint("http"))));

        Assert.Equal("The ingress 'entrance' leads to the endpoint 'http' of 'shop', which is not external.", exception.Message);
    }
}
