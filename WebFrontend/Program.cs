using ServiceDefaults;
using ServiceDefaults.Health;
using WebFrontend.Pages;
using WebFrontend.Proxy;
using WebFrontend.Security;
using WebFrontend.Status;

HealthProbe.EndIfAskedFor(args);
var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddPages();
builder.Services.AddStatus();
builder.AddApiProxy();

var app = builder.Build();

app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UsePages();
app.MapDefaultEndpoints();
app.MapApiProxy();
app.MapPages();
app.MapStatus();
await app.RunAsync();
