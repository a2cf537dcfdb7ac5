namespace Kusto.Typed.Local;

/// <summary>When a fault closes the connection.</summary>
public enum LocalFaultMoment
{
    /// <summary>Before a byte of the body is read. Nothing is done.</summary>
    BeforeBody = 0,

    /// <summary>After a first piece of the body, if it has more than one. Nothing is done.</summary>
    InsideBody = 1,

    /// <summary>After the whole body, before anything is done with it.</summary>
    AfterBody = 2,

    /// <summary>After the request was done, rows stored and all: only the answer is lost.</summary>
    BeforeAnswer = 3,
}
