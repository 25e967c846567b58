using ApiService;
using ServiceDefaults.Health;

if (HealthProbe.IsAskedFor(args))
{
    return await HealthProbe.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);

builder.AddApi();

var app = builder.Build();

app.UseApi();
app.MapApi();

await app.RunAsync();
return 0;
