using System.Text;
using Kusto.Typed.Csv;

namespace Kusto.Typed.Tests.Csv;

public sealed class AsciiTextTests
{
    [Fact]
    public void TextsOfEveryLengthAreThoseOfDotNet()
    {
        byte[] bytes = [.. Enumerable.Range(0, 300).Select(place => (byte)(place * 7 % 128))];
        for (int length = 0; length <= bytes.Length; length++)
        {
            ReadOnlySpan<byte> some = bytes.AsSpan(bytes.Length - length);

            AsciiText.ToText(some).ShouldBe(Encoding.ASCII.GetString(some));
        }
    }

    [Fact]
    public void NothingIsWrittenBehindTheText()
    {
        char[] characters = new char[100];
        for (int length = 0; length < 90; length++)
        {
            Array.Fill(characters, '#');

            AsciiText.Widen(Enumerable.Repeat((byte)'a', length).ToArray(), characters);

            new string(characters).ShouldBe(new string('a', length).PadRight(characters.Length, '#'));
        }
    }
}
