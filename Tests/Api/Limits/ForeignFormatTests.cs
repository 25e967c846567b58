using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>Formats and documents that are none of the four, whatever they call themselves.</summary>
[Collection<SharedApi>]
public sealed class ForeignFormatTests(ApiFixture api)
{
    public static TheoryData<string> Names => [.. RareFile.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_of_a_rare_format_is_an_invalid_image_under_any_name(string name)
    {
        var file = RareFile.ByName[name];
        await api.Client.FailAsync(Requests.Raw(file, "image/jpeg"), ErrorCodes.InvalidImage);
        await api.Client.FailAsync(Requests.Raw(file, "image/svg+xml"), ErrorCodes.InvalidImage);
        await api.Client.FailAsync(Requests.Form(file), ErrorCodes.InvalidImage);
        await api.Client.FailAsync(
            Requests.Json($$"""{"image":"data:image/jpeg;base64,{{Convert.ToBase64String(file)}}"}"""), ErrorCodes.InvalidImage);
        Assert.Empty(api.ErrorLog);
    }
}
