using System.Text.Json;
using Contracts;

namespace Tests.Api.Compatibility.Azure;

/// <summary>Azure's answers, taken apart.</summary>
internal static class AzureAnswers
{
    extension(JsonElement answer)
    {
        /// <summary>The list of one feature.</summary>
        public IReadOnlyList<JsonElement> Values(string result) => [.. answer.GetProperty(result).GetProperty("values").EnumerateArray()];

        /// <summary>The lines of all blocks of text.</summary>
        public IReadOnlyList<JsonElement> Lines() =>
        [
            .. answer.GetProperty("readResult").GetProperty("blocks").EnumerateArray()
                .SelectMany(static block => block.GetProperty("lines").EnumerateArray()),
        ];

        public string Text(string member) => answer.GetProperty(member).GetString()!;

        public int Number(string member) => answer.GetProperty(member).GetInt32();

        public float Confidence() => answer.GetProperty("confidence").GetSingle();

        public BoundingBox Box()
        {
            var box = answer.GetProperty("boundingBox");
            return new BoundingBox(box.Number("x"), box.Number("y"), box.Number("w"), box.Number("h"));
        }

        public IReadOnlyList<PixelPoint> Polygon() =>
        [
            .. answer.GetProperty("boundingPolygon").EnumerateArray().Select(static corner => new PixelPoint(corner.Number("x"), corner.Number("y"))),
        ];

        /// <summary>The only tag of a thing.</summary>
        public JsonElement Tag() => answer.GetProperty("tags").EnumerateArray().Single();
    }
}
