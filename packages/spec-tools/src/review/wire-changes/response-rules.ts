import type { WireRule } from "./wire-rule.ts";

/** What becomes of what callers receive. */
export const RESPONSE_RULES = {
  "response-status-removed": {
    level: "breaking",
    says: "The status {name} is no longer documented, so callers that look for it wait in vain.",
  },
  "response-status-generalised": { level: "patch", says: "The status {old} is covered by {new} now." },
  "response-status-added": { level: "feature", says: "The status {name} is documented now." },
  "response-body-removed": { level: "breaking", says: "The response has no body any more." },
  "response-body-added": { level: "feature", says: "The response has a documented body now." },
  "response-media-type-removed": { level: "breaking", says: "The response is never {name} now." },
  "response-media-type-added": {
    level: "warn",
    says: "The response may be {name} now; callers that do not ask for a type may get it.",
  },
  "response-header-removed": { level: "breaking", says: "The header {name} is gone from the response." },
  "response-header-added": { level: "feature", says: "The response has the header {name} now." },
  "response-header-became-optional": { level: "breaking", says: "The header {name} may be missing now." },
  "response-header-became-required": { level: "patch", says: "The header {name} is always there now." },
  "response-property-removed": { level: "breaking", says: "{name} is gone from the response." },
  "response-property-added": { level: "feature", says: "The response has {name} now." },
  "response-property-became-optional": { level: "breaking", says: "{name} may be missing from the response now." },
  "response-property-became-required": { level: "patch", says: "{name} is always in the response now." },
  "response-property-renamed": {
    level: "breaking",
    says: "The field {old} is called {new} now, so callers that read the old name find nothing.",
  },
  "response-type-narrowed": { level: "patch", says: "The response holds {new} now, where it was {old}." },
  "response-type-widened": { level: "breaking", says: "The response may hold {new} now, where it was {old}." },
  "response-type-changed": { level: "breaking", says: "The type was {old} and is {new}, so callers misread it." },
  "response-enum-value-removed": { level: "patch", says: "The response never holds {name} now." },
  "response-enum-value-added": {
    level: "breaking",
    says: "The response may hold {name} now, which callers do not know.",
  },
  "response-enum-added": { level: "patch", says: "The response holds only {new} now." },
  "response-enum-removed": { level: "breaking", says: "The response may hold any value now, not only {old}." },
  "response-constraint-tightened": {
    level: "patch",
    says: "{name} went from {old} to {new}; what callers get fits both.",
  },
  "response-constraint-loosened": {
    level: "warn",
    says: "{name} went from {old} to {new}; callers that rely on the old bound may fail.",
  },
  "response-constraint-changed": {
    level: "warn",
    says: "{name} went from {old} to {new}; callers that rely on the old form may fail.",
  },
  "response-format-changed": {
    level: "breaking",
    says: "The format was {old} and is {new}, so callers that parse it misread it.",
  },
  "response-further-properties-changed": {
    level: "patch",
    says: "Whether the response has further fields is said differently now.",
  },
  "response-default-changed": {
    level: "patch",
    says: "The default went from {old} to {new}; what is in the response is as before.",
  },
  "response-alternative-removed": { level: "patch", says: "The response is never {name} now." },
  "response-alternative-added": {
    level: "breaking",
    says: "The response may be {name} now, which callers do not know.",
  },
  "response-alternatives-changed": { level: "breaking", says: "The forms that the response may have are others now." },
  "response-schema-replaced": { level: "breaking", says: "{old} was replaced by {new}: {name}." },
} as const satisfies Readonly<Record<string, WireRule>>;
