import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { GeneratedFiles } from "../../codegen/generated-files.ts";

/** The generated code of both versions in one program that is only in memory, so that one checker knows both. */
export interface TypeProgram {
  readonly checker: ts.TypeChecker;
  readonly old: TypeModule;
  readonly now: TypeModule;
}

/** What one version exports. */
export interface TypeModule {
  readonly files: ReadonlyMap<string, ts.SourceFile>;
  /** The first place that is not TypeScript; undefined if all of it is. */
  readonly fault: string | undefined;
}

const FOLDERS = { old: "/old", now: "/new" } as const;
const LIB = dirname(fileURLToPath(import.meta.resolve("typescript")));

/** Replaces the run-time package: the question is what the generated types say, not what core does. */
const CORE = `export interface Operation<P extends string, Input, Answer, Errors> { readonly provider: P; readonly types: [Input, Answer, Errors]; }
export interface ClientOptions { readonly fetch?: unknown; }
export type Credential = string | (() => string);
export interface Provider<P extends string> { readonly name: P; readonly [key: string]: unknown; }
export declare function defineOperation(definition: object): never;
export interface ServerSentEvent<T> { readonly event: string; readonly data: T; }
declare global { interface Blob { readonly size: number; readonly type: string; text(): Promise<string>; } }
`;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  lib: ["lib.es2022.d.ts"],
  types: [],
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
};

type Sources = Map<string, ts.SourceFile>;

/** The library is the same for every program, and core as well. */
const shared: Sources = new Map();

/** Many versions are compared with one, whose code is parsed once. */
const versions = { old: new WeakMap<GeneratedFiles, Sources>(), now: new WeakMap<GeneratedFiles, Sources>() };

/** Parses the generated code of two versions; nothing is checked before it is asked for. */
export function typeProgram(old: GeneratedFiles, now: GeneratedFiles): TypeProgram {
  const sources = new Map([...sourcesOf("old", old), ...sourcesOf("now", now)]);
  const program = ts.createProgram(["/core.ts", ...sources.keys()], OPTIONS, hostOf(sources));
  return {
    checker: program.getTypeChecker(),
    old: moduleOf(program, FOLDERS.old, [...old.keys()]),
    now: moduleOf(program, FOLDERS.now, [...now.keys()]),
  };
}

function sourcesOf(side: keyof typeof FOLDERS, files: GeneratedFiles): Sources {
  const known = versions[side].get(files);
  if (known !== undefined) return known;
  const names = [...files].map(([name, text]) => [`${FOLDERS[side]}/${name}`, asLiterals(text)] as const);
  const sources = new Map(names.map(([name, text]) => [name, parse(name, text)]));
  versions[side].set(files, sources);
  return sources;
}

const parse = (name: string, text: string): ts.SourceFile => ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);

/**
 * The interfaces of schemas as type literals. An interface fits no index signature, and a literal of the same shape
 * does; callers pass values, and not our declarations of before.
 */
const asLiterals = (text: string): string =>
  text.replaceAll(/^export interface (?!components\b|operations\b|paths\b|webhooks\b)(\w+) \{/gm, "export type $1 = {");

function hostOf(own: Sources): ts.CompilerHost {
  const sourceOf = (name: string): ts.SourceFile | undefined => {
    const found = own.get(name) ?? shared.get(name);
    if (found !== undefined) return found;
    if (name !== "/core.ts" && dirname(name) !== LIB) return undefined;
    const source = parse(name, name === "/core.ts" ? CORE : readFileSync(name, "utf8"));
    shared.set(name, source);
    return source;
  };
  return {
    getSourceFile: sourceOf,
    fileExists: (name) => own.has(name),
    readFile: (name) => own.get(name)?.text,
    getDefaultLibFileName: () => join(LIB, "lib.es2022.d.ts"),
    getDefaultLibLocation: () => LIB,
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map(({ text }) => {
        const resolvedFileName = text.startsWith(".") ? join(dirname(containing), text) : "/core.ts";
        return { resolvedModule: { resolvedFileName, extension: ts.Extension.Ts } };
      }),
  };
}

function moduleOf(program: ts.Program, folder: string, names: readonly string[]): TypeModule {
  const files = new Map<string, ts.SourceFile>();
  let fault: string | undefined;
  for (const name of names) {
    const source = program.getSourceFile(`${folder}/${name}`);
    if (source === undefined) continue;
    files.set(name, source);
    const [first] = program.getSyntacticDiagnostics(source);
    if (first === undefined || fault !== undefined) continue;
    const line = source.getLineAndCharacterOfPosition(first.start).line + 1;
    fault = `${name}:${line}: ${ts.flattenDiagnosticMessageText(first.messageText, " ")}`;
  }
  return { files, fault };
}

/** An exported type alias, interface or constant of a module, or the entry of an exported interface. */
export function exportedNode({ files }: TypeModule, name: string): ExportedNode | undefined {
  for (const source of files.values()) {
    for (const statement of source.statements) {
      if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
        if (statement.name.text === name) return statement;
      } else if (ts.isVariableStatement(statement)) {
        const found = statement.declarationList.declarations.find((entry) => entry.name.getText(source) === name);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

export type ExportedNode = ts.TypeAliasDeclaration | ts.InterfaceDeclaration | ts.VariableDeclaration;

/** The members of an interface, or of a type literal in one of its members, by name. */
export function membersOf(node: ts.Node | undefined): ReadonlyMap<string, ts.PropertySignature> {
  const found = new Map<string, ts.PropertySignature>();
  if (node === undefined || !(ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node))) return found;
  for (const member of node.members) if (ts.isPropertySignature(member)) found.set(memberName(member.name), member);
  return found;
}

const memberName = (name: ts.PropertyName): string =>
  ts.isStringLiteral(name) || ts.isIdentifier(name) || ts.isNumericLiteral(name) ? name.text : name.getText();

/** The code of a node, without the indentation of its first line. */
export function codeOf(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const source = node.getSourceFile();
  const { character } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return node.getText(source).replaceAll(`\n${" ".repeat(character)}`, "\n");
}
