using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>As much of the API of Kubernetes as kubectl needs to read ConfigMaps and Secrets, of which it has the values too.</summary>
internal sealed class ClusterServer : IAsyncDisposable
{
    public const string SecretValue = "dmFsdWUtb2YtYS1zZWNyZXQ=";

    private const string SecretTable = """
        {"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"7"},
         "columnDefinitions":[{"name":"Name","type":"string","format":"name"},{"name":"Type","type":"string"},
           {"name":"Data","type":"string"},{"name":"Age","type":"string"}],
         "rows":[{"cells":["api-secrets","Opaque",2,"5m"],
           "object":{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":"api-secrets"}}}]}
        """;

    private const string Secrets = $$"""
        {"kind":"SecretList","apiVersion":"v1","items":[
          {"metadata":{"name":"api-secrets"},"type":"Opaque","data":{"adminkey":"{{SecretValue}}"} }]}
        """;

    private readonly WebApplication application;

    private ClusterServer()
    {
        var builder = OwnServer.CreateBuilder();
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    public string Address => application.Urls.Single();

    /// <summary>What was asked for.</summary>
    public ConcurrentQueue<string> Questions { get; } = [];

    /// <summary>What the server itself writes into an object, and changes without anybody's doing.</summary>
    public string ResourceVersion { get; set; } = "1001";

    public string Deadline { get; set; } = "00:00:30";

    public static async Task<ClusterServer> StartAsync()
    {
        var server = new ClusterServer();
        await server.application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Questions.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
        var isTable = context.Request.Headers.Accept.ToString().Contains("as=Table", StringComparison.Ordinal);
        var answer = context.Request.Path.Value switch
        {
            "/api" => """{"kind":"APIVersions","versions":["v1"]}""",
            "/apis" => """{"kind":"APIGroupList","apiVersion":"v1","groups":[]}""",
            "/api/v1" => """
                {"kind":"APIResourceList","groupVersion":"v1","resources":[
                  {"name":"configmaps","singularName":"configmap","namespaced":true,"kind":"ConfigMap","verbs":["get","list"]},
                  {"name":"secrets","singularName":"secret","namespaced":true,"kind":"Secret","verbs":["get","list"]}]}
                """,
            "/api/v1/namespaces/vision/configmaps" => ConfigMaps(),
            "/api/v1/namespaces/vision/secrets" => isTable ? SecretTable : Secrets,
            _ => null,
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer ?? """{"kind":"Status","status":"Failure","code":404}""", context.RequestAborted);
    }

    private string ConfigMaps() => $$$"""
        {"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"{{{ResourceVersion}}}"},"items":[{"metadata":{
          "name":"api-config","namespace":"vision","uid":"a6e5","resourceVersion":"{{{ResourceVersion}}}",
          "creationTimestamp":"2026-11-01T00:00:00Z",
          "labels":{"app.kubernetes.io/instance":"vision"},
          "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"},
          "managedFields":[{"manager":"helm","operation":"Update"}]},
          "data":{"Deadline__Maximum":"{{{Deadline}}}"} }]}
        """;
}
