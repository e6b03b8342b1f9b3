import type { ApiTarget } from "../api-description.ts";

/** A path key taken apart, and what is wrong with it. */
export interface ReadTarget {
  readonly target: ApiTarget;
  readonly problem: string | undefined;
}

/**
 * What a request to a path key asks for. Some documents tell operations of one address apart by a fragment or a fixed
 * query: a fragment is never sent, and a query goes with every request.
 */
export function targetOf(key: string): ReadTarget {
  const [beforeFragment = ""] = key.split("#");
  const [path = "", search = ""] = beforeFragment.split("?");
  const query = [...new URLSearchParams(search)].map(([name, value]) => [name, value] as const);
  return { target: { path: escaped(path), query }, problem: problemOf(path, search) };
}

/** A path as a URL has it: what is escaped already stays, and so do the names of parameters. */
const escaped = (path: string): string =>
  path
    .split(/(\{[^{}]+\})/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[^\x21-\x7e]+|["<>\\^`|]/gu, encodeURIComponent)))
    .join("");

function problemOf(path: string, search: string): string | undefined {
  if (!path.startsWith("/")) return "does not begin with a slash; write it so";
  if (search.includes("{")) return "has a parameter in its query; describe it as a query parameter";
  const rest = path.replaceAll(/\{[^{}]+\}/g, "");
  return /[{}]/.test(rest) ? "has a brace without its partner, or nothing between two; write {name}" : undefined;
}
