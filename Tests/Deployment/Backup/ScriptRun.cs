namespace Tests.Deployment.Backup;

/// <summary>How a script ended, and all that it wrote.</summary>
internal sealed record ScriptRun(int Code, string Output);
