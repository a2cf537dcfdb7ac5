// Sends the pieces of a CSV file with Microsoft's own client, once for each line on standard input.
//
// arguments: folder with node_modules, endpoint URI, CSV file, how often to send it in a round
// stdout:    a line when it is ready, then for each round the CPU time it took, in microseconds
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip, constants } from 'node:zlib';

const [packages, endpoint, file, repeats] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const { KustoConnectionStringBuilder } = await import(require.resolve('azure-kusto-data'));
const { CompressionType, DataFormat, IngestionMappingKind, IngestionProperties, StreamDescriptor, StreamingIngestClient } =
  await import(require.resolve('azure-kusto-ingest'));

const PIECE_BYTES = 4_000_000;
const IN_FLIGHT = 4;

const properties = new IngestionProperties({
  database: 'Samples',
  table: 'StormEvents',
  format: DataFormat.CSV,
  ingestionMappingReference: 'rows',
  ingestionMappingKind: IngestionMappingKind.CSV,
});
const client = new StreamingIngestClient(new KustoConnectionStringBuilder(endpoint), properties);

// Batches as ours are: whole records up to the size that streaming takes.
function* pieces(csv) {
  for (let start = 0; start < csv.length;) {
    const end = start + PIECE_BYTES >= csv.length ? csv.length : csv.lastIndexOf('\n', start + PIECE_BYTES) + 1;
    yield csv.subarray(start, end);
    start = end;
  }
}

// Compressed here, since the client itself would take zlib's default level, at four times the CPU time.
async function send(piece) {
  const gzip = Readable.from([piece]).pipe(createGzip({ level: constants.Z_BEST_SPEED }));
  await client.ingestFromStream(new StreamDescriptor(gzip, undefined, CompressionType.GZIP, piece.length), properties);
}

const batch = [...pieces(readFileSync(file))];

async function round() {
  const waiting = Array.from({ length: Number(repeats) }, () => batch).flat();
  await Promise.all(Array.from({ length: IN_FLIGHT }, async () => {
    for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
      await send(piece);
    }
  }));
}

console.log('ready');
for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  await round();
  const { user, system } = process.cpuUsage(before);
  console.log(user + system);
}

process.exit(0);
