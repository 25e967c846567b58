using InferenceService.Analyze;
using InferenceService.Classifiers;
using InferenceService.Models;
using InferenceService.OpenInference;
using ServiceDefaults;
using ServiceDefaults.Health;
using Vision;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddVision(HealthTags.Startup);
builder.AddAnalyze();
builder.AddModels();
builder.AddOpenInference();

var app = builder.Build();

app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapAnalyze();
app.MapModels();
app.MapClassifiers();
app.MapOpenInference();

await app.RunAsync();
