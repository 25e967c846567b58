using BenchmarkDotNet.Running;
using Micro;

// In this process: for one of its own BenchmarkDotNet builds all services again, for every class of benchmarks.
var summaries = BenchmarkSwitcher.FromAssembly(typeof(MicroConfiguration).Assembly).Run([.. args, "--inProcess"], new MicroConfiguration());
return summaries.All(static summary => !summary.HasCriticalValidationErrors && summary.Reports.All(static report => report.Success)) ? 0 : 1;
