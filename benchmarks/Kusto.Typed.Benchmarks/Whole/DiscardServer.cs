using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kusto.Typed.Benchmarks.Whole;

/// <summary>An HTTP server that reads what it is sent, throws it away and says that all went well.</summary>
/// <remarks>It costs as little as a server can, so that what is measured beside it are its clients.</remarks>
internal static class DiscardServer
{
    private const string Answer =
        """{"Tables":[{"TableName":"Table_0","Columns":[{"ColumnName":"ConsumedRecordsCount","ColumnType":"long"}],"Rows":[]}]}""";

    private static readonly byte[] s_answer = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Answer.Length}\r\n\r\n{Answer}");

    /// <summary>Serves on a free port, whose number is its first line of output, until its input ends.</summary>
    public static void Run()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        _ = AcceptAsync(listener);
        while (Console.In.ReadLine() is not null)
        {
        }
    }

    private static async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            Socket socket = await listener.AcceptSocketAsync();
            socket.NoDelay = true;
            _ = ServeAsync(socket);
        }
    }

    private static async Task ServeAsync(Socket socket)
    {
        using NetworkStream stream = new(socket, ownsSocket: true);
        DiscardedRequests requests = new(stream);
        try
        {
            while (await requests.ReadAsync())
            {
                await stream.WriteAsync(s_answer);
            }
        }
        catch (IOException)
        {
            // A client that went away.
        }
    }
}
