using ServiceDefaults;
using WebFrontend.Pages;
using WebFrontend.Proxy;
using WebFrontend.Security;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddPages();
builder.Services.AddApiProxy();

var app = builder.Build();

app.UseSecurityHeaders();
app.UseOutputCache();
app.MapDefaultEndpoints();
app.MapApiProxy();
app.MapStaticAssets();
app.MapPages();

await app.RunAsync();
