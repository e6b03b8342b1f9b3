import ts from "typescript";

/** The members of a union, or the type itself: objects apart, because those are compared by what they hold. */
export function membersOfUnion(
  checker: ts.TypeChecker,
  type: ts.Type,
): {
  readonly simple: readonly ts.Type[];
  readonly objects: readonly ts.Type[];
} {
  const all = type.isUnion() ? type.types : [type];
  // The compiler keeps boolean as true or false.
  const others = all.filter(({ flags }) => !(flags & ts.TypeFlags.BooleanLiteral));
  const members = all.length - others.length === 2 ? [...others, checker.getBooleanType()] : all;
  const isObject = (member: ts.Type): boolean =>
    (member.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  return { simple: members.filter((member) => !isObject(member)), objects: members.filter(isObject) };
}

/** Whether it is one value that code can name: a text or a number. */
export const isLiteral = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) !== 0;

export const literalText = (checker: ts.TypeChecker, type: ts.Type): string => `\`${checker.typeToString(type)}\``;

const FORMAT = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;

/** A type as code, whole: what an approval covers is told by it. */
export const textOf = (checker: ts.TypeChecker, type: ts.Type): string => checker.typeToString(type, undefined, FORMAT);

/** The type of an optional property as it was declared. */
export function withoutUndefined(checker: ts.TypeChecker, symbol: ts.Symbol, type: ts.Type): ts.Type {
  if (!type.isUnion()) return type.flags & ts.TypeFlags.Undefined ? checker.getNeverType() : type;
  const rest = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  const [only] = rest;
  if (rest.length === 1 && only !== undefined) return only;
  const node = symbol.valueDeclaration;
  const declared =
    node !== undefined && ts.isPropertySignature(node) && node.type ? checker.getTypeFromTypeNode(node.type) : type;
  const members = new Set(declared.isUnion() ? declared.types : [declared]);
  return rest.length === members.size && rest.every((member) => members.has(member)) ? declared : type;
}

interface Pairs {
  readonly pairs: readonly (readonly [ts.Type, ts.Type])[];
  readonly gone: readonly ts.Type[];
  readonly added: readonly ts.Type[];
}

/** Which alternative of the old union became which of the new one. */
export function pairObjects(
  checker: ts.TypeChecker,
  old: readonly ts.Type[],
  now: readonly ts.Type[],
  sameName: (old: ts.Type, now: ts.Type) => boolean,
): Pairs {
  const rest = new Set(now);
  const pairs: [ts.Type, ts.Type][] = [];
  const take = (one: ts.Type, fits: (other: ts.Type) => boolean): boolean => {
    const other = [...rest].find(fits);
    if (other === undefined) return false;
    rest.delete(other);
    pairs.push([one, other]);
    return true;
  };
  const equal = (one: ts.Type, other: ts.Type): boolean =>
    checker.isTypeAssignableTo(one, other) && checker.isTypeAssignableTo(other, one);
  let left = old.filter((one) => !take(one, (other) => one === other || sameName(one, other)));
  if (left.length === 1 && rest.size === 1) left = left.filter((one) => !take(one, () => true));
  left = left.filter((one) => !take(one, (other) => similarity(checker, one, other) === 1 && equal(one, other)));
  const closest =
    (fits: (one: ts.Type, other: ts.Type) => boolean) =>
    (one: ts.Type): boolean => {
      const fitting = [...rest].filter((other) => similarity(checker, one, other) >= 0.5 && fits(one, other));
      const best = Math.max(...fitting.map((other) => similarity(checker, one, other)));
      return !take(one, (other) => fitting.includes(other) && similarity(checker, one, other) === best);
    };
  // Where a value of the old form is one of the new one, nobody is asked for anything.
  left = left.filter(closest((one, other) => checker.isTypeAssignableTo(one, other)));
  left = left.filter(closest(() => true));
  return { pairs, gone: left, added: [...rest] };
}

/** The share of keys that two objects have in common, from 0 to 1. What can hold nothing is no key. */
function similarity(checker: ts.TypeChecker, one: ts.Type, other: ts.Type): number {
  const [a, b] = [keysOf(checker, one), keysOf(checker, other)];
  const all = new Set([...a, ...b]).size;
  return all === 0 ? 1 : [...a].filter((name) => b.has(name)).length / all;
}

function keysOf(checker: ts.TypeChecker, type: ts.Type): ReadonlySet<string> {
  const holdsNothing = (symbol: ts.Symbol): boolean =>
    (checker.getNonNullableType(checker.getTypeOfSymbol(symbol)).flags & ts.TypeFlags.Never) !== 0;
  return new Set(type.getProperties().flatMap((symbol) => (holdsNothing(symbol) ? [] : [symbol.name])));
}
