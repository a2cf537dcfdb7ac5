using System.Text;

namespace Kusto.Typed.Generator.Emission;

/// <summary>Source text, indented: <c>\n</c> always and no blanks at line ends.</summary>
internal sealed class SourceWriter
{
    private const string Indent = "    ";
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Appends lines, each at the current depth.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            Line(line.TrimEnd('\r'));
        }
    }

    /// <summary>Appends one line at the current depth.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            for (int level = 0; level < _depth; level++)
            {
                _text.Append(Indent);
            }
        }

        _text.Append(line.TrimEnd()).Append('\n');
    }

    /// <summary>Opens a block behind a declaration.</summary>
    public void Open(string declaration)
    {
        Lines(declaration);
        Open();
    }

    public void Open()
    {
        Line("{");
        _depth++;
    }

    /// <summary>Closes a block, with what ends the statement it belongs to.</summary>
    public void Close(string end = "")
    {
        _depth--;
        Line("}" + end);
    }

    /// <summary>Goes one level deeper for lines that continue the one before.</summary>
    public void Deeper(Action lines)
    {
        _depth++;
        lines();
        _depth--;
    }

    public override string ToString() => _text.ToString();
}
