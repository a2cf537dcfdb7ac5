// Runs a query or a command with Microsoft's own client and prints what it received.
//
// arguments: endpoint URI, database, query or management command
// stdout:    {"columns":[{"name","type"}],"rows":[[value, ...]]} of the primary result
//
// Values are printed as the service sent them, before the client turns a datetime into a Date (milliseconds) and a
// timespan into a number of milliseconds. JavaScript has no integer beyond 2^53: integers of 16 digits and more are
// printed as strings, also inside of dynamic values.
import { Client, KustoConnectionStringBuilder } from 'azure-kusto-data';

const [endpoint, database, text] = process.argv.slice(2);
if (!endpoint || !database || !text) {
  throw new Error('Say: node read-rows.mjs <endpoint URI> <database> <query or command>');
}

// Strings are matched first, so that digits inside of them stay as they are.
const stringsAndLongIntegers = /"(?:[^"\\]|\\.)*"|(?<![\d.])-?\d{16,}(?![\d.eE])/g;
const quoteLongIntegers = json => json.replace(stringsAndLongIntegers, part => (part[0] === '"' ? part : `"${part}"`));

const client = new Client(new KustoConnectionStringBuilder(endpoint));
client.axiosInstance.defaults.transformResponse = [
  body => {
    try {
      return JSON.parse(quoteLongIntegers(body));
    } catch {
      return body;
    }
  },
];

try {
  const table = (await client.execute(database, text)).primaryResults[0];
  const columns = table.columns.map(({ name, type }) => ({ name, type }));
  const rows = [...table.rows()].map(row => row.raw);
  process.stdout.write(JSON.stringify({ columns, rows }));
} catch (error) {
  // The body of an error answer says more than the client's message.
  process.stderr.write(`${error.message}\n${JSON.stringify(error.response?.data ?? null)}\n`);
  process.exitCode = 1;
} finally {
  client.close();
}
