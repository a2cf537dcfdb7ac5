using Kusto.Typed.Local.Storage;

namespace Kusto.Typed.Local;

/// <summary>The errors that the endpoint answers with, one method for each.</summary>
internal static class Refusal
{
    private const int BadRequest = 400;
    private const int NotFound = 404;
    private const int PayloadTooLarge = 413;

    private const string SyntaxType = "Kusto.Data.Exceptions.SyntaxException";
    private const string SemanticType = "Kusto.Data.Exceptions.SemanticException";
    private const string NotFoundType = "Kusto.Data.Exceptions.EntityNotFoundException";
    private const string BadRequestType = "Kusto.Data.Exceptions.KustoBadRequestException";
    private const string StreamingType = "Kusto.DataNode.Exceptions.StreamingIngestionRequestException";

    public static RequestRefusedException Syntax(string message) =>
        new(BadRequest, "BadRequest_SyntaxError", SyntaxType, "Syntax error: " + message);

    public static RequestRefusedException Semantic(string message) =>
        new(BadRequest, "General_BadRequest", SemanticType, "Semantic error: " + message);

    public static RequestRefusedException NotSupported(string message) =>
        new(BadRequest, "BadRequest_NotSupported", BadRequestType, message);

    public static RequestRefusedException Invalid(string message) =>
        new(BadRequest, "General_BadRequest", BadRequestType, message);

    public static RequestRefusedException InvalidMapping(string message) =>
        new(BadRequest, "BadRequest_InvalidMapping", BadRequestType, message);

    public static RequestRefusedException InconsistentMapping(string message) =>
        new(BadRequest, "BadRequest_InconsistentMapping", BadRequestType, message);

    public static RequestRefusedException AlreadyExists(string message) =>
        new(BadRequest, "BadRequest_EntityAlreadyExists", "Kusto.Data.Exceptions.EntityAlreadyExistsException", message);

    public static RequestRefusedException EntityNotFound(string message) =>
        new(BadRequest, "BadRequest_EntityNotFound", NotFoundType, message);

    public static RequestRefusedException TableNotFound(string database, string table, IEnumerable<string> known) =>
        EntityNotFound(
            $"Entity not found: the database '{database}' has no table '{table}'. It has: {Listed(known)}. "
            + "Names are case-sensitive.");

    public static RequestRefusedException DatabaseNotFound(string database, IEnumerable<string> known) =>
        new(
            BadRequest,
            "BadRequest_DatabaseNotExist",
            NotFoundType,
            $"There is no database '{database}'. There are: {Listed(known)}. "
            + "Name it in LocalKustoOptions.Databases, or set CreateDatabasesOnFirstUse.");

    public static RequestRefusedException MappingNotFound(string owner, MappingKey mapping, IEnumerable<MappingKey> known) =>
        new(
            BadRequest,
            "BadRequest_MappingReferenceWasNotFound",
            NotFoundType,
            $"The {owner} has no {mapping.Title}. It has: "
            + $"{Listed(known.Where(other => other.Kind == mapping.Kind).Select(static other => other.Name).Order(StringComparer.Ordinal))}.");

    public static RequestRefusedException StreamingNotEnabled(string database, string table) =>
        new(
            BadRequest,
            "BadRequest_StreamingIngestionPolicyNotEnabled",
            StreamingType,
            $"Streaming ingestion is not enabled for the table '{table}' of the database '{database}'. "
            + "Run: .alter table <table> policy streamingingestion enable");

    public static RequestRefusedException TooLarge(long limit) =>
        new(
            PayloadTooLarge,
            "Stream_InputStreamTooLarge",
            StreamingType,
            $"The request has more than {limit} bytes of uncompressed records, which is the most that streaming "
            + "ingestion takes here (LocalKustoOptions.MaxStreamingRequestBytes). Send smaller batches or queue them.");

    public static RequestRefusedException BadFormat(string code, string message) =>
        new(BadRequest, code, StreamingType, message);

    public static RequestRefusedException Full(long stored, long wanted, long limit) =>
        new(
            BadRequest,
            "BadRequest_DataCapacityLimitReached",
            BadRequestType,
            $"The local endpoint is full: it holds {stored} bytes of rows, the batch takes {wanted}, and {limit} are "
            + "allowed. Raise LocalKustoOptions.MaxBytes, clear or drop tables, or use CountingMode.");

    public static RequestRefusedException BlobNotFound(Uri blob) =>
        new(BadRequest, "Download_SourceNotFound", BadRequestType, $"There is no blob {blob.GetLeftPart(UriPartial.Path)}.");

    public static RequestRefusedException BlobForbidden(Uri blob) =>
        new(
            BadRequest,
            "Download_Forbidden",
            BadRequestType,
            $"The key in the address of {blob.GetLeftPart(UriPartial.Path)} does not open it, or has expired.");

    public static RequestRefusedException BlobUnreachable(Uri blob, System.Net.HttpStatusCode? status) =>
        new(
            BadRequest,
            "Download_UnknownError",
            BadRequestType,
            $"The blob {blob.GetLeftPart(UriPartial.Path)} cannot be read{(status is null ? "" : $" ({(int)status})")}.",
            permanent: false);

    public static RequestRefusedException OperationNotFound(string id) =>
        new(NotFound, "BadRequest_EntityNotFound", NotFoundType, $"There is no ingestion operation '{id}'.");

    public static RequestRefusedException WrongEndpoint(string message) =>
        new(BadRequest, "BadRequest", "Kusto.Common.Svc.Exceptions.AdminCommandWrongEndpointException", message);

    public static RequestRefusedException PathNotFound(string method, string path) =>
        new(NotFound, "NotFound", BadRequestType, $"The local endpoint does not serve {method} {path}.");

    private static string Listed(IEnumerable<string> names)
    {
        const int Most = 20;
        string[] shown = [.. names.Take(Most + 1)];
        return shown.Length switch
        {
            0 => "none",
            > Most => string.Join(", ", shown.Take(Most)) + ", ...",
            _ => string.Join(", ", shown),
        };
    }
}
