using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Ingestion;

/// <summary>A batch that is being filled: blocks of CSV go in, and a core of its own compresses them.</summary>
internal sealed class CsvBatchBuilder
{
    private readonly BlockChannels _channels;
    private readonly Channel<CsvBlock> _blocks;
    private readonly KustoCompression _compression;
    private readonly IncrementalHash? _hash;
    private readonly Task<SegmentStream> _compressing;

    /// <param name="channels">Where the channel of the blocks is taken from.</param>
    /// <param name="compression">How the batch is compressed.</param>
    /// <param name="hashes">True where the batch's id is to be told from its bytes.</param>
    public CsvBatchBuilder(BlockChannels channels, KustoCompression compression, bool hashes = false)
    {
        _channels = channels;
        _blocks = channels.Take();
        _compression = compression;
        _hash = hashes ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        _compressing = Task.Run(CompressAsync);
    }

    /// <summary>Adds a block, which is the builder's from now on.</summary>
    /// <remarks>
    /// It waits once for nearly every block of 64 KiB, and with it whoever called it. What that takes is pooled all the way
    /// up, which is 0.3 bytes a StormEvent.
    /// </remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask AppendAsync(CsvBlock block)
    {
        try
        {
            await _blocks.Writer.WriteAsync(block).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            block.Return();
            await _compressing.ConfigureAwait(false);
        }
    }

    /// <summary>Says that the batch has all its blocks, by one that is none.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask EndBlocksAsync()
    {
        try
        {
            await _blocks.Writer.WriteAsync(default).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            // What the compression failed with comes out of it.
        }
    }

    /// <summary>Waits for the compression; afterwards the batch is its caller's.</summary>
    /// <param name="rows">The rows that it holds.</param>
    /// <param name="identity">Makes the batch's id of the hash of its CSV; null: the id is a new one.</param>
    public async Task<CsvBatch> BuildAsync(BatchRows rows, Func<byte[], Guid>? identity = null)
    {
        SegmentStream content = await _compressing.ConfigureAwait(false);
        Guid? stableId = _hash is null ? null : identity?.Invoke(_hash.GetHashAndReset());
        _hash?.Dispose();
        return new CsvBatch(content, rows, _compression != KustoCompression.None, stableId);
    }

    /// <summary>Gives the batch up and its memory back.</summary>
    public async ValueTask AbandonAsync()
    {
        await EndBlocksAsync().ConfigureAwait(false);
        await ((Task)_compressing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_compressing.IsCompletedSuccessfully)
        {
            SegmentStream content = await _compressing.ConfigureAwait(false);
            await content.DisposeAsync().ConfigureAwait(false);
        }

        _hash?.Dispose();
    }

    private async Task<SegmentStream> CompressAsync()
    {
        SegmentStream content = new();
        Stream? gzip = Gzip(content);
        try
        {
            while (await _blocks.Reader.ReadAsync().ConfigureAwait(false) is { IsNone: false } block)
            {
                _hash?.AppendData(block.Span);
                (gzip ?? content).Write(block.Span);
                block.Return();
            }

            gzip?.Dispose();
            _channels.Return(_blocks);
            return content;
        }
        catch (Exception exception)
        {
            _blocks.Writer.TryComplete(exception);
            while (_blocks.Reader.TryRead(out CsvBlock block))
            {
                if (!block.IsNone)
                {
                    block.Return();
                }
            }

            await content.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private GZipStream? Gzip(SegmentStream content) => _compression switch
    {
        KustoCompression.None => null,
        KustoCompression.Fast => new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true),
        KustoCompression.Small => new GZipStream(content, CompressionLevel.Optimal, leaveOpen: true),
#if NET9_0_OR_GREATER
        _ => new GZipStream(content, new ZLibCompressionOptions { CompressionLevel = 3 }, leaveOpen: true),
#else
        _ => new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true),
#endif
    };
}
