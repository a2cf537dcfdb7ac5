using System.Buffers.Text;
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
        byte[] buffer = new byte[256 * 1024];
        int length = 0;
        try
        {
            while (true)
            {
                int head;
                while ((head = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    int read = await stream.ReadAsync(buffer.AsMemory(length));
                    if (read == 0)
                    {
                        return;
                    }

                    length += read;
                }

                long body = BodyLength(buffer.AsSpan(0, head));
                long missing = body - (length - head - 4);
                while (missing > 0)
                {
                    int read = await stream.ReadAsync(buffer);
                    if (read == 0)
                    {
                        return;
                    }

                    missing -= read;
                }

                // Clients here wait for the answer before they send more.
                length = 0;
                await stream.WriteAsync(s_answer);
            }
        }
        catch (IOException)
        {
            // A client that went away.
        }
    }

    private static long BodyLength(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> name = "content-length:"u8;
        foreach (Range range in head.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = head[range];
            if (line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                return Utf8Parser.TryParse(line[name.Length..].Trim(" \r"u8), out long length, out _)
                    ? length
                    : throw new FormatException("The Content-Length is no number.");
            }
        }

        return Ascii.EqualsIgnoreCase(head[..3], "GET"u8)
            ? 0
            : throw new FormatException("The server takes bodies with a Content-Length only.");
    }
}
