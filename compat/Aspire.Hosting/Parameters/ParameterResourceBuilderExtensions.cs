using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

public static class ParameterResourceBuilderExtensions
{
    private const int DefaultPasswordLength = 22;

    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(Create(builder.Configuration, name, secret));

    /// <param name="value">Ignores configuration.</param>
    /// <param name="publishValueAsDefault">Whether a manifest may show the value, which no secret allows.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        string value,
        bool publishValueAsDefault = false,
        bool secret = false) => builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        Func<string> valueGetter,
        bool publishValueAsDefault = false,
        bool secret = false) =>
        publishValueAsDefault && secret
            ? throw new ArgumentException("A parameter cannot be both secret and published as a default value.", nameof(secret))
            : builder.AddResource(new ParameterResource(name, _ => valueGetter(), secret)
            {
                Default = publishValueAsDefault ? new ConstantParameterDefault(valueGetter) : null,
            });

    /// <param name="persist">Whether a generated value is kept in the AppHost's user secrets.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        ParameterDefault value,
        bool secret = false,
        bool persist = false)
    {
        var parameter = Create(builder.Configuration, name, secret);
        parameter.Default = persist ? Persistent(builder, name, value) : value;
        return builder.AddResource(parameter);
    }

    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(
        this IDistributedApplicationBuilder builder,
        string name,
        string configurationKey,
        bool secret = false) => builder.AddResource(Create(builder.Configuration, name, secret, configurationKey));

    /// <summary>A password that is kept between runs; the parameter is not a resource of the model.</summary>
    public static ParameterResource CreateDefaultPasswordParameter(
        IDistributedApplicationBuilder builder,
        string name,
        bool lower = true,
        bool upper = true,
        bool numeric = true,
        bool special = true,
        int minLower = 0,
        int minUpper = 0,
        int minNumeric = 0,
        int minSpecial = 0)
    {
        var parameter = Create(builder.Configuration, name, secret: true);
        parameter.Default = Persistent(builder, name, new GenerateParameterDefault
        {
            MinLength = DefaultPasswordLength,
            Lower = lower,
            Upper = upper,
            Numeric = numeric,
            Special = special,
            MinLower = minLower,
            MinUpper = minUpper,
            MinNumeric = minNumeric,
            MinSpecial = minSpecial,
        });
        return parameter;
    }

    private static ParameterResource Create(IConfiguration configuration, string name, bool secret, string? configurationKey = null)
    {
        var key = configurationKey ?? $"{ParameterConfiguration.Section}:{name}";
        return new ParameterResource(
            name,
            parameterDefault => ParameterConfiguration.Find(configuration, key)
                ?? parameterDefault?.GetDefaultValue()
                ?? throw new MissingParameterValueException(
                    $"Parameter resource could not be used because configuration key '{key}' is missing and the Parameter has no default value."),
            secret);
    }

    private static ParameterDefault Persistent(IDistributedApplicationBuilder builder, string name, ParameterDefault value) =>
        UserSecretsFile.Find(builder.AppHostAssembly) is { } secrets ? new UserSecretsParameterDefault(secrets, name, value) : value;
}
