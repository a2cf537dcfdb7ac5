// Ingests a CSV file with Microsoft's own client, by every mode and source it has, each into a table of its own.
//
// arguments: endpoint URI, database, table's columns as a command writes them, CSV file, mapping as JSON
// stdout:    a JSON array of the tables that were ingested into
//
// Only what the client itself offers is used: the tables and mappings are created by it too.
import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Client, KustoConnectionStringBuilder } from 'azure-kusto-data';
import {
  BlobDescriptor,
  CompressionType,
  DataFormat,
  FileDescriptor,
  IngestClient,
  IngestionMappingKind,
  IngestionProperties,
  ManagedStreamingIngestClient,
  ReportLevel,
  ReportMethod,
  StreamDescriptor,
  StreamingIngestClient,
} from 'azure-kusto-ingest';

const [endpoint, database, columns, file, mapping] = process.argv.slice(2);
if (!mapping) {
  throw new Error('Say: node ingest.mjs <endpoint URI> <database> <columns> <CSV file> <mapping>');
}

// The storage client that the ingest client itself brings along.
const ingestPackage = createRequire(import.meta.url).resolve('azure-kusto-ingest');
const { ContainerClient } = createRequire(ingestPackage)('@azure/storage-blob');
const connect = () => new KustoConnectionStringBuilder(endpoint);
const client = new Client(connect());

async function createTable(table) {
  await client.execute(database, `.create table ${table} (${columns})`);
  await client.execute(database, `.alter table ${table} policy streamingingestion enable`);
  await client.execute(database, `.create table ${table} ingestion csv mapping "rows" '${mapping}'`);
}

function properties(table) {
  return new IngestionProperties({
    database,
    table,
    format: DataFormat.CSV,
    ingestionMappingReference: 'rows',
    ingestionMappingKind: IngestionMappingKind.CSV,
    reportLevel: ReportLevel.FailuresAndSuccesses,
    reportMethod: ReportMethod.Queue,
  });
}

// A blob of one's own: in a container that the endpoint offers.
async function putBlob(table) {
  const resources = (await client.execute(database, '.get ingestion resources')).primaryResults[0];
  const root = [...resources.rows()].map(row => row.toJSON()).find(row => row.ResourceTypeName === 'TempStorage').StorageRoot;
  const blob = new ContainerClient(root).getBlockBlobClient(`${table}.csv`);
  await blob.uploadFile(file);
  return new BlobDescriptor(blob.url, statSync(file).size);
}

const clients = {
  streaming: table => new StreamingIngestClient(connect(), properties(table)),
  queued: table => new IngestClient(connect(), properties(table)),
  managed: table => new ManagedStreamingIngestClient(connect(), connect(), properties(table)),
};
const sources = {
  stream: (ingest, table) => ingest.ingestFromStream(
    new StreamDescriptor(createReadStream(file), undefined, CompressionType.None, statSync(file).size), properties(table)),
  file: (ingest, table) => ingest.ingestFromFile(new FileDescriptor(file), properties(table)),
  blob: async (ingest, table) => ingest.ingestFromBlob(await putBlob(table), properties(table)),
};

const tables = [];
for (const [mode, open] of Object.entries(clients)) {
  for (const [source, send] of Object.entries(sources)) {
    const table = `${mode}_${source}`;
    await createTable(table);
    const ingest = open(table);
    await send(ingest, table);
    ingest.close?.();
    tables.push(table);
  }
}

process.stdout.write(JSON.stringify(tables));
