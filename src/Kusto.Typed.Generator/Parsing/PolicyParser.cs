using System.Globalization;
using Kusto.Typed.Generator.Diagnostics;
using Kusto.Typed.Generator.Emission;
using Kusto.Typed.Generator.Model;
using Kusto.Typed.Schema;
using Microsoft.CodeAnalysis;

namespace Kusto.Typed.Generator.Parsing;

/// <summary>The policies that attributes declare, checked as the library itself checks them.</summary>
internal sealed class PolicyParser
{
    private readonly RowTarget _target;
    private readonly IReadOnlyList<ColumnDraft> _drafts;
    private readonly IReadOnlyList<ColumnModel> _filled;
    private readonly List<PolicyModel> _policies = [];

    private PolicyParser(RowTarget target, IReadOnlyList<ColumnDraft> drafts, IReadOnlyList<ColumnModel> filled)
    {
        _target = target;
        _drafts = drafts;
        _filled = filled;
    }

    public static EquatableArray<PolicyModel> Parse(
        RowTarget target, IReadOnlyList<ColumnDraft> drafts, IReadOnlyList<ColumnModel> filled)
    {
        PolicyParser parser = new(target, drafts, filled);
        parser.Add(KnownNames.KustoStreamingIngestion, parser.StreamingIngestion);
        parser.Add(KnownNames.KustoIngestionBatching, parser.IngestionBatching);
        parser.Add(KnownNames.KustoRetention, parser.Retention);
        parser.Add(KnownNames.KustoCaching, parser.Caching);
        parser.Add(KnownNames.KustoPartitioning, parser.Partitioning);
        parser.Add(KnownNames.KustoRowOrder, parser.RowOrder);
        parser.Add(KnownNames.KustoUpdate, parser.Update);
        parser.Add(KnownNames.KustoAutoDelete, parser.AutoDelete);
        return new EquatableArray<PolicyModel>([.. parser._policies]);
    }

    private void Add(string attributeName, Func<AttributeData, (string Call, TablePolicy Policy)> parse)
    {
        foreach (AttributeData attribute in Attributes.All(_target.Type, attributeName))
        {
            try
            {
                (string call, TablePolicy policy) = parse(attribute);
                CheckColumns(attribute, policy);
                _policies.Add(PolicyModel.Of(call, policy));
            }
            catch (PolicyProblemException refusal)
            {
                Report(attribute, PlaceOf(attribute, refusal.ParamName), refusal.Problem);
            }
        }
    }

    private void Report(AttributeData attribute, Location? place, string problem) => _target.Report(
        DiagnosticDescriptors.PolicyNotPossible,
        place,
        Attributes.NameOf(attribute).Substring("Kusto".Length),
        _target.Row.Name,
        problem);

    private void CheckColumns(AttributeData attribute, TablePolicy policy)
    {
        foreach (PolicyColumn key in policy.Columns)
        {
            string? problem = TypeOf(key.Name) is { } type
                ? key.Problem(type)
                : $"'{key.Name}' is no property and no column of the table";
            if (problem is not null)
            {
                Report(attribute, PlaceOfKey(attribute, key.Name), problem);
            }
        }
    }

    private (string Call, TablePolicy Policy) StreamingIngestion(AttributeData attribute)
    {
        var rate = Attributes.Named(attribute, "HintAllocatedRate") as double?;
        return Of(
            "TablePolicies.StreamingIngestion",
            TablePolicies.StreamingIngestion(rate),
            ("hintAllocatedRate", rate?.ToString("R", CultureInfo.InvariantCulture)));
    }

    private (string Call, TablePolicy Policy) IngestionBatching(AttributeData attribute)
    {
        var wait = Attributes.Named(attribute, "MaximumBatchingTimeSpan") as string;
        var items = Attributes.Named(attribute, "MaximumNumberOfItems") as int?;
        var size = Attributes.Named(attribute, "MaximumRawDataSizeMB") as int?;
        return Of(
            "TablePolicies.IngestionBatching",
            TablePolicies.IngestionBatching(wait, items, size),
            ("maximumBatchingTimeSpan", Text(wait)),
            ("maximumNumberOfItems", Text(items)),
            ("maximumRawDataSizeMB", Text(size)));
    }

    private (string Call, TablePolicy Policy) Retention(AttributeData attribute)
    {
        string? period = Attributes.FirstText(attribute);
        var recoverability = Attributes.Named(attribute, "Recoverability") as bool?;
        return Of(
            "TablePolicies.Retention",
            TablePolicies.Retention(period, recoverability),
            ("softDeletePeriod", Text(period)),
            ("recoverability", Text(recoverability)));
    }

    private (string Call, TablePolicy Policy) Caching(AttributeData attribute)
    {
        string hot = Attributes.FirstText(attribute) ?? "";
        return Of("TablePolicies.Caching", TablePolicies.Caching(hot), ("hot", Text(hot)));
    }

    private (string Call, TablePolicy Policy) Partitioning(AttributeData attribute)
    {
        string? hashKey = Column(Attributes.Named(attribute, "HashKey") as string);
        string? rangeKey = Column(Attributes.Named(attribute, "RangeKey") as string);
        var count = Attributes.Named(attribute, "MaxPartitionCount") as int?;
        var seed = Attributes.Named(attribute, "Seed") as int?;
        var mode = Attributes.Named(attribute, "PartitionAssignmentMode") as string;
        var size = Attributes.Named(attribute, "RangeSize") as string;
        var reference = Attributes.Named(attribute, "Reference") as string;
        var effective = Attributes.Named(attribute, "EffectiveDateTime") as string;
        TablePolicy policy = TablePartitioning.Policy(
            hashKey, count ?? 128, seed ?? 1, mode ?? "Uniform", rangeKey, size ?? "1d", reference ?? "1970-01-01", effective);
        return Of(
            "TablePartitioning.Policy",
            policy,
            ("hashKey", Text(hashKey)),
            ("maxPartitionCount", Text(count)),
            ("seed", Text(seed)),
            ("partitionAssignmentMode", Text(mode)),
            ("rangeKey", Text(rangeKey)),
            ("rangeSize", Text(size)),
            ("reference", Text(reference)),
            ("effectiveDateTime", Text(effective)));
    }

    private (string Call, TablePolicy Policy) RowOrder(AttributeData attribute)
    {
        string[] given = [.. attribute.ConstructorArguments.Take(1).SelectMany(Attributes.Texts)];
        string[] columns = [.. TablePolicies.RowOrder(given).Columns.Select(key =>
            Column(key.Name) + (key.IsDescending ? " desc" : ""))];
        return ($"TablePolicies.RowOrder({string.Join(", ", columns.Select(Literal.Of))})", TablePolicies.RowOrder(columns));
    }

    private (string Call, TablePolicy Policy) Update(AttributeData attribute)
    {
        string source = Attributes.FirstText(attribute) ?? "";
        string query = attribute.ConstructorArguments.Skip(1).FirstOrDefault().Value as string ?? "";
        var transactional = Attributes.Named(attribute, "IsTransactional") as bool?;
        var propagate = Attributes.Named(attribute, "PropagateIngestionProperties") as bool?;
        var identity = Attributes.Named(attribute, "ManagedIdentity") as string;
        return Of(
            "TablePolicies.Update",
            TablePolicies.Update(source, query, transactional, propagate, identity),
            ("source", Text(source)),
            ("query", Text(query)),
            ("isTransactional", Text(transactional)),
            ("propagateIngestionProperties", Text(propagate)),
            ("managedIdentity", Text(identity)));
    }

    private (string Call, TablePolicy Policy) AutoDelete(AttributeData attribute)
    {
        string expiryDate = Attributes.FirstText(attribute) ?? "";
        var evenIfFull = Attributes.Named(attribute, "DeleteIfNotEmpty") as bool?;
        return Of(
            "TablePolicies.AutoDelete",
            TablePolicies.AutoDelete(expiryDate, evenIfFull),
            ("expiryDate", Text(expiryDate)),
            ("deleteIfNotEmpty", Text(evenIfFull)));
    }

    /// <summary>The column of a property, or the name as it is.</summary>
    private string? Column(string? name) =>
        name is null ? null : _drafts.FirstOrDefault(draft => draft.Property.Name == name && draft.Path.IsRow)?.Name ?? name;

    private KustoType? TypeOf(string column) =>
        _drafts.FirstOrDefault(draft => draft.Name == column)?.Type.Codec.Type
        ?? _filled.FirstOrDefault(filled => filled.Name == column)?.Type;

    private Location? PlaceOfKey(AttributeData attribute, string column)
    {
        foreach (string argument in new[] { "HashKey", "RangeKey" })
        {
            if (Column(Attributes.Named(attribute, argument) as string) == column)
            {
                return Attributes.PlaceOf(attribute, argument);
            }
        }

        string[] given = [.. attribute.ConstructorArguments.Take(1).SelectMany(Attributes.Texts)];
        int place = Array.FindIndex(given, key => key.Split(' ')[0] == column || Column(key.Split(' ')[0]) == column);
        return place < 0 ? Attributes.PlaceOfWhole(attribute) : Attributes.PlaceOfArgument(attribute, place);
    }

    // The parameters of the library's methods are called as those of the attributes, and as their properties in small.
    private static Location? PlaceOf(AttributeData attribute, string parameter)
    {
        string property = char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);
        if (Attributes.Named(attribute, property) is not null)
        {
            return Attributes.PlaceOf(attribute, property);
        }

        int place = attribute.AttributeConstructor?.Parameters.ToList().FindIndex(found => found.Name == parameter) ?? -1;
        return place < 0 ? Attributes.PlaceOfWhole(attribute) : Attributes.PlaceOfArgument(attribute, place);
    }

    private static (string Call, TablePolicy Policy) Of(
        string method, TablePolicy policy, params (string Name, string? Value)[] arguments)
    {
        IEnumerable<string> given = arguments
            .Where(argument => argument.Value is not null)
            .Select(argument => $"{argument.Name}: {argument.Value}");
        return ($"{method}({string.Join(", ", given)})", policy);
    }

    private static string? Text(string? text) => text is null ? null : Literal.Of(text);

    private static string? Text(int? number) => number is { } some ? Invariant.Text(some) : null;

    private static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };
}
