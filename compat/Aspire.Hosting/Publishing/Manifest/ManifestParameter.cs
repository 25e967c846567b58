using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>A value that whoever deploys has to give, or that is made for him.</summary>
internal static class ManifestParameter
{
    public static JsonObject Write(ParameterResource parameter)
    {
        var input = new JsonObject { ["type"] = "string" };
        if (parameter.Secret)
        {
            input["secret"] = true;
        }

        if (Default(parameter.Default) is { } value)
        {
            input["default"] = value;
        }

        return new JsonObject
        {
            ["type"] = "parameter.v0",
            ["value"] = $"{{{parameter.Name}.inputs.value}}",
            ["inputs"] = new JsonObject { ["value"] = input },
        };
    }

    private static JsonObject? Default(ParameterDefault? value) => value switch
    {
        ConstantParameterDefault constant => new JsonObject { ["value"] = constant.GetDefaultValue() },
        UserSecretsParameterDefault kept => Default(kept.Inner),
        GenerateParameterDefault generated => new JsonObject { ["generate"] = Generate(generated) },
        _ => null,
    };

    /// <summary>What is as usual is not said.</summary>
    private static JsonObject Generate(GenerateParameterDefault generated)
    {
        var json = new JsonObject { ["minLength"] = generated.MinLength };
        AddIfFalse("lower", generated.Lower);
        AddIfFalse("upper", generated.Upper);
        AddIfFalse("numeric", generated.Numeric);
        AddIfFalse("special", generated.Special);
        AddIfPositive("minLower", generated.MinLower);
        AddIfPositive("minUpper", generated.MinUpper);
        AddIfPositive("minNumeric", generated.MinNumeric);
        AddIfPositive("minSpecial", generated.MinSpecial);
        return json;

        void AddIfFalse(string name, bool value)
        {
            if (!value)
            {
                json[name] = false;
            }
        }

        void AddIfPositive(string name, int value)
        {
            if (value > 0)
            {
                json[name] = value;
            }
        }
    }
}
