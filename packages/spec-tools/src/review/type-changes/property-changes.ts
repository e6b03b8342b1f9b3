import ts from "typescript";
import type { Flow, TypeChange } from "./type-change.ts";
import { textOf, withoutUndefined } from "./type-parts.ts";

/** What a property holds. */
export interface PropertyValue {
  readonly type: ts.Type;
  readonly optional: boolean;
}

/** The type of a property, without the `undefined` that its question mark adds. */
export function propertyValue(checker: ts.TypeChecker, symbol: ts.Symbol): PropertyValue {
  const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
  const type = checker.getTypeOfSymbol(symbol);
  return { optional, type: optional ? withoutUndefined(checker, symbol, type) : type };
}

export const isNever = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Never) !== 0;

const written = (checker: ts.TypeChecker, name: string, { optional, type }: PropertyValue): string =>
  `${name}${optional ? "?" : ""}: ${textOf(checker, type)}`;

export function goneProperty(checker: ts.TypeChecker, path: readonly string[], before: PropertyValue): TypeChange {
  const name = path.at(-1) ?? "";
  return {
    severity: "breaking",
    rule: "name-removed",
    path,
    old: written(checker, name, before),
    new: undefined,
    what: `\`${name}\` is gone`,
    code: `.${name}`,
  };
}

/** What it means that a property may be missing now, or may not be. */
export function optionalityChange(
  checker: ts.TypeChecker,
  path: readonly string[],
  [before, after]: readonly [PropertyValue, PropertyValue],
  flow: Flow,
): readonly TypeChange[] {
  if (before.optional === after.optional) return [];
  const name = path.at(-1) ?? "";
  const sides = { path, old: written(checker, name, before), new: written(checker, name, after) };
  if (after.optional) {
    const rule = flow.read ? "read-type-widened" : "type-changed";
    const code = flow.read ? `.${name}` : undefined;
    const what = `\`${name}\` may be missing now`;
    return [{ severity: flow.read ? "breaking" : "feature", rule, what, code, ...sides }];
  }
  const rule = flow.written ? "written-type-narrowed" : "type-changed";
  const what = flow.written ? `\`${name}\` has to be given now` : `\`${name}\` is always there now`;
  const code = flow.written ? "= {}" : undefined;
  return [{ severity: flow.written ? "breaking" : "feature", rule, what, code, ...sides }];
}

export function addedProperty(
  checker: ts.TypeChecker,
  property: ts.Symbol,
  old: ts.Type,
  flow: Flow,
  path: readonly string[],
): readonly TypeChange[] {
  const value = propertyValue(checker, property);
  const { optional } = value;
  if (isNever(value.type) || (checker.getIndexInfosOfType(old).length > 0 && optional)) return [];
  const breaks = flow.written && !optional;
  const { name } = property;
  return [
    {
      severity: breaks ? "breaking" : "feature",
      rule: breaks ? "written-type-narrowed" : "name-added",
      path: [...path, name],
      old: undefined,
      new: written(checker, name, value),
      what: breaks ? `\`${name}\` is new and has to be given` : `\`${name}\` is new`,
      code: breaks ? "= {}" : undefined,
    },
  ];
}
