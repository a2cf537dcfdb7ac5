// What Microsoft's own Kusto parser makes of command texts.
//
// stdin:  a JSON array of command texts
// stdout: a JSON array with, for each of them,
//   kind         the parser's name of the command, such as CreateMergeTable; null where it knows none
//   statements   how many statements it found
//   skipped      the tokens that it passed over behind a command: it reports no error for them
//   diagnostics  code, message and place of what it complains of
//   parts        the named parts of the command, decoded: TableName, MappingName, Folder and so on
//   columns      the elements of its list, decoded: ColumnName with ColumnType or DocString
//
// The parser is lenient: see to kind and skipped besides diagnostics, and to what stands in JSON yourself.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@kusto/language-service-next/bridge.min.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');

const { KustoCode, Syntax } = globalThis.Kusto.Language;
const { SyntaxKind } = Syntax;

function* children(node) {
  for (let index = 0; index < node.ChildCount; index++) {
    const child = node.GetChild(index);
    if (child) {
      yield child;
    }
  }
}

function* descendants(node) {
  yield node;
  for (const child of children(node)) {
    yield* descendants(child);
  }
}

// A name, a literal or a keyword as the parser reads it: without brackets, quotes and escapes.
function decode(node) {
  const tokens = [...descendants(node)].filter(each => each.ChildCount === 0);
  const literal = tokens.find(token => token.Kind === SyntaxKind.StringLiteralToken);
  return literal ? literal.ValueText : tokens.map(token => token.ValueText ?? token.ToString(0).trim()).join('');
}

function namedParts(node) {
  const parts = {};
  for (const child of children(node)) {
    if (child.NameInParent && child.Kind !== SyntaxKind.List) {
      parts[child.NameInParent] = decode(child);
    } else if (child.Kind === SyntaxKind.CustomNode) {
      Object.assign(parts, namedParts(child));
    }
  }

  return parts;
}

function listElements(node) {
  return [...descendants(node)]
    .filter(each => each.Kind === SyntaxKind.List)
    .flatMap(list => [...children(list)])
    .flatMap(separated => [...children(separated)].filter(each => each.Kind === SyntaxKind.CustomNode));
}

function describe(text) {
  const code = KustoCode.Parse(text);
  const nodes = [...descendants(code.Syntax)];
  const command = nodes.find(node => node.Kind === SyntaxKind.CustomCommand);
  const body = command && [...children(command)].find(node => node.Kind === SyntaxKind.CustomNode);
  const statements = nodes.find(node => node.NameInParent === 'Statements');
  const found = code.GetDiagnostics();
  const diagnostics = [];
  for (let index = 0; index < found.Count; index++) {
    const { Code, Message, Start } = found.getItem(index);
    diagnostics.push({ code: Code, message: Message, start: Start });
  }

  return {
    kind: command ? command.CommandKind : null,
    statements: statements ? statements.ChildCount : 0,
    skipped: nodes
      .filter(node => node.NameInParent === 'SkippedTokens')
      .flatMap(node => [...descendants(node)].filter(each => each.ChildCount === 0))
      .map(token => token.ToString(0).trim()),
    diagnostics,
    parts: body ? namedParts(body) : {},
    columns: body ? listElements(body).map(namedParts) : [],
  };
}

let input = '';
for await (const piece of process.stdin.setEncoding('utf8')) {
  input += piece;
}

process.stdout.write(JSON.stringify(JSON.parse(input).map(describe)));
