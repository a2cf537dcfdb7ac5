namespace Kusto.Typed.Generator.Model;

/// <summary>A table that has shipped.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">Its columns in their order.</param>
/// <param name="Place">Where its line stands.</param>
internal sealed record LockedTableModel(
    string Name, EquatableArray<LockedColumnModel> Columns, LockPlaceModel Place);
