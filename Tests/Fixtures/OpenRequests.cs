using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Tests.Fixtures;

/// <summary>Counts the requests that a service is busy with, from outside of everything that it does.</summary>
internal sealed class OpenRequests : IStartupFilter
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.Use(async (context, go) =>
        {
            Interlocked.Increment(ref count);
            try
            {
                await go(context);
            }
            finally
            {
                Interlocked.Decrement(ref count);
            }
        });
        next(application);
    };
}
