using Kusto.Typed.Local;

namespace Kusto.Typed.EndToEnd.Host;

internal static class EndpointProcess
{
    public static async Task<int> RunAsync()
    {
        await using LocalKusto local = await LocalKusto.StartAsync(new LocalKustoOptions { CountingMode = true });
        Console.WriteLine(local.Uri.AbsoluteUri);
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
