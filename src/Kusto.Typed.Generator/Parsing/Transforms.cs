using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>Which transformation goes with which property.</summary>
internal static class Transforms
{
    /// <summary>What is wrong with a transformation of a property's field; null: nothing.</summary>
    public static (string Found, string Advice)? Problem(KustoTransform transform, CodecModel codec) => transform switch
    {
        _ when !KustoTransforms.IsOfCsv(transform) => NotOfCsv,
        _ when KustoTransforms.IsWithoutField(transform) => (
            "fills a column that no property has",
            "remove it and put [KustoFilledColumn] on the type"),
        _ when codec.Read != "ReadInt64" => ("makes an instant of a long", "change the property's type to long"),
        _ => null,
    };

    public static (string Found, string Advice) NotOfCsv { get; } = (
        "is none of the transformations that a CSV mapping has",
        "write the value as the table is to have it, or remove it");
}
