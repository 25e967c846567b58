using ServiceDefaults;
using WebFrontend.Pages;
using WebFrontend.Proxy;
using WebFrontend.Security;
using WebFrontend.Status;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddPages();
builder.Services.AddStatus();
builder.Services.AddApiProxy();

var app = builder.Build();

app.UseSecurityHeaders();
app.UsePages();
app.MapDefaultEndpoints();
app.MapApiProxy();
app.MapStaticAssets();
app.MapPages();
app.MapStatus();

await app.RunAsync();
