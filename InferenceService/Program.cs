using InferenceService;
using ServiceDefaults;
using ServiceDefaults.Health;

HealthProbe.EndIfAskedFor(args);
var builder = WebApplication.CreateBuilder(args);

builder.AddInference();

var app = builder.Build();

app.UseServiceDefaults();
app.MapInference();

await app.RunAsync();
