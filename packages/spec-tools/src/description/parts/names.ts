/** Words that JavaScript reserves, and names that a client or generated code has for itself. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public return " +
    "static super switch this throw true try typeof undefined var void while with yield then constructor prototype toString " +
    "toJSON valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString globalThis defineOperation createClient components operations provider"
  ).split(" "),
);

/**
 * Any name as an identifier in camel case: `git-token.edit`, `Git_Token/edit` and `gitTokenEdit` are `gitTokenEdit`. Empty
 * where it has neither letter nor digit.
 */
export function camelCase(name: string): string {
  const shouts = /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);
  const [first = "", ...others] = wordsOf(shouts ? name.toLowerCase() : name);
  const word = lowerStart(first) + others.map(upperFirst).join("");
  return /^\p{N}/u.test(word) ? `_${word}` : word;
}

/** Any name as the name of a type: `git-token` is `GitToken`. Empty where it has neither letter nor digit. */
export function pascalCase(name: string): string {
  const word = wordsOf(name).map(upperFirst).join("");
  return /^\p{N}/u.test(word) ? `_${word}` : word;
}

const wordsOf = (name: string): readonly string[] => name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `GetUser` is `getUser`, `GETUser` is `getUser`, `URL` is `url`, `iPhone` stays. */
const lowerStart = (word: string): string =>
  word.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+$|^\p{Lu}/u, (start) => start.toLowerCase());

/** A name for an operation that has none: `get /users/{id}/posts` is `getUsersByIdPosts`. */
export const nameFromPath = (method: string, path: string): string =>
  camelCase(`${method} ${path.replaceAll(/\{([^{}]*)\}/g, " by $1 ")}`);

/** What wants a name. */
export interface Unnamed {
  readonly originalId: string | undefined;
  readonly method: string;
  readonly path: string;
}

/** A name, and whether another operation would have had the same. */
export interface Name {
  readonly id: string;
  /** The index of the operation that keeps the name; undefined if nobody else wants it. */
  readonly keptBy: number | undefined;
}

/**
 * A name for each operation: its operationId in camel case, else method and path. Where several come to the same, the one
 * that is written so keeps it, else the first; the others get method and path after it. A reserved word gets `Operation`
 * after it. The same document gives the same names, whatever else is in it.
 */
export function operationNames(operations: readonly Unnamed[]): readonly Name[] {
  const wanted = operations.map(({ originalId, method, path }) => {
    const name = camelCase(originalId ?? "") || nameFromPath(method, path);
    return RESERVED.has(name) ? `${name}Operation` : name;
  });
  const keepers = new Map<string, number>();
  for (const [index, name] of wanted.entries()) {
    const before = keepers.get(name);
    const exact = operations[index]?.originalId === name;
    const replaces = before !== undefined && exact && operations[before]?.originalId !== name;
    if (before === undefined || replaces) keepers.set(name, index);
  }
  const taken = new Set(keepers.keys());
  return wanted.map((name, index) => {
    const keptBy = keepers.get(name);
    const operation = operations[index];
    if (keptBy === index || operation === undefined) return { id: name, keptBy: undefined };
    const longer = name + upperFirst(nameFromPath(operation.method, operation.path));
    return { id: free(longer, taken), keptBy };
  });
}

/** Names that generated code has for types of its own, or that TypeScript has. */
const TAKEN_TYPES = [
  "Array",
  "AsyncIterable",
  "Blob",
  "Date",
  "Error",
  "Map",
  "NonNullable",
  "Object",
  "Omit",
  "Operation",
  "Partial",
  "Pick",
  "Promise",
  "ReadableStream",
  "Readonly",
  "Record",
  "Required",
  "Set",
  "String",
  "Number",
  "Boolean",
  "Function",
  "Symbol",
];

/** The names of the types of schemas: theirs in Pascal case, numbered where it is taken; `Schema` where nothing is left of it. */
export function typeNames(names: readonly string[], operationIds: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set([...TAKEN_TYPES, ...operationIds.map((id) => `${pascalCase(id)}Input`)]);
  const types = new Map<string, string>();
  // Those that are written so already come first, so that a new schema takes no name away.
  for (const name of names) {
    if (pascalCase(name) !== name || taken.has(name)) continue;
    taken.add(name);
    types.set(name, name);
  }
  return new Map(names.map((name) => [name, types.get(name) ?? free(pascalCase(name) || "Schema", taken)]));
}

function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let number = 2; taken.has(found); number++) found = `${name}${number}`;
  taken.add(found);
  return found;
}
