namespace Vision.Models.Versions;

/// <summary>Keeps the models of one moment loaded for as long as somebody works with them.</summary>
internal sealed class ModelUse(ModelSet models) : IDisposable
{
    private int isOver;

    public ModelSet Models => models;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isOver, 1) == 0)
        {
            models.Leave();
        }
    }
}
