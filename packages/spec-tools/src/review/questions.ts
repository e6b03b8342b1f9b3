import { pascalCase } from "../codegen/names.ts";
import type { SpecOperation } from "../description/operations.ts";
import type { Direction } from "./reach.ts";

/** Something that callers compile against, under the same name before and after. */
export interface Exported {
  readonly kind: "schema" | "operation" | "client";
  /** The name of the schema, the operation or the type. */
  readonly name: string;
  /** What of it: for an operation its input, its answer or its errors. */
  readonly part: "type" | "input" | "answer" | "errors";
  /** The type as TypeScript, with `Side` standing for the old or the new module. */
  readonly type: string;
  /** The ways on which callers meet it. A caller writes what goes with a request and reads what comes with a response. */
  readonly directions: ReadonlySet<Direction>;
}

/** What a failed question means for a caller. */
export interface Question {
  readonly subject: Exported;
  readonly severity: "breaking" | "feature";
  readonly rule: string;
  /** The source must be assignable to the target. */
  readonly source: string;
  readonly target: string;
}

/** The types of an operation as its package exports them. */
export function exportedBy({ id }: SpecOperation): readonly Exported[] {
  const operation = { kind: "operation", name: id } as const;
  return [
    { ...operation, part: "input", type: `Side.${pascalCase(id)}Input`, directions: new Set(["request"]) },
    { ...operation, part: "answer", type: `Answer<typeof Side.${id}>`, directions: new Set(["response"]) },
    { ...operation, part: "errors", type: `Errors<typeof Side.${id}>`, directions: new Set(["response"]) },
  ];
}

/**
 * What to ask the compiler about one type. What a caller writes must still fit, so the old type is assigned to the new
 * one; what a caller reads must still be what it was, so the new type is assigned to the old one. A key that was optional
 * and a value of an enum that answers carry can go without either of the two noticing, so what code can name is asked
 * for as well. The other way round tells what is new.
 */
export function questionsAbout(subject: Exported): readonly Question[] {
  const [old, now] = ["Old", "New"].map((side) => subject.type.replaceAll("Side", side)) as [string, string];
  const ask = (severity: Question["severity"], rule: string, source: string, target: string): Question => ({
    subject,
    severity,
    rule,
    source,
    target,
  });
  const { directions } = subject;
  return [
    ...(directions.has("request") ? [ask("breaking", "written-type-narrowed", old, now)] : []),
    ...(directions.has("response") ? [ask("breaking", "read-type-widened", now, old)] : []),
    ask("breaking", "name-removed", `Names<${old}>`, `Names<${now}>`),
    ask("feature", "type-changed", old, now),
    ask("feature", "type-changed", now, old),
    ask("feature", "name-added", `Names<${now}>`, `Names<${old}>`),
  ];
}

/** The text of a program that asks every question, the first of them in line {@link FIRST_LINE}, one a line. */
export function programAsking(questions: readonly Question[]): string {
  const lines = questions.map(({ source, target }, index) => `export type Q${index} = Fits<${source}, ${target}>;`);
  return `${HEAD}${lines.join("\n")}\n`;
}

// `Names` turns a type into one that is assignable to another only if that one has all of its keys, at any depth, and all
// of its literals. The keys stand where a function takes them, which reverses the comparison: what is missing is an error,
// what is new is none. Values that have no name fit anything.
const HEAD = `import type { Operation } from "@git-tokens/core";
import type * as Old from "./old/all.ts";
import type * as New from "./new/all.ts";
type Fits<Source extends Target, Target> = Source;
type Answer<T> = T extends Operation<string, infer _I, infer A, infer _E> ? A : never;
type Errors<T> = T extends Operation<string, infer _I, infer _A, infer E> ? E : never;
type Literal<T> = string extends T ? any : number extends T ? any : T extends boolean ? any : T;
type Names<T> = unknown extends T ? any : T extends null | undefined ? never : T extends string | number | boolean ? Literal<T> : T extends readonly (infer Item)[] ? { readonly items: Names<Item> } : { readonly keys: (keys: { [K in keyof T]-?: 1 }) => void; readonly values: { readonly [K in keyof T]?: Names<T[K]> } };
`;

/** Counted from 1. */
export const FIRST_LINE = HEAD.split("\n").length;

/** Stands in for the run-time package: the question is what the generated types say, not what core does. */
export const CORE = `export interface Operation<P extends string, Input, Answer, Errors> { readonly provider: P; readonly types: [Input, Answer, Errors]; }
export interface ClientOptions { readonly fetch?: unknown; }
export type Credential = string | (() => string);
export interface Provider<P extends string> { readonly name: P; readonly [key: string]: unknown; }
export declare function defineOperation(definition: object): never;
`;

/** What one side of the program exports. */
export const ALL = `export type { components } from "./schema.gen.ts";
export * from "./operations.gen.ts";
export * from "./provider.gen.ts";
`;
