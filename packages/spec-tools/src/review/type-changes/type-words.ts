import type { TypeChange } from "./type-change.ts";

/** What callers compile against: a schema, a part of an operation, or a type of the client. */
export interface Subject {
  readonly kind: "schema" | "operation" | "client";
  readonly name: string;
  readonly part: "type" | "input" | "answer" | "errors";
}

/** Where a change is, for people. */
export function placeInTypes({ kind, name, part }: Subject, path: readonly string[]): string {
  return [`${kind} ${name}`, ...(part === "type" ? [] : [part]), ...path].join(" › ");
}

/** What a change calls the type that was asked about. */
export const WHOLE_TYPE = "`the type`";

/** One sentence that says what happened, and which code no longer compiles. */
export function sentenceAbout(subject: Subject, change: TypeChange): string {
  const { kind, name, part } = subject;
  const told = change.what.replaceAll(WHOLE_TYPE, kind === "operation" ? `the ${part}` : `\`${name}\``);
  const what = told.charAt(0).toUpperCase() + told.slice(1);
  const code = codeThatBreaks(subject, change);
  if (change.severity !== "breaking") return `${what}; code of before still compiles.`;
  return code === undefined
    ? `${what}, so code of before no longer compiles.`
    : `${what}: \`${code}\` no longer compiles.`;
}

function codeThatBreaks(subject: Subject, { code, path, rule, old }: TypeChange): string | undefined {
  if (code === undefined) return undefined;
  const value = `${valueName(subject)}${path.map(accessTo).join("")}`;
  if (rule === "name-changed")
    return `${valueName(subject)}${[...path.slice(0, -1), code.slice(1)].map(accessTo).join("")}`;
  if (code.startsWith("."))
    return rule === "name-removed" ? value : `const it: ${old?.replace(/^[^:]*: /, "")} = ${value}`;
  if (code.startsWith("[")) return `${value}${code}`;
  if (code.startsWith("===")) return `${value} ${code.replaceAll("`", "")}`;
  if (code.startsWith("=")) {
    const key = path.at(-1);
    return code === "= {}" ? `{ … } without ${key}` : `${key ?? "value"}: ${code.slice(2).replaceAll("`", "")}`;
  }
  const type = code.slice(2);
  return type.length > 60 ? undefined : `const it: ${type} = ${value}`;
}

function valueName({ kind, name, part }: Subject): string {
  if (kind === "operation") return part === "input" ? "input" : part === "errors" ? "error.body" : "answer";
  const letters = name.replaceAll(/\W/g, "");
  return letters.charAt(0).toLowerCase() + letters.slice(1);
}

function accessTo(key: string): string {
  if (key === "[]") return "[0]";
  if (key === "[key]") return '["key"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
