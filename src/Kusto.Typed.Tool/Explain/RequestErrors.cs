namespace Kusto.Typed.Tool.Explain;

/// <summary>What is wrong with what was asked for: names, properties, tables that are not there.</summary>
internal static class RequestErrors
{
    public static IReadOnlyList<IngestionError> All { get; } =
    [
        Permanent(
            "BadRequest_TableNotExist",
            "The database has no table of that name.",
            "Apply the schema, or check name and case of the table, and the database."),
        Permanent(
            "BadRequest_DatabaseNotExist",
            "The cluster has no database of that name.",
            "Check the name, and that the cluster is the right one."),
        Permanent(
            "BadRequest_EntityNotFound",
            "Something that the request names is not there: a database, a table, a column or a mapping.",
            "The details name it; apply the schema."),
        Permanent(
            "BadRequest_EntityNameIsNotValid",
            "A name has characters that names do not take.",
            "Take 1 to 1024 letters, digits, '_', ' ', '.' and '-'."),
        Permanent(
            "BadRequest_InvalidOrEmptyTableName",
            "The table's name is empty or cannot be one.",
            "Name the table in the request."),
        Permanent(
            "BadRequest_EmptyDatabaseName",
            "The database's name is empty.",
            "Name the database in the request."),
        Permanent(
            "BadRequest_EmptyBlobUri",
            "The request names no blob.",
            "Give the blob's URI."),
        Permanent(
            "BadRequest_InvalidBlobUri",
            "The blob's URI cannot be read as one.",
            "Check that it is whole and escaped: https, account, container, path, signature."),
        Permanent(
            "BadRequest_UriMissingSas",
            "The blob's URI has no signature, and the service has no other way to read it.",
            "Append a SAS, or name a managed identity that may read it."),
        Permanent(
            "BadRequest_MalformedIngestionProperty",
            "An ingestion property's value cannot be read.",
            "Compare spelling and form with the documentation; JSON values are texts in the queue's message."),
        Permanent(
            "BadRequest_IngestionPropertyNotSupportedInThisContext",
            "An ingestion property is not for this kind of ingestion.",
            "Leave it out; streaming takes fewer properties than queued ingestion."),
        Permanent(
            "BadRequest_CreationTimeEarlierThanSoftDeletePeriod",
            "The rows' creation time lies so far back that retention would delete them at once.",
            "Leave creationTime out, or lengthen the table's retention."),
        Permanent(
            "BadRequest_ZeroRetentionPolicyWithNoUpdatePolicy",
            "The table keeps its rows for no time, and no update policy takes them further.",
            "Set a retention of more than zero, or the update policy that was to read this table."),
        Permanent(
            "BadRequest_NonMultiDatabaseDataConnection",
            "The data connection may serve its own database alone, and the request names another.",
            "Allow routing to other databases on the data connection, or leave the database out."),
        Permanent(
            "BadRequest_StreamingIngestionPolicyNotEnabled",
            "Streaming is off for the table and its database.",
            "Put [KustoStreamingIngestion] on the type and apply it, or queue; the managed route does so by itself."),
        Permanent(
            "BadRequest_NotSupported",
            "The service does not do what was asked for.",
            "The details say what; take another route."),
        Permanent(
            "BadRequest_SyntaxError",
            "A command or a query in the request is not well-formed.",
            "Try the command by itself; the details name the place."),
        Permanent(
            "BadRequest_CorruptedMessage",
            "The message in the ingestion queue cannot be read.",
            "It was written by hand or cut off: messages are base64 of JSON and at most 64 KiB."),
        Permanent(
            "BadRequest_MessageExhausted",
            "The message was tried as often as is allowed and is given up.",
            "Look at the errors before this one, then send the source again."),
        Permanent(
            "BadRequest_NoValidResponseFromEngine",
            "The engine's answer to the ingestion could not be read.",
            "Count the rows before you send them again: they may be there."),
        Permanent(
            "BadRequest_DataCapacityLimitReached",
            "The cluster or database holds as much as it may.",
            "Drop or shorten what is kept, or take a larger cluster; free clusters have a fixed limit."),
        Permanent(
            "General_BadRequest",
            "The request was refused, for a reason that only the details say.",
            "Read the details; the same request will be refused again."),
        Permanent(
            "Schema_PermanentUpdateFailure",
            "The table's schema could not be changed as the ingestion wanted.",
            "Take data types out of the mapping, so that ingestion adds no columns; apply the schema on its own."),
        Permanent(
            "UpdatePolicy_QuerySchemaDoesNotMatchTableSchema",
            "The query of an update policy gives other columns than its table has.",
            "Make the query end in a project with the table's columns in their order; a column added to the "
            + "table belongs into it."),
        Permanent(
            "UpdatePolicy_Cyclic_Update_Not_Allowed",
            "Update policies lead from a table back to itself.",
            "Break the circle: list them with '.show table T policy update'."),
        Permanent(
            "UpdatePolicy_BadRequest",
            "The query of an update policy was refused.",
            "Run the query by itself on some rows of the source table."),
        Permanent(
            "UpdatePolicy_Transactional_Not_Allowed_In_Streaming_Ingestion",
            "A transactional update policy reads this table, and streaming does not go with it.",
            "Queue, or make the policy non-transactional."),
    ];

    private static IngestionError Permanent(string code, string meaning, string advice) =>
        new(code, IsPermanent: true, meaning, advice);
}
