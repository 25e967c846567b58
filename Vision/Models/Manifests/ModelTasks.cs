namespace Vision.Models.Manifests;

/// <summary>The names of tasks, and what the manifest of each must tell.</summary>
internal static class ModelTasks
{
    /// <summary>The name of a task, as manifests and callers write it.</summary>
    public static string NameOf(ModelTask task) => task switch
    {
        ModelTask.Classification => "classification",
        ModelTask.ObjectDetection => "object-detection",
        ModelTask.FaceDetection => "face-detection",
        ModelTask.Moderation => "moderation",
        ModelTask.TextDetection => "text-detection",
        ModelTask.TextRecognition => "text-recognition",
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, "Unknown task."),
    };

    /// <summary>Whether models of this task take images of any size.</summary>
    public static bool TakesAnySize(ModelTask task) => task is ModelTask.TextDetection or ModelTask.TextRecognition;

    /// <summary>Whether models of this task tell classes of a label set.</summary>
    public static bool HasLabels(ModelTask task) => task is ModelTask.Classification or ModelTask.ObjectDetection;

    /// <summary>Whether a manifest names the outputs that its task needs.</summary>
    public static bool HasOutputs(ModelTask task, ModelOutputs outputs) => task switch
    {
        ModelTask.Classification => outputs.Logits is not null,
        ModelTask.ObjectDetection => outputs is { Boxes: not null, Scores: not null },
        ModelTask.FaceDetection => outputs is { Boxes: not null, Scores: not null, Landmarks: not null },
        _ => outputs.Probabilities is not null,
    };
}
