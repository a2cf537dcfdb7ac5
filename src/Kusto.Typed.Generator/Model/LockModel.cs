namespace Kusto.Typed.Generator.Model;

/// <summary>What the project's locks say has shipped.</summary>
internal sealed record LockModel(EquatableArray<LockedTableModel> Tables, EquatableArray<LockProblemModel> Problems)
{
    /// <summary>Several locks as one.</summary>
    public static LockModel Of(IEnumerable<LockModel> locks)
    {
        LockModel[] all = [.. locks];
        return new LockModel(
            new EquatableArray<LockedTableModel>([.. all.SelectMany(file => file.Tables)]),
            new EquatableArray<LockProblemModel>([.. all.SelectMany(file => file.Problems)]));
    }
}
