using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kusto.Typed.Generator.Tests.Testing;

/// <summary>A kusto.lock beside the project.</summary>
internal sealed class LockFile(string text) : AdditionalText
{
    public override string Path => "/project/kusto.lock";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
