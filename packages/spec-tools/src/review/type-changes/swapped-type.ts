import type ts from "typescript";
import { heaviest } from "../finding.ts";
import type { TypeChange } from "./type-change.ts";

/** The names by which each version exports a type. */
export interface TypeNames {
  readonly old: (type: ts.Type) => ReadonlySet<string> | undefined;
  readonly now: (type: ts.Type) => ReadonlySet<string> | undefined;
}

/** Whether both versions export the two types by one name. */
export const sameName = (names: TypeNames, old: ts.Type, now: ts.Type): boolean =>
  [...(names.old(old) ?? [])].some((name) => names.now(now)?.has(name));

/** The two names, where a named type came in place of another. */
export function swappedNames(names: TypeNames, old: ts.Type, now: ts.Type): readonly [string, string] | undefined {
  const [from] = names.old(old) ?? [];
  const [to] = names.now(now) ?? [];
  const known = from !== undefined && to !== undefined && !from.startsWith("client ") && !to.startsWith("client ");
  return known ? [from, to] : undefined;
}

const SHOWN = 4;

/** All that is different in the new type as one change. */
export function swapOf(
  [from, to]: readonly [string, string],
  inner: readonly TypeChange[],
  path: readonly string[],
): TypeChange {
  const severity = heaviest(inner.map((change) => change.severity)) === "breaking" ? "breaking" : "feature";
  const counting = inner.filter((change) => change.severity === severity);
  const said = [...new Set(counting.map(({ what }) => what))];
  const more = said.length > SHOWN ? ` and ${said.length - SHOWN} more` : "";
  return {
    severity,
    rule: "type-replaced",
    path,
    old: from,
    new: to,
    what: `\`${from}\` became \`${to}\` (${said.slice(0, SHOWN).join(", ")}${more})`,
    code: undefined,
  };
}
