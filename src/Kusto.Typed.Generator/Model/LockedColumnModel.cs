namespace Kusto.Typed.Generator.Model;

/// <summary>A column that has shipped.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Kusto's name of its type.</param>
/// <param name="ReadsNull">True where rows may have a null in it.</param>
internal sealed record LockedColumnModel(string Name, string Type, bool ReadsNull);
