using InferenceService;
using ServiceDefaults;
using ServiceDefaults.Health;

if (HealthProbe.IsAskedFor(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);

builder.AddInference();

var app = builder.Build();

app.UseServiceDefaults();
app.MapInference();

await app.RunAsync();
return 0;
