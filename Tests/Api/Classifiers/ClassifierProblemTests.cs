using System.Net.Http.Headers;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Classifiers;

/// <summary>What the route that trains refuses, before a job is made.</summary>
public sealed class ClassifierProblemTests(ClassifierApis apis) : IClassFixture<ClassifierApis>
{
    private HttpClient Client => apis["memory"];

    public static TheoryData<string> BrokenJson =>
    [
        """{"name":"a"}""",
        """{"examples":[]}""",
        """{"name":1,"examples":[]}""",
        """{"name":"a","examples":{}}""",
        """{"name":"a","examples":["AAAA"]}""",
        """{"name":"a","examples":[{"label":"x"}]}""",
        """{"name":"a","examples":[{"upload":"x"}]}""",
        """{"name":"a","examples":[{"label":"x","url":"http://localhost/"}]}""",
        """{"name":"a","examples":[{"label":["x"],"upload":"y"}]}""",
        """{"name":"a","examples":[{"label":"x","label":"y","upload":"z"}]}""",
        """{"name":"a","name":"b","examples":[]}""",
        """{"name":"a","examples":[],"top":5}""",
        """{"name":"a","examples":[""",
        "[]",
        "",
    ];

    [Fact]
    public async Task Train_without_the_role_is_refused()
    {
        await Client.RefusedAsync(ClassifierRequests.Form("a", []), ErrorCodes.KeyRequired, key: null);
        await Client.RefusedAsync(ClassifierRequests.Form("a", []), ErrorCodes.Forbidden, ClassifierProcess.OtherKey);
    }

    [Theory]
    [MemberData(nameof(BrokenJson))]
    public async Task Train_by_json_of_another_shape_is_refused(string json)
    {
        var problem = await Client.RefusedAsync(Requests.Json(json));
        Assert.NotEmpty(problem.Errors!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("../a")]
    [InlineData("ä")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData(ClassifierProcess.Backbone)]
    public async Task Train_under_a_name_that_may_not_be_is_refused(string name)
    {
        foreach (var kind in new[] { "json", "form" })
        {
            var problem = await Client.RefusedAsync(ClassifierRequests.Body(kind, name, ClassifierRequests.Drinks()));
            Assert.Equal(["name"], problem.Errors!.Keys);
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("form")]
    [InlineData("zip")]
    public async Task Train_on_too_few_tells_which_class_has_how_many(string kind)
    {
        var few = ClassifierRequests.Class("red", "cat.jpg", 5).Concat(ClassifierRequests.Class("blue", "rocket.jpg", 3));
        var problem = await Client.RefusedAsync(ClassifierRequests.Body(kind, "few", few));
        Assert.Equal(["Class 'blue' has 3 different pictures; 5 are needed at least."], problem.Errors!["examples"]);
        problem = await Client.RefusedAsync(ClassifierRequests.Body(kind, "few", few.Take(5)));
        Assert.Equal(["There are 1 classes; 2 are needed at least."], problem.Errors!["examples"]);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("form")]
    [InlineData("zip")]
    public async Task Train_on_what_is_no_picture_tells_which(string kind)
    {
        var examples = ClassifierRequests.Drinks(perClass: 1);
        var problem = await Client.RefusedAsync(
            ClassifierRequests.Body(kind, "a", [.. examples, ("coffee", "no picture"u8.ToArray())]), ErrorCodes.InvalidImage);
        Assert.StartsWith("Picture 3: ", problem.Detail, StringComparison.Ordinal);
        await Client.RefusedAsync(ClassifierRequests.Body(kind, "a", [("x", PngFile.WithSize(20_000, 1))]), ErrorCodes.ImageDimensions);
        await Client.RefusedAsync(ClassifierRequests.Body(kind, "a", [("x", [])]), ErrorCodes.InvalidImage);
    }

    [Fact]
    public async Task Train_on_one_picture_under_two_labels_is_refused()
    {
        var picture = Photo.Bytes("cat.jpg");
        var problem = await Client.RefusedAsync(ClassifierRequests.Form("a", [("red", picture), ("red", picture), ("blue", picture)]));
        Assert.Equal(["The same picture stands under 'red' and 'blue'."], problem.Errors!["examples"]);
    }

    [Fact]
    public async Task Train_on_a_form_of_other_parts_is_refused()
    {
        using var unknown = ClassifierRequests.Form("a", []);
        unknown.Add(new ByteArrayContent(Photo.Bytes("cat.jpg")), "image", "cat.jpg");
        Assert.Equal(["image"], (await Client.RefusedAsync(unknown)).Errors!.Keys);
        using var nameless = new MultipartFormDataContent { { new ByteArrayContent(Photo.Bytes("cat.jpg")), "class:x", "cat.jpg" } };
        Assert.Equal(["name"], (await Client.RefusedAsync(nameless)).Errors!.Keys);
        using var label = ClassifierRequests.Form("a", [("x/y", Photo.Bytes("cat.jpg"))]);
        Assert.Equal(["examples"], (await Client.RefusedAsync(label)).Errors!.Keys);
    }

    [Fact]
    public async Task Train_on_another_media_type_is_refused()
    {
        using var body = new ByteArrayContent(Photo.Bytes("cat.jpg")) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        await Client.RefusedAsync(body, ErrorCodes.UnsupportedMediaType);
    }

    [Fact]
    public async Task Train_on_an_upload_that_is_not_there_is_refused() => await Client.RefusedAsync(
        Requests.Json("""{"name":"a","examples":[{"label":"x","upload":"0123456789abcdef0123456789abcdef"}]}"""), ErrorCodes.UploadNotFound);
}
