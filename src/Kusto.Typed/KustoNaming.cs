namespace Kusto.Typed;

/// <summary>How the names of properties become those of columns.</summary>
public enum KustoNaming
{
    /// <summary>As they are: <c>BeginLat</c>.</summary>
    AsIs = 0,

    /// <summary>With a small first letter: <c>beginLat</c>, <c>url</c> for <c>URL</c>.</summary>
    CamelCase = 1,

    /// <summary>In small letters with underscores: <c>begin_lat</c>, <c>io_error</c> for <c>IOError</c>.</summary>
    SnakeCase = 2,
}
