namespace Kusto.Typed.Generator.Model;

/// <summary>A line of a lock that says nothing.</summary>
internal sealed record LockProblemModel(string Problem, LockPlaceModel Place);
