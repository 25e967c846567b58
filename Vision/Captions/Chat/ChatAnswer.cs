namespace Vision.Captions.Chat;

/// <summary>What came of a call of the endpoint: what the model said, or why there is nothing.</summary>
internal sealed record ChatAnswer
{
    private ChatAnswer(string? text, CaptionFailure? failure) => (Text, Failure) = (text, failure);

    /// <summary>The model's words as they came.</summary>
    public string? Text { get; }

    /// <summary>Null where there is an answer.</summary>
    public CaptionFailure? Failure { get; }

    public static ChatAnswer Of(string? text) => new(text, failure: null);

    public static ChatAnswer Of(CaptionFailure failure) => new(text: null, failure);
}
