using BenchmarkDotNet.Running;
using Micro;

// In this process: a project that BenchmarkDotNet generates would be built under the rules of this repository, and fail them.
BenchmarkSwitcher.FromAssembly(typeof(MicroConfiguration).Assembly).Run([.. args, "--inProcess"], new MicroConfiguration());
