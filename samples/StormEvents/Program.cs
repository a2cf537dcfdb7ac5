// One annotated record (StormEvent.cs), one call: the table is made, rows go in, and come back out of a query.
//
//   dotnet run --project samples/StormEvents -c Release -- --rows 100000
//
// Without further words it runs against an endpoint of its own, in this process. With KUSTO_URI and KUSTO_DATABASE in
// the environment it uses that cluster, in a table of its own that it drops at the end, unless --keep says otherwise.
using System.CommandLine;
using System.Globalization;
using Kusto.Typed;
using Weather;

Option<int> rows = new("--rows")
{
    Description = "How many storms to ingest, from 1 to 100,000,000.",
    DefaultValueFactory = _ => 100_000,
};
rows.Validators.Add(result =>
{
    bool isNumber = int.TryParse(result.Tokens.LastOrDefault()?.Value, CultureInfo.InvariantCulture, out int number);
    if (!result.Implicit && (!isNumber || number is < 1 or > 100_000_000))
    {
        result.AddError("--rows is a number from 1 to 100,000,000.");
    }
});
Option<bool> keep = new("--keep") { Description = "Leave the table where it is (on a cluster of yours)." };
RootCommand command = new("Ingests made-up storms into a Kusto table and asks for some of them back.") { rows, keep };
command.SetAction(async (words, cancellationToken) =>
{
    try
    {
        return await StormDemo.RunAsync(words.GetValue(rows), words.GetValue(keep), cancellationToken);
    }
    catch (Exception exception) when (exception is KustoTypedException or ArgumentException or UriFormatException)
    {
        await Console.Error.WriteLineAsync(exception.Message);
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();
