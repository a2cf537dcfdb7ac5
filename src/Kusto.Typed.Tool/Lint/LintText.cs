using System.Text;

namespace Kusto.Typed.Tool.Lint;

/// <summary>A text of a file, unquoted and unescaped, that knows where each of its characters comes from.</summary>
internal sealed class LintText
{
    /// <summary>Stands for what is known only when the program runs: a variable, the result of a call.</summary>
    /// <remarks>A character of the private use area: no text has it, and no command reads over it.</remarks>
    public const char Hole = '\uE000';

    private readonly IReadOnlyList<int>? _offsets;

    private LintText(string value, IReadOnlyList<int>? offsets)
    {
        Value = value;
        _offsets = offsets;
    }

    public string Value { get; }

    /// <summary>The text of a whole file.</summary>
    public static LintText Of(string file) => new(file, offsets: null);

    /// <summary>Where a character of the value comes from in the file; the value's length: where it ends.</summary>
    public int OffsetInFile(int offset) =>
        _offsets is null ? offset
        : offset < _offsets.Count ? _offsets[offset]
        : _offsets.Count > 0 ? _offsets[^1] + 1
        : 0;

    /// <summary>A part of the text, as it stands.</summary>
    public LintText Part(int start, int end)
    {
        Builder part = new(this);
        part.Append(start, end);
        return part.Build();
    }

    /// <summary>Makes a text out of characters of another.</summary>
    internal sealed class Builder(LintText host)
    {
        private readonly StringBuilder _value = new();
        private readonly List<int> _offsets = [];

        /// <summary>Adds what stands in the host.</summary>
        public void Append(int start, int end)
        {
            for (int place = start; place < end; place++)
            {
                Append(host.Value[place], place);
            }
        }

        /// <summary>Adds a character that the host spells in another way at that place.</summary>
        public void Append(char character, int place)
        {
            _value.Append(character);
            _offsets.Add(host.OffsetInFile(place));
        }

        /// <summary>Adds what the host spells as an escape at that place.</summary>
        public void Append(string text, int place)
        {
            foreach (char character in text)
            {
                Append(character, place);
            }
        }

        /// <summary>Adds another text of the same host.</summary>
        public void Append(LintText text)
        {
            _value.Append(text.Value);
            for (int place = 0; place < text.Value.Length; place++)
            {
                _offsets.Add(text.OffsetInFile(place));
            }
        }

        public void Clear()
        {
            _value.Clear();
            _offsets.Clear();
        }

        public LintText Build() => new(_value.ToString(), [.. _offsets]);
    }
}
