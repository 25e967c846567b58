using InferenceService;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddInference();

var app = builder.Build();

app.UseServiceDefaults();
app.MapInference();

await app.RunAsync();
