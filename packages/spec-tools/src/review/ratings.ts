import { isEffect } from "../description/effects.ts";
import type { DiffChange } from "../lint/redocly.ts";
import type { Severity } from "./finding.ts";
import type { Direction } from "./reach.ts";

/** A change together with the ways on which the changed place travels. */
export interface Travelling {
  readonly change: DiffChange;
  readonly directions: ReadonlySet<Direction>;
}

/** What a change is, where Redocly's own rating falls short of it or goes past it. */
export interface Rating {
  readonly rule: string;
  readonly severity: Severity;
  readonly why: string;
  /** Takes the place of Redocly's rating; otherwise the heavier of the two counts. */
  readonly replaces?: true;
}

type Corrector = (travelling: Travelling) => Rating | undefined;

const PASSWORD = "password";

/** Constraints whose absence admits more. */
const CONSTRAINTS = new Set([
  "enum",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "uniqueItems",
  "multipleOf",
  "additionalProperties",
  "minProperties",
  "maxProperties",
]);

const CORRECTORS: readonly Corrector[] = [
  effectChanged,
  prefixChanged,
  secretChanged,
  requestBodyRequired,
  requestPropertyRemoved,
  requestDefaultChanged,
  requestWidened,
  securityAlternativeAdded,
];

/** The correction that applies to a change; undefined where Redocly's rating stands. */
export function correctionOf(travelling: Travelling): Rating | undefined {
  for (const corrector of CORRECTORS) {
    const rating = corrector(travelling);
    if (rating !== undefined) return rating;
  }
  return undefined;
}

const isSchema = ({ typeName }: DiffChange): boolean => typeName === "Schema";

const isProperty = ({ base, revision }: DiffChange): boolean =>
  /\/properties\/[^/]+$/.test((base ?? revision)?.pointer ?? "");

/** What a second request does is what the client decides by whether to repeat it. */
function effectChanged({ change }: Travelling): Rating | undefined {
  if (change.typeName !== "Operation" || change.property !== "x-effect") return undefined;
  const [before = "read", after = "read"] = [change.base?.value, change.revision?.value];
  if (!isEffect(before) || !isEffect(after)) return undefined;
  const repeatable = (effect: string): boolean => effect !== "create" && effect !== "rotate";
  return !repeatable(before) && repeatable(after)
    ? {
        rule: "effect-safer",
        severity: "feature",
        why: `A second request now does no harm, so the client repeats it after a failure (${before} became ${after}).`,
      }
    : {
        rule: "effect-changed",
        severity: "breaking",
        why: `A second, identical request no longer does what it did (${before} became ${after}), so callers that repeat it do something else.`,
      };
}

function prefixChanged({ change }: Travelling): Rating | undefined {
  if (change.typeName !== "SecurityScheme" || change.property !== "x-prefix") return undefined;
  return {
    rule: "credential-prefix-changed",
    severity: "breaking",
    why: "The credential now stands after another word in the header, so requests of the old form are rejected.",
  };
}

/** `format: password` constrains no value; it says who may see it. */
function secretChanged({ change }: Travelling): Rating | undefined {
  if (!isSchema(change) || change.kind !== "modified") return undefined;
  const [before, after] = [change.base?.value, change.revision?.value];
  if (change.property === "format" && after === PASSWORD) {
    return {
      rule: "secret-marked",
      severity: "feature",
      why: "The value now counts as a secret and is kept out of errors and events.",
      replaces: true,
    };
  }
  if (change.property === "format" && before === PASSWORD) {
    return {
      rule: "secret-unmarked",
      severity: "breaking",
      why: "The value no longer counts as a secret, so it can turn up in errors and events.",
    };
  }
  if ((change.property === "writeOnly" || change.property === "readOnly") && before === true) {
    return {
      rule: "direction-unmarked",
      severity: "breaking",
      why: `The field is no longer ${change.property}: a secret among such fields loses its protection, and others appear where they did not.`,
    };
  }
  return undefined;
}

function requestBodyRequired({ change }: Travelling): Rating | undefined {
  if (change.typeName !== "RequestBody" || change.kind !== "added") return undefined;
  const body = change.revision?.value;
  if (typeof body !== "object" || body === null || !("required" in body) || body.required !== true) return undefined;
  return {
    rule: "request-body-required",
    severity: "breaking",
    why: "Callers that send no body, as before, are no longer understood.",
  };
}

function requestPropertyRemoved({ change, directions }: Travelling): Rating | undefined {
  if (change.kind !== "removed" || !isSchema(change) || !isProperty(change) || !directions.has("request"))
    return undefined;
  return {
    rule: "request-property-removed",
    severity: "breaking",
    why: "Callers that send the field are no longer understood.",
  };
}

function requestDefaultChanged({ change, directions }: Travelling): Rating | undefined {
  if (!isSchema(change) || change.property !== "default" || !directions.has("request")) return undefined;
  return {
    rule: "request-default-changed",
    severity: "breaking",
    why: "Callers that leave the value out now ask for something else.",
  };
}

/** What a request may hold grew: nobody breaks, yet there is something new to use. */
function requestWidened({ change, directions }: Travelling): Rating | undefined {
  if (change.kind !== "modified" || change.property === undefined) return undefined;
  const widened = (rule: string, why: string): Rating => ({ rule, severity: "feature", why });
  if (change.typeName === "RequestBody" && change.property === "required" && change.revision?.value !== true) {
    return widened("request-body-optional", "The request body may now be left out.");
  }
  if (change.typeName === "Parameter" && change.property === "required" && change.revision?.value !== true) {
    return widened("request-parameter-optional", "The parameter may now be left out.");
  }
  if (!isSchema(change) || !directions.has("request")) return undefined;
  if (change.property === "enum") return widened("request-enum-value-added", "A request may now hold further values.");
  if (change.property === "type")
    return widened("request-type-widened", "A request may now hold values of further types.");
  if (change.property === "required")
    return widened("request-property-optional", "A request may now leave a field out.");
  return CONSTRAINTS.has(change.property)
    ? widened("request-constraint-loosened", "A request may now hold values that were refused before.")
    : undefined;
}

function securityAlternativeAdded({ change }: Travelling): Rating | undefined {
  const { typeName, kind } = change;
  if (kind !== "added" || (typeName !== "SecurityScheme" && typeName !== "SecurityRequirement")) return undefined;
  return {
    rule: "security-alternative-added",
    severity: "feature",
    why: "There is a further way to prove who one is.",
  };
}
