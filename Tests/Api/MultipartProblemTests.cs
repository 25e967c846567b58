using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

[Collection<SharedApi>]
public sealed class MultipartProblemTests(ApiFixture api)
{
    private static readonly byte[] Image = EncodedPicture.Gif();

    [Fact]
    public async Task Post_of_a_form_without_an_image_names_the_part()
    {
        using var form = new MultipartFormDataContent { { new StringContent("5"), "top" } };
        var problem = await api.Client.FailAsync(form, ErrorCodes.InvalidRequest);
        Assert.Equal(["image"], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Post_of_a_form_with_two_images_is_an_invalid_request()
    {
        using var form = Requests.Form(Image);
        form.Add(new ByteArrayContent(Image), "file", "second.gif");
        await api.Client.FailAsync(form, ErrorCodes.InvalidRequest);
    }

    [Theory]
    [InlineData("top", "many")]
    [InlineData("shape", "round")]
    [InlineData("model", "")]
    public async Task Post_of_a_form_with_a_wrong_field_names_it(string field, string value)
    {
        using var form = Requests.Form(Image);
        form.Add(new StringContent(value), field);
        var problem = await api.Client.FailAsync(form, ErrorCodes.InvalidRequest);
        Assert.Equal([field], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Post_of_a_form_with_too_much_in_it_is_an_invalid_request()
    {
        using var many = new MultipartFormDataContent();
        for (var i = 0; i < 40; i++)
        {
            many.Add(new StringContent("labels"), "features");
        }

        await api.Client.FailAsync(many, ErrorCodes.InvalidRequest);
        using var lengthy = new MultipartFormDataContent { { new StringContent(new string('m', 10_000)), "model" } };
        await api.Client.FailAsync(lengthy, ErrorCodes.InvalidRequest);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=other")]
    public async Task Post_of_a_form_that_is_none_is_an_invalid_request(string type)
    {
        using var body = new ChunkedContent("--x\r\nnothing"u8.ToArray(), type, () => 100);
        await api.Client.FailAsync(body, ErrorCodes.InvalidRequest);
        Assert.Empty(api.ErrorLog);
    }

    [Fact]
    public async Task Post_of_a_form_cut_off_in_the_middle_is_an_invalid_request()
    {
        using var form = Requests.Form(Image);
        var bytes = await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var body = new ChunkedContent(bytes[..^40], form.Headers.ContentType!.ToString(), () => 100);
        await api.Client.FailAsync(body, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task Post_of_a_part_without_a_name_is_an_invalid_request()
    {
        using var body = new ChunkedContent(
            "--x\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n--x--\r\n"u8.ToArray(), "multipart/form-data; boundary=x", () => 100);
        await api.Client.FailAsync(body, ErrorCodes.InvalidRequest);
    }
}
