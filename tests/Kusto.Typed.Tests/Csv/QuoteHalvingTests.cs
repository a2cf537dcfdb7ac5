using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

public sealed class QuoteHalvingTests
{
    [Fact]
    public void WhatWasDoubledComesBackAndGoesAgain()
    {
        Random random = new(11);
        for (int run = 0; run < 20_000; run++)
        {
            int quotesOfFour = run % 4;
            string text = string.Concat(
                Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(4) < quotesOfFour ? "\"" : "a"));
            string doubled = text.Replace("\"", "\"\"", StringComparison.Ordinal);
            byte[] bytes = Encoding.UTF8.GetBytes("<" + doubled + ">");
            Span<byte> inner = bytes.AsSpan(1, doubled.Length);

            int length = QuoteHalving.Halve(inner);

            Encoding.UTF8.GetString(inner[..length]).ShouldBe(text);
            inner[length..].ContainsAnyExcept((byte)'"').ShouldBeFalse();

            QuoteHalving.Undo(inner, length);

            Encoding.UTF8.GetString(bytes).ShouldBe("<" + doubled + ">");
        }
    }
}
