using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Analysis;

/// <summary>The engine on the sample photos against the answers of the models' reference preprocessing.</summary>
public sealed class ParityTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const double ClearLead = 0.1;
    private const double Tolerance = 0.08;

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            using var expected = ReadExpected();
            var cases = new TheoryData<string, string, string>();
            foreach (var photo in expected.RootElement.EnumerateObject())
            {
                foreach (var decoder in Decoders.Names)
                {
                    cases.Add(photo.Name, "efficientnet-lite0", decoder.Data);
                    cases.Add(photo.Name, "efficientnet-lite2", decoder.Data);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AnalyzeAsync_of_a_photo_agrees_with_the_reference(string photo, string model, string decoder)
    {
        using var expected = ReadExpected();
        var reference = expected.RootElement.GetProperty(photo).GetProperty(model).EnumerateArray()
            .Select(item => (Name: item.GetProperty("label").GetString(), Probability: item.GetProperty("probability").GetDouble()))
            .ToList();
        var outcome = await engine.AnalyzerOn(decoder).AnalyzeAsync(
            Photo.Load(photo), new AnalysisOptions { Model = model, Top = 100 }, progress: null, TestContext.Current.CancellationToken);
        var labels = outcome.Analysis.Labels!;

        if (reference[0].Probability - reference[1].Probability > ClearLead)
        {
            Assert.Equal(reference[0].Name, labels[0].Name);
        }

        Assert.All(reference, item => Assert.InRange(
            labels.FirstOrDefault(label => label.Name == item.Name)?.Confidence ?? 0,
            item.Probability - Tolerance,
            item.Probability + Tolerance));
    }

    private static JsonDocument ReadExpected() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Photo.Folder, "expected.json")));
}
