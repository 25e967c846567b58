using ServiceDefaults;
using WebFrontend.Proxy;
using WebFrontend.Security;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.Services.AddRazorPages();
builder.Services.AddApiProxy();

var app = builder.Build();

app.UseSecurityHeaders();
app.MapDefaultEndpoints();
app.MapApiProxy();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();

await app.RunAsync();
