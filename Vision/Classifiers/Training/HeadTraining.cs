using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Vision.Classifiers.Heads;

namespace Vision.Classifiers.Training;

/// <summary>
/// Multinomial logistic regression with an L2 penalty, by the limited-memory BFGS of Microsoft.ML. No type of it leaves this file.
/// It starts from zero, runs on one thread and draws no random number that matters, so the same examples give the same head.
/// </summary>
internal static class HeadTraining
{
    private const int Seed = 1;
    private const int MaximumIterations = 200;
    private const float Tolerance = 1e-5f;

    /// <summary>The embeddings are of length one; with a penalty as strong as on vectors of variance one nothing would be learned.</summary>
    private const float Penalty = 0.01f;

    /// <summary>Trains on all views of the examples.</summary>
    /// <param name="examples">At least one of each class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    public static ClassifierHead Train(IEnumerable<EmbeddedExample> examples, int classes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = examples.SelectMany(static example => example.Views.Select(view => new Row { Label = (uint)example.Class, Features = view }))
            .ToList();
        var context = new MLContext(Seed);
        var data = context.Data.LoadFromEnumerable(Watched(rows, cancellationToken), Schema(classes, rows[0].Features.Length));
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = Penalty,
            OptimizationTolerance = Tolerance,
            MaximumNumberOfIterations = MaximumIterations,
            NumberOfThreads = 1,
        });
        try
        {
            return HeadOf(trainer.Fit(data).Model);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
        {
            throw new OperationCanceledException("The training was cancelled.", exception, cancellationToken);
        }
    }

    /// <summary>The library knows no cancellation, but reads all rows anew in each iteration.</summary>
    private static IEnumerable<Row> Watched(List<Row> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    private static ClassifierHead HeadOf(MaximumEntropyModelParameters model)
    {
        VBuffer<float>[] rows = [];
        model.GetWeights(ref rows, out var classes);
        return new ClassifierHead([.. rows.Take(classes).SelectMany(static row => row.DenseValues())], [.. model.GetBiases()]);
    }

    private static SchemaDefinition Schema(int classes, int dimensions)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        return schema;
    }

    /// <summary>One row of the table that Microsoft.ML reads.</summary>
    private sealed class Row
    {
        /// <summary>The class, from 0.</summary>
        public uint Label { get; set; }

        public float[] Features { get; set; } = [];
    }
}
