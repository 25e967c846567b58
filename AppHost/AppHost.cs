// WithHttpProbe is experimental in Aspire.
#pragma warning disable ASPIREPROBES001

using AppHost.Captions;
using AppHost.Compose;
using AppHost.Kubernetes;
using AppHost.Publishing;
using AppHost.Restarts;
using AppHost.Secrets;

var builder = DistributedApplication.CreateBuilder(args).AddDeployment();

// The administrator's key: generated once, then kept in the user secrets.
var adminKey = builder
    .AddParameter("adminkey", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true)
    .TellWhereToFind("The admin key, for the header X-Api-Key,");

// Nobody waits for the cache: while Redis is away the services run on memory. It keeps a snapshot on disk, because jobs that were
// accepted before a restart of Redis, or of everything, have to be there after it.
var cache = builder.AddRedis("cache")
    .WithCacheVolume()
    .WithPersistence(TimeSpan.FromSeconds(10))
    .WithRestart()
    .InCluster(CacheInCluster.Describe)
    .InCompose(ComposeExtensions.AsRedis);

var inference = builder.AddProject<Projects.InferenceService>("inference")
    .WithReference(cache)
    .WithCaptioning()
    .WithHttpProbe(ProbeType.Startup, "/health/startup", endpointName: "http")
    .WithHttpProbe(ProbeType.Readiness, "/health/ready", endpointName: "http")
    .WithHttpProbe(ProbeType.Liveness, "/health/live", endpointName: "http")
    .WithRestart()
    .WithModelFolder()
    .InCluster(service => EngineInCluster.Describe(service, builder.Configuration["Deployment:QueueMetric"]))
    .InCompose(ComposeExtensions.WithModels);

var api = builder.AddProject<Projects.ApiService>("api")
    .WithReference(cache)
    .WithReference(inference)
    .WaitFor(inference)
    .WithEnvironment("Security__ApiKeys__0__Key", adminKey)
    .WithEnvironment("Security__ApiKeys__0__Name", "admin")
    .WithEnvironment("Security__ApiKeys__0__Roles__0", "analyze")
    .WithEnvironment("Security__ApiKeys__0__Roles__1", "admin")
    .WithEnvironment("Security__ApiKeys__0__PermitsPerMinute", "0")
    .WithHttpProbe(ProbeType.Startup, "/health/startup", endpointName: "http")
    .WithHttpProbe(ProbeType.Readiness, "/health/ready", endpointName: "http")
    .WithHttpProbe(ProbeType.Liveness, "/health/live", endpointName: "http")
    .WithRestart()
    .WithSharedUploads()
    .InCluster(ApiInCluster.Describe)
    .InCompose();

// The pages use the API alone; of both services their server reads health and metrics, for the page Status.
var web = builder.AddProject<Projects.WebFrontend>("web")
    .WithReference(api)
    .WithReference(inference)
    .WaitFor(api)
    .WithExternalHttpEndpoints()
    .WithHttpProbe(ProbeType.Startup, "/health/startup", endpointName: "http")
    .WithHttpProbe(ProbeType.Readiness, "/health/ready", endpointName: "http")
    .WithHttpProbe(ProbeType.Liveness, "/health/live", endpointName: "http")
    .WithRestart()
    .InCluster(PagesInCluster.Describe)
    .InCompose(static service => service.Ports = ["${WEB_PUBLIC_PORT:-8080}:${WEB_PORT}"]);

builder.WithForwardedAddresses(api, web);
builder.AddIngressTo(web);
builder.AddModelsToCompose();

builder.Build().Run();
