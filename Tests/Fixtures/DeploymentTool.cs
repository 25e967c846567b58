namespace Tests.Fixtures;

/// <summary>The programs that <c>scripts/install-tools.sh</c> installs, in the versions that the product is checked with.</summary>
internal static class DeploymentTool
{
    public static string Helm => Find("bin/helm");

    public static string Kubectl => Find("bin/kubectl");

    public static string KubernetesValidate => Find("python/bin/kubernetes-validate");

    public static string CheckJsonSchema => Find("python/bin/check-jsonschema");

    public static string Hadolint => Find("python/bin/hadolint");

    public static string YamlLint => Find("python/bin/yamllint");

    /// <summary>The folder of helm and kubectl, for the <c>PATH</c> of a script.</summary>
    public static string Folder => Path.GetDirectoryName(Helm)!;

    private static string Find(string path)
    {
        var full = Path.Combine(Repository.Root, "artifacts", "tools", path);
        return File.Exists(full) ? full : throw new FileNotFoundException($"{full} is missing: run scripts/install-tools.sh once.");
    }
}
