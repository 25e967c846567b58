using Client;
using Contracts;
using Tests.Api.Classifiers;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>Trainings by the typed client.</summary>
public sealed class ClassifierTests(ClassifierApis apis) : IClassFixture<ClassifierApis>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Train_by_the_typed_client_gives_a_job_and_its_result()
    {
        var images = new ImageClient(apis["memory"], ClassifierProcess.AdminKey);
        var upload = await images.UploadAsync(new MemoryStream(PhotoVariants.Of("coffee.jpg", 1, first: 40)[0]), cancellationToken: Cancellation);
        var examples = ClassifierRequests.Drinks().Select(example => new ClassifierExample(example.Label, example.Picture))
            .Append(new ClassifierExample("coffee", ImageInput.FromUpload(upload)));
        var job = await images.TrainClassifierAsync("typed", examples, "typed-1", Cancellation);
        var result = (await images.WaitForJobAsync(job.Id, Cancellation)).GetTraining();
        Assert.Equal((new ModelReference("typed", "1"), 11, true), (result.Model, result.Examples, result.Promoted));
    }

    [Fact]
    public async Task Train_by_the_typed_client_without_the_role_is_refused()
    {
        var images = new ImageClient(apis["memory"], ClassifierProcess.OtherKey);
        await Refusals.FailAsync(ErrorCodes.Forbidden, () => images.TrainClassifierAsync("typed", [], cancellationToken: Cancellation));
    }
}
