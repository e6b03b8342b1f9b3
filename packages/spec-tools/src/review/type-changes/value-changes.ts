import type ts from "typescript";
import type { Flow, Sides, TypeChange } from "./type-change.ts";
import { isLiteral, literalText, textOf } from "./type-parts.ts";
import { WHOLE_TYPE } from "./type-words.ts";

/** Where values are compared, and which way they travel. */
interface Spot {
  /** The types as a whole, which the values are members of. */
  readonly whole: Sides;
  readonly flow: Flow;
  readonly path: readonly string[];
}

/** Which single values, such as texts, numbers and null, a type no longer has or has now. */
export function valueChanges(
  checker: ts.TypeChecker,
  old: readonly ts.Type[],
  now: readonly ts.Type[],
  spot: Spot,
): readonly TypeChange[] {
  const { path, whole } = spot;
  const gone = old.filter((type) => !now.includes(type) && !checker.isTypeAssignableTo(type, whole[1]));
  const added = now.filter((type) => !old.includes(type) && !checker.isTypeAssignableTo(type, whole[0]));
  if (gone.length === 0 && added.length === 0) return [];
  const field = path.findLast((key) => !key.startsWith("["));
  const name = field === undefined ? WHOLE_TYPE : `\`${field}\``;
  const sides = { path, old: textOf(checker, whole[0]), new: textOf(checker, whole[1]) };
  const text = (type: ts.Type): string => literalText(checker, type);
  const [from, to] = [gone[0], added[0]];
  if (gone.length === 1 && added.length === 1 && from && to && !isLiteral(from) && !isLiteral(to)) {
    return [{ ...became(text(from), text(to), name, sides.old, spot), ...sides }];
  }
  return [
    ...gone.map((type) => ({ ...goneValue(type, text(type), name, spot), ...sides })),
    ...added.map((type) => ({ ...addedValue(type, text(type), name, sides.old, spot), ...sides })),
  ];
}

type Said = Pick<TypeChange, "severity" | "rule" | "what" | "code">;

function became(from: string, to: string, name: string, old: string, { flow }: Spot): Said {
  return {
    severity: "breaking",
    rule: flow.read ? "read-type-widened" : "written-type-narrowed",
    what: `${name} is ${to} now, not ${from}`,
    code: flow.read ? `: ${old}` : `= ${from}`,
  };
}

/** Code that compares with a literal stops compiling when the literal is gone, whichever way the value travels. */
function goneValue(type: ts.Type, value: string, name: string, { flow }: Spot): Said {
  const literal = isLiteral(type);
  const breaks = flow.written || literal;
  return {
    severity: breaks ? "breaking" : "feature",
    rule: flow.written ? "written-type-narrowed" : breaks ? "name-removed" : "type-changed",
    what: literal ? `${value} is no longer a value of ${name}` : `${name} is never ${value} now`,
    code: breaks ? `${literal ? "===" : "="} ${value}` : undefined,
  };
}

function addedValue(type: ts.Type, value: string, name: string, old: string, { flow }: Spot): Said {
  return {
    severity: flow.read ? "breaking" : "feature",
    rule: flow.read ? "read-type-widened" : "type-changed",
    what: isLiteral(type) ? `${value} is a new value of ${name}` : `${name} may be ${value} now`,
    code: flow.read ? `: ${old}` : undefined,
  };
}
