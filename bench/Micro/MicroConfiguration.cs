using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using Load;

namespace Micro;

/// <summary>What is told of every benchmark, and where the reports go.</summary>
internal sealed class MicroConfiguration : ManualConfig
{
    public MicroConfiguration()
    {
        AddLogger(ConsoleLogger.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddExporter(MarkdownExporter.GitHub, HtmlExporter.Default);
        ArtifactsPath = Path.Combine(RepositoryFolder.Path, "artifacts", "micro");
    }
}
