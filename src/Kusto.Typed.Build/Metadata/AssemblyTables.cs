using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Kusto.Typed.Build.Metadata;

/// <summary>Reads the tables of an assembly from its metadata: no code of it is loaded, let alone run.</summary>
internal static class AssemblyTables
{
    private const string Namespace = "Kusto.Typed";
    private const string Attribute = "KustoTableMetadataAttribute";

    /// <summary>The tables of an assembly in the order of its metadata; none where it has none.</summary>
    /// <exception cref="AssemblyNotReadableException">The file is missing, locked, or not what it should be.</exception>
    public static IReadOnlyList<AssemblyTable> Read(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using PEReader image = new(file);
            return image.HasMetadata && image.GetMetadataReader() is { IsAssembly: true } metadata
                ? Read(path, metadata)
                : throw NotAnAssembly(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AssemblyNotReadableException(
                path, $"The assembly '{path}' does not exist: build its project first.", missing);
        }
        catch (BadImageFormatException broken)
        {
            throw NotAnAssembly(path, broken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new AssemblyNotReadableException(
                path, $"The assembly '{path}' cannot be read: {refused.Message}", refused);
        }
    }

    private static List<AssemblyTable> Read(string path, MetadataReader metadata)
    {
        List<AssemblyTable> tables = [];
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (IsOfTable(metadata, attribute.Constructor))
            {
                tables.Add(AttributeText.ReadTable(metadata.GetBlobReader(attribute.Value))
                    ?? throw new AssemblyNotReadableException(
                        path,
                        $"The assembly '{path}' describes a table in a way that this version of Kusto.Typed does not "
                        + "know: build its project and this one with the same version of the package."));
            }
        }

        return tables;
    }

    // By its name: which assembly brings the attribute depends on what the project references.
    private static bool IsOfTable(MetadataReader metadata, EntityHandle constructor)
    {
        if (constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        EntityHandle parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, Attribute)
            && metadata.StringComparer.Equals(type.Namespace, Namespace);
    }

    private static AssemblyNotReadableException NotAnAssembly(string path, Exception? cause = null) =>
        new(path, $"The file '{path}' is not a .NET assembly, so that its tables cannot be read: build it again.", cause);
}
