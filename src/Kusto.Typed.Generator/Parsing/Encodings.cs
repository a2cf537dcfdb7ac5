using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Schema;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Which encoding goes with which type of column.</summary>
internal static class Encodings
{
    public static void Check(RowTarget target, IPropertySymbol property, ColumnSettings settings, ColumnType type)
    {
        string? problem = (settings.Encoding, type.Codec.Type) switch
        {
            (KustoEncoding.Default or KustoEncoding.Identifier, _) => null,
            (KustoEncoding.BigObject or KustoEncoding.BigObject32, KustoType.String or KustoType.Dynamic) => null,
            (KustoEncoding.BigObject or KustoEncoding.BigObject32, _) => "is for string and dynamic columns",
            (KustoEncoding.Vector16, KustoType.Dynamic) => null,
            (KustoEncoding.Vector16, _) => "is for dynamic columns that hold vectors of numbers",
            _ => "is no encoding",
        };
        if (problem is not null)
        {
            target.Report(
                DiagnosticDescriptors.PolicyNotPossible,
                settings.PlaceOf("Encoding"),
                "encoding",
                property.Name,
                $"{settings.Encoding} {problem}, and '{property.Name}' is a {type.Codec.Type.ToKusto()}");
        }
    }
}
