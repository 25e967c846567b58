using ApiService.Analyze;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.Models;
using ApiService.OpenApi;
using ApiService.Problems;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddInference();
builder.AddIngest();
builder.AddOpenApiDocument();

var app = builder.Build();

app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapOpenApiDocument();
app.MapAnalyze();
app.MapModels();
app.MapProblemPages();

await app.RunAsync();
