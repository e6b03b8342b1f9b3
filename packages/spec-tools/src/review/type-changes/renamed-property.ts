import ts from "typescript";
import { isNever, propertyValue } from "./property-changes.ts";
import type { TypeChange } from "./type-change.ts";
import { textOf } from "./type-parts.ts";

type Renamed = Omit<TypeChange, "path"> & { readonly from: string; readonly to: string };

/** The field that went where the only other one like it came. */
export function renamedProperty(checker: ts.TypeChecker, old: ts.Type, now: ts.Type): Renamed | undefined {
  const [gone, ...others] = onlyIn(checker, old, now);
  const [added, ...more] = onlyIn(checker, now, old);
  if (gone === undefined || added === undefined || others.length > 0 || more.length > 0) return undefined;
  const [from, to] = [propertyValue(checker, gone), propertyValue(checker, added)];
  const equal = checker.isTypeAssignableTo(from.type, to.type) && checker.isTypeAssignableTo(to.type, from.type);
  if (!equal || from.optional !== to.optional || to.type.flags & ts.TypeFlags.Unknown) return undefined;
  const text = (name: string): string => `${name}${from.optional ? "?" : ""}: ${textOf(checker, from.type)}`;
  return {
    from: gone.name,
    to: added.name,
    severity: "breaking",
    rule: "name-changed",
    old: text(gone.name),
    new: text(added.name),
    what: `\`${gone.name}\` is called \`${added.name}\` now`,
    code: `.${gone.name}`,
  };
}

function onlyIn(checker: ts.TypeChecker, one: ts.Type, other: ts.Type): readonly ts.Symbol[] {
  const own = one.getProperties().filter(({ name }) => other.getProperty(name) === undefined);
  return own.filter((symbol) => !isNever(propertyValue(checker, symbol).type));
}
