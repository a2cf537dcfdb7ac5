using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Azure.Core;
using Kusto.Typed.Csv;
using Kusto.Typed.Schema;
using Kusto.Typed.Testing;

namespace Kusto.Typed.Tests.Architecture;

/// <summary>Who may know whom: by the code that was compiled, folder by folder of the source.</summary>
public sealed partial class LayersTests
{
    private const string Root = "";

    private static readonly string[] s_services = ["Connection", "Ingestion", "Management", "Query"];

    private static readonly Assembly s_library = typeof(KustoTableAttribute).Assembly;
    private static readonly Dictionary<string, string> s_folders = FoldersOfTypes();

    public static TheoryData<string, string[]> MustNotKnow =>
        new()
        {
            { "Schema", [Root, "Commands", "Csv", .. s_services] },
            { "Commands", [Root, "Csv", .. s_services] },
            { "Csv", ["Commands", .. s_services] },
            { Root, ["Commands", .. s_services] },
            { "Connection", ["Schema", "Commands", "Csv", "Ingestion", "Management", "Query"] },
            { "Ingestion", ["Management", "Query"] },
            { "Management", ["Ingestion", "Query"] },
            { "Query", ["Ingestion", "Management"] },
        };

    [Theory]
    [MemberData(nameof(MustNotKnow))]
    public void FolderKnowsOnlyWhatItMay(string folder, string[] others) =>
        References()
            .Where(reference => Folder(reference.From) == folder)
            .Where(reference => reference.To.Assembly == s_library && others.Contains(Folder(reference.To)))
            .Select(reference => $"{reference.From.Name} knows {Folder(reference.To)}/{reference.To.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void OnlyConnectionKnowsAzure() =>
        References()
            .Where(reference => Folder(reference.From) != "Connection")
            .Where(reference => reference.To.Namespace?.StartsWith("Azure", StringComparison.Ordinal) == true)
            .Where(reference => reference.To != typeof(TokenCredential))
            .Select(reference => $"{Folder(reference.From)}/{reference.From.Name} knows {reference.To.FullName}")
            .ShouldBeEmpty();

    [Fact]
    public void EveryTypeIsFoundInASourceFile() =>
        Types().Where(type => !s_folders.ContainsKey(SourceName(type))).ShouldBeEmpty();

    [Fact]
    public void ReferencesInsideOfCodeAreSeen()
    {
        IReadOnlySet<Type> references = TypeReferences.Of(typeof(TableSchemaBuilder));
        references.ShouldContain(typeof(CsvMapping));
        references.ShouldContain(typeof(EntityName));
        TypeReferences.Of(typeof(KustoCsvWriter)).ShouldContain(typeof(KustoRowException));
    }

    private static IEnumerable<Type> Types() =>
        s_library.GetTypes().Where(type =>
            type.DeclaringType is null
            && type.Namespace?.StartsWith("Kusto.Typed", StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute)));

    // What the compiler makes for itself, such as the list behind a collection expression, belongs to no folder.
    private static IEnumerable<(Type From, Type To)> References() =>
        Types().SelectMany(type => TypeReferences.Of(type)
            .Where(other => !other.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(other => (type, other)));

    private static string Folder(Type type) => s_folders.GetValueOrDefault(SourceName(type), Root);

    private static string SourceName(Type type) => type.Name.Split('`')[0];

    // Some types of a quick start are in the root namespace and lie in another folder.
    private static Dictionary<string, string> FoldersOfTypes()
    {
        string library = Repository.PathOf("src", "Kusto.Typed");
        Dictionary<string, string> folders = [];
        foreach (string file in Directory.EnumerateFiles(library, "*.cs", SearchOption.AllDirectories))
        {
            string[] parts = Path.GetRelativePath(library, file).Split(Path.DirectorySeparatorChar);
            if (parts[0] is "bin" or "obj")
            {
                continue;
            }

            foreach (Match declaration in Declaration().Matches(File.ReadAllText(file)))
            {
                folders[declaration.Groups["name"].Value] = parts.Length > 1 ? parts[0] : Root;
            }
        }

        return folders;
    }

    [GeneratedRegex(@"^(public|internal) [a-z ]*(class|struct|record|interface|enum|delegate [\w<>?]+) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
