namespace Kusto.Typed.Generator.Model;

/// <summary>A parameter or property, and what it is given when a row is read.</summary>
/// <param name="Target">The name as source writes it.</param>
/// <param name="Column">The position of the column it is read from; -1: it is an object of several.</param>
/// <param name="Creation">How that object is made; null: it is read from one column.</param>
/// <param name="NullColumns">The columns that are all null where that object is; none: it never is.</param>
internal sealed record MemberValueModel(
    string Target, int Column, CreationModel? Creation, EquatableArray<int> NullColumns);
