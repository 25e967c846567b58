using ApiService;
using ServiceDefaults.Health;

HealthProbe.EndIfAskedFor(args);
var builder = WebApplication.CreateBuilder(args);

builder.AddApi();

var app = builder.Build();

app.UseApi();
app.MapApi();

await app.RunAsync();
