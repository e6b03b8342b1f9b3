import type { Finding, Severity } from "./finding.ts";
import { TYPE_RULES } from "./type-changes/type-rules.ts";
import { WIRE_RULES } from "./wire-changes/wire-rules.ts";

/** A kind of change, on either axis or of a provider as a whole. */
export interface Rule {
  /** `wire/response-property-removed`, as files of levels and SARIF name it. */
  readonly id: string;
  readonly level: Severity;
  readonly says: string;
}

const PROVIDER_RULES = {
  "provider-added": { level: "feature", says: "The provider is new; there is nothing that it could break." },
  "provider-removed": {
    level: "breaking",
    says: "The provider is gone, and with it every operation that its users call.",
  },
} as const;

const rulesOf = (axis: Finding["axis"], rules: Readonly<Record<string, Omit<Rule, "id">>>): readonly Rule[] =>
  Object.entries(rules).map(([name, rule]) => ({ ...rule, id: `${axis}/${name}` }));

/** Every kind of change that a review knows. */
export const RULES: readonly Rule[] = [
  ...rulesOf("wire", PROVIDER_RULES),
  ...rulesOf("wire", WIRE_RULES),
  ...rulesOf("types", TYPE_RULES),
];

/** The name of a finding's rule, as {@link RULES} has it. */
export const ruleOf = ({ axis, rule }: Pick<Finding, "axis" | "rule">): string => `${axis}/${rule}`;
