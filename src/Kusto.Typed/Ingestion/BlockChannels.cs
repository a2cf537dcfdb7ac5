using System.Threading.Channels;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion;

/// <summary>Channels by which blocks of CSV come to their compression, used again by later batches.</summary>
/// <remarks>A channel for each, which grows until it has its places, was 2 KB of the 15 that a batch allocated.</remarks>
internal sealed class BlockChannels
{
    // A streaming batch is filled without waiting for its compression, so that the next one can begin on another core.
    private const int MaxBlocksWaiting = 20;

    private readonly Stack<Channel<CsvBlock>> _free = [];

    public Channel<CsvBlock> Take()
    {
        lock (_free)
        {
            return _free.TryPop(out Channel<CsvBlock>? channel)
                ? channel
                : Channel.CreateBounded<CsvBlock>(
                    new BoundedChannelOptions(MaxBlocksWaiting) { SingleReader = true, SingleWriter = true });
        }
    }

    /// <summary>Gives back a channel that is empty and was not completed.</summary>
    public void Return(Channel<CsvBlock> channel)
    {
        lock (_free)
        {
            _free.Push(channel);
        }
    }
}
