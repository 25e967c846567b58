using InferenceService.Analyze;
using InferenceService.Classifiers;
using InferenceService.Models;
using ServiceDefaults;
using ServiceDefaults.Health;
using Vision;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddVision(HealthTags.Startup);
builder.AddAnalyze();
builder.AddModels();

var app = builder.Build();

app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapAnalyze();
app.MapModels();
app.MapClassifiers();

await app.RunAsync();
