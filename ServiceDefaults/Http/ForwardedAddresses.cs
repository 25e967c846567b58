using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace ServiceDefaults.Http;

/// <summary>
/// Takes the caller's address from <c>X-Forwarded-For</c>, but only where the request comes from a proxy that the operator named:
/// anybody can write that header.
/// </summary>
public static class ForwardedAddresses
{
    private const string Section = "ForwardedHeaders";

    public static void AddForwardedAddresses(this WebApplicationBuilder builder)
    {
        var proxies = Read(builder.Configuration, "KnownProxies");
        var networks = Read(builder.Configuration, "KnownNetworks");
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // With both lists empty the middleware would believe everybody.
            options.ForwardedHeaders = proxies.Length + networks.Length > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                : ForwardedHeaders.None;

            // Each hop must be a known one, so their number needs no limit.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            Array.ForEach(proxies, proxy => options.KnownProxies.Add(IPAddress.Parse(proxy)));
            Array.ForEach(networks, network => options.KnownIPNetworks.Add(IPNetwork.Parse(network)));
        });
    }

    private static string[] Read(ConfigurationManager configuration, string name)
    {
        var values = configuration.GetSection($"{Section}:{name}").Get<string[]>() ?? [];
        foreach (var value in values)
        {
            if (name == "KnownProxies" ? !IPAddress.TryParse(value, out _) : !IPNetwork.TryParse(value, out _))
            {
                throw new InvalidOperationException($"{Section}:{name} holds '{value}', which is not an address or network.");
            }
        }

        return values;
    }
}
