import ts from "typescript";
import { exportedNode, membersOf, type TypeModule } from "./program.ts";

/** What one version exports for callers to compile against. */
export interface TypeExports {
  /** The types of the named schemas. */
  readonly schemas: ReadonlyMap<string, ExportedType>;
  /** The operations by the names of their functions. */
  readonly operations: ReadonlyMap<string, ExportedOperation>;
  /** The types that a client is made with. */
  readonly client: ReadonlyMap<string, ExportedType>;
  /** The names of a type, where it is that of a named schema, or one that the client is made with. */
  readonly namesOf: ReadonlyMap<ts.Type, ReadonlySet<string>>;
}

export interface ExportedType {
  readonly type: ts.Type;
  readonly node: ts.Node;
}

export interface ExportedOperation {
  readonly input: ts.Type;
  readonly answer: ts.Type;
  readonly errors: ts.Type;
  /** Its entry among the types of all operations, or its own declaration. */
  readonly node: ts.Node;
}

/** Reads what a module of generated code exports. */
export function exportsOf(checker: ts.TypeChecker, module: TypeModule): TypeExports {
  const components = exportedNode(module, "components");
  const schemas = new Map<string, ExportedType>();
  for (const [name, node] of membersOf(membersOf(components).get("schemas")?.type)) {
    if (node.type !== undefined) schemas.set(name, { type: checker.getTypeFromTypeNode(node.type), node });
  }
  const client = clientTypes(checker, module);
  return {
    schemas,
    operations: operationsIn(checker, module),
    client,
    namesOf: namesIn([...schemas, ...[...client].map(([name, type]) => [`client ${name}`, type] as const)]),
  };
}

/** Whether an entry of the schemas is another one by a further name. */
export function isAlias({ node, type }: ExportedType): boolean {
  if (!ts.isPropertySignature(node) || node.type === undefined) return false;
  if (ts.isIndexedAccessTypeNode(node.type)) return true;
  const declared = type.aliasSymbol?.name;
  return ts.isTypeReferenceNode(node.type) && declared !== undefined && declared !== node.type.typeName.getText();
}

function namesIn(exported: readonly (readonly [string, ExportedType])[]): ReadonlyMap<ts.Type, ReadonlySet<string>> {
  const names = new Map<ts.Type, Set<string>>();
  // The name that a type is declared under comes first.
  const [own, others] = [true, false].map((wanted) => exported.filter(([, one]) => isAlias(one) !== wanted));
  for (const [name, { type }] of [...(own ?? []), ...(others ?? [])]) {
    // Two schemas that are both just a text are one type to the compiler.
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.UnionOrIntersection)) {
      names.set(type, (names.get(type) ?? new Set<string>()).add(name));
    }
  }
  return names;
}

function operationsIn(checker: ts.TypeChecker, module: TypeModule): ReadonlyMap<string, ExportedOperation> {
  const entries = membersOf(exportedNode(module, "operations"));
  const found = new Map<string, ExportedOperation>();
  for (const declaration of exportedConstants(module)) {
    const { type } = declaration;
    if (type === undefined || !ts.isTypeReferenceNode(type) || !/\bOperation$/.test(type.typeName.getText())) continue;
    const [, input, answer, errors] = (type.typeArguments ?? []).map((node) => checker.getTypeFromTypeNode(node));
    if (input === undefined || answer === undefined || errors === undefined) continue;
    const name = declaration.name.getText();
    found.set(name, { input, answer, errors, node: entries.get(name) ?? type });
  }
  return found;
}

function exportedConstants({ files }: TypeModule): readonly ts.VariableDeclaration[] {
  return [...files.values()].flatMap((source) =>
    source.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations]),
  );
}

/** The types of `provider.gen.ts`, whatever the provider is called. */
function clientTypes(checker: ts.TypeChecker, { files }: TypeModule): ReadonlyMap<string, ExportedType> {
  const found = new Map<string, ExportedType>();
  for (const node of files.get("provider.gen.ts")?.statements ?? []) {
    if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      found.set(node.name.text, { type: checker.getTypeAtLocation(node), node });
    }
  }
  return found;
}
