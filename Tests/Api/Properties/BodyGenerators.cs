using System.Globalization;
using System.Text;
using Contracts;
using FsCheck;
using FsCheck.Fluent;
using Tests.Fixtures;

namespace Tests.Api.Properties;

/// <summary>Bodies of every kind, made at random: good ones with what they must be read as, and bad ones.</summary>
internal static class BodyGenerators
{
    public const string Form = "multipart/form-data; boundary=x";

    private const int LongestBoundaryLine = 90;

    private static readonly string[] JsonPieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\"image\"", "\"images\"", "\"upload\"", "\"top\"", "\"features\"", "\"model\"", "\"bytes\"",
        "\"sha256\"", "\"labels\"", "\"iVBORw0K\"", "\"data:image/png;base64,", "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "AAAA", "==",
        "1", "-0.5e3", "20", "null", "true", " ", "\r\n", "\\", "\\u", "\\ud800", "\\u002b", "\\/", "\u00e9", "\0", "\ufeff", "//",
    ];

    private static readonly string[] FormPieces =
    [
        "--x", "--x--", "\r\n", "\r\n\r\n", "--", "x", "Content-Disposition: form-data; name=image", "Content-Disposition: form-data; name=top",
        "Content-Disposition: form-data; name=upload", "; filename=\"a.jpg\"", "Content-Type: image/png", ":", "\"", "GIF89a", "5", "\0", "\u00e9",
    ];

    private static ReadOnlySpan<byte> Boundary => "--x"u8;

    /// <summary>Sizes of pieces; few are large, and zero never comes, for it would be the end.</summary>
    public static Gen<int[]> Pieces { get; } = Gen.NonEmptyListOf(Gen.Frequency(
        (6, Gen.Choose(1, 8)), (3, Gen.Choose(9, 300)), (1, Gen.Choose(301, 20_000)))).Select(static sizes => sizes.ToArray());

    /// <summary>A good body of any kind, with its image and options.</summary>
    public static Gen<(SentBody Body, byte[] Image, AnalysisOptions Options)> Good { get; } =
        from image in Gen.Elements(ImageSamples.ByName.Values.ToArray())
        from options in Options
        from kind in Gen.Elements("json", "form", "raw")
        from body in kind switch { "json" => Json(image, options), "form" => Multipart(image, options), _ => Raw(image) }
        from pieces in Pieces
        select (body with { Pieces = pieces }, image, kind == "raw" ? new AnalysisOptions() : options);

    /// <summary>Any bytes, some of which begin as an image does.</summary>
    public static Gen<byte[]> Bytes { get; } =
        from start in Gen.Elements<byte[]>([], [0xFF, 0xD8, 0xFF], [.. PngFile.Signature], [.. "GIF89a"u8], [.. "RIFF\0\0\0\0WEBPVP8X"u8])
        from rest in Gen.ArrayOf(Gen.Choose(0, 255).Select(static value => (byte)value))
        select (byte[])[.. start, .. rest];

    /// <summary>Any body: scraps in any order, a good body that has been tampered with, or any bytes.</summary>
    public static Gen<SentBody> Any { get; } =
        from body in Gen.OneOf(
            Scraps(JsonPieces).Select(static bytes => new SentBody("application/json", bytes, [])),
            Scraps(FormPieces).Select(static bytes => new SentBody(Form, bytes, [])),
            Tampered,
            Bytes.SelectMany(static bytes => Gen.Elements("application/json", Form, "image/png").Select(type => new SentBody(type, bytes, []))))
        where body.ContentType != Form || !HasLongBoundaryLine(body.Bytes)
        from pieces in Pieces
        from images in Gen.Elements(1, 16)
        select body with { Pieces = pieces, MaximumImages = body.ContentType == "image/png" ? 1 : images };

    /// <summary>Scraps of JSON in any order.</summary>
    public static Gen<byte[]> JsonScraps => Scraps(JsonPieces);

    /// <summary>
    /// Whether more stands behind a boundary, on its line, than the framework's reader takes. How far it looks before it refuses
    /// that depends on the pieces; nobody sends it.
    /// </summary>
    private static bool HasLongBoundaryLine(ReadOnlySpan<byte> body)
    {
        for (var place = body.IndexOf(Boundary); place >= 0; place = body.IndexOf(Boundary))
        {
            body = body[(place + Boundary.Length)..];
            var line = body.IndexOf((byte)'\n');
            if ((line < 0 ? body.Length : line) > LongestBoundaryLine)
            {
                return true;
            }
        }

        return false;
    }

    private static Gen<AnalysisOptions> Options =>
        from top in Gen.Choose(1, 100)
        from confidence in Gen.Choose(0, 100)
        from features in Gen.Choose(1, 255)
        from model in Gen.Elements("efficientnet-lite0", "my pets@3", "\u00e9t\u00e9")
        from equalize in Gen.Elements(Equalization.None, Equalization.Global, Equalization.Adaptive)
        from detail in Gen.Elements(TextDetail.Lines, TextDetail.Words, TextDetail.Symbols)
        select new AnalysisOptions
        {
            Top = top,
            MinConfidence = confidence / 100f,
            Features = (Features)features,
            Model = model,
            Equalize = equalize,
            TextDetail = detail,
        };

    private static Gen<SentBody> Tampered =>
        from good in Good
        from number in Gen.Choose(0, 1_000_000)
        select good.Body with { Bytes = MutatedFile.Of([good.Body.Bytes], number) };

    private static Gen<string> Space => Gen.Elements("", "", " ", "\r\n\t", new string(' ', 300));

    private static Gen<byte[]> Scraps(string[] pieces) => Gen.ListOf(Gen.Elements(pieces)).Select(static scraps => Encoding.UTF8.GetBytes(string.Concat(scraps)));

    private static Gen<SentBody> Raw(byte[] image) =>
        Gen.Elements("image/png", "image/anything", "application/octet-stream").Select(type => new SentBody(type, image, []));

    private static Gen<SentBody> Json(byte[] image, AnalysisOptions options) =>
        from prefix in Gen.Elements("", "data:image/jpeg;base64,", "data:image/x;y=z;base64,")
        from escape in Gen.Elements("/", "\\/", "\\u002f")
        let text = prefix + Convert.ToBase64String(image)
        from members in Gen.Shuffle(Members(options, asText: false)
            .Append(("image", $"\"{text.Replace("/", escape, StringComparison.Ordinal)}\"")).ToArray())
        from spaces in Gen.ArrayOf(Space, (4 * members.Length) + 1)
        select new SentBody("application/json; charset=utf-8", Encoding.UTF8.GetBytes(Object(members, spaces)), []);

    private static string Object((string Name, string Value)[] members, string[] spaces)
    {
        var text = new StringBuilder(spaces[^1]).Append('{');
        for (var index = 0; index < members.Length; index++)
        {
            var own = spaces.AsSpan(4 * index, 4);
            text.Append(index == 0 ? "" : ",").Append(own[0]).Append('"').Append(members[index].Name).Append('"')
                .Append(own[1]).Append(':').Append(own[2]).Append(members[index].Value).Append(own[3]);
        }

        return text.Append('}').ToString();
    }

    private static Gen<SentBody> Multipart(byte[] image, AnalysisOptions options) =>
        from name in Gen.Elements("image", "file", "\"image\"; filename=\"photo.jpg\"", "image\r\nContent-Type: image/png")
        from parts in Gen.Shuffle(Members(options, asText: true).Select(static member => (member.Name, Encoding.UTF8.GetBytes(member.Value)))
            .Append((name, image)).ToArray())
        from preamble in Gen.Elements("", "\r\n")
        select new SentBody(Form, [.. Encoding.UTF8.GetBytes(preamble), .. parts.SelectMany(static part => Part(part.Item1, part.Item2)), .. "--x--\r\n"u8], []);

    private static IEnumerable<byte> Part(string name, byte[] content) =>
        [.. Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name={name}\r\n\r\n"), .. content, .. "\r\n"u8];

    private static IEnumerable<(string Name, string Value)> Members(AnalysisOptions options, bool asText)
    {
        var features = FeatureNames.Split(options.Features).Select(FeatureNames.Of).ToList();
        var quote = asText ? "" : "\"";
        yield return ("top", options.Top.ToString(CultureInfo.InvariantCulture));
        yield return ("minConfidence", options.MinConfidence.ToString(CultureInfo.InvariantCulture));
        yield return ("model", quote + options.Model + quote);
        yield return ("equalize", quote + options.Equalize.ToString().ToLowerInvariant() + quote);
        yield return ("textDetail", quote + options.TextDetail.ToString().ToLowerInvariant() + quote);
        yield return ("features", asText ? string.Join(',', features) : $"[{string.Join(',', features.Select(static feature => $"\"{feature}\""))}]");
    }
}
