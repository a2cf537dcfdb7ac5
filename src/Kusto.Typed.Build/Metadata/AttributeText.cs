using System.Reflection.Metadata;

namespace Kusto.Typed.Build.Metadata;

/// <summary>Decodes <c>[KustoTableMetadata("…", Table = "…", …)]</c>, an attribute of nothing but texts.</summary>
/// <remarks>The format is that of ECMA-335, II.23.3.</remarks>
internal static class AttributeText
{
    private const ushort Prolog = 1;

    /// <summary>The table; null where the attribute is of a form that is not known here.</summary>
    public static AssemblyTable? ReadTable(BlobReader blob)
    {
        if (blob.ReadUInt16() != Prolog || blob.ReadSerializedString() is not { } json)
        {
            return null;
        }

        Dictionary<string, string?> named = [];
        for (int left = blob.ReadUInt16(); left > 0; left--)
        {
            if (blob.ReadByte() != (byte)CustomAttributeNamedArgumentKind.Property
                || blob.ReadSerializationTypeCode() != SerializationTypeCode.String
                || blob.ReadSerializedString() is not { } name)
            {
                return null;
            }

            named[name] = blob.ReadSerializedString();
        }

        return Text("Table") is { } table && Text("Script") is { } script
            ? new AssemblyTable(table, json, script, Text("Lock")) { Type = Text("Type") }
            : null;

        string? Text(string name) => named.TryGetValue(name, out string? text) ? text : null;
    }
}
