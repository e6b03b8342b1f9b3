import type { WireRule } from "./wire-rule.ts";

/** What becomes of operations, and of what callers send. */
export const REQUEST_RULES = {
  "operation-removed": { level: "breaking", says: "{name} is gone, so callers of it get an error." },
  "operation-added": { level: "feature", says: "{name} is new." },
  "operation-moved": { level: "breaking", says: "The operation is at {new} now, so requests to {old} find nothing." },
  "operation-id-changed": { level: "patch", says: "The operation is called {new} now; nothing of that travels." },
  "operation-deprecated": { level: "patch", says: "{name} is deprecated now; it works as before." },
  "operation-sunset-earlier": {
    level: "warn",
    says: "{name} ends on {new} now, where it was {old}: callers have less time.",
  },
  "operation-sunset-changed": { level: "patch", says: "{name} ends on {new} now, where it was {old}." },
  "operation-no-longer-deprecated": { level: "patch", says: "{name} is no longer deprecated." },
  "path-parameter-renamed": { level: "patch", says: "The parameter is called {new} now; nothing of that travels." },
  "effect-changed": {
    level: "breaking",
    says: "A second, identical request no longer does what it did ({old} became {new}), so callers that repeat it do something else.",
  },
  "effect-safer": {
    level: "feature",
    says: "A second request now does no harm, so the client repeats it after a failure ({old} became {new}).",
  },

  "request-parameter-removed": { level: "breaking", says: "Callers that send {name} are no longer understood." },
  "request-parameter-added": { level: "feature", says: "A request may have the parameter {name} now." },
  "request-parameter-required-added": {
    level: "breaking",
    says: "Requests without the new parameter {name} are refused.",
  },
  "request-parameter-renamed": {
    level: "breaking",
    says: "The parameter {old} is called {new} now, so requests with the old name are not understood.",
  },
  "request-parameter-became-required": { level: "breaking", says: "Requests without {name} are refused now." },
  "request-parameter-became-optional": { level: "feature", says: "A request may leave {name} out now." },
  "request-parameter-empty-value-refused": { level: "breaking", says: "{name} without a value is refused now." },
  "request-parameter-empty-value-accepted": { level: "feature", says: "{name} may have no value now." },
  "request-part-type-removed": {
    level: "breaking",
    says: "The part {name} was {old} and must be {new} now, so parts of the old type are refused.",
  },
  "request-part-type-added": { level: "feature", says: "The part {name} may be {new} now, not only {old}." },
  "request-parameter-serialization-changed": {
    level: "breaking",
    says: "{name} is written in another way now ({old} became {new}), so values of the old form are misread.",
  },
  "request-body-required-added": { level: "breaking", says: "Callers that send no body, as before, are refused." },
  "request-body-added": { level: "feature", says: "A request may have a body now." },
  "request-body-removed": { level: "breaking", says: "The body that callers send is no longer read." },
  "request-body-became-required": { level: "breaking", says: "Requests without a body are refused now." },
  "request-body-became-optional": { level: "feature", says: "The request body may be left out now." },
  "request-media-type-removed": { level: "breaking", says: "Bodies of the type {name} are refused now." },
  "request-media-type-added": { level: "feature", says: "Bodies of the type {name} are accepted now." },
  "request-property-removed": { level: "breaking", says: "Callers that send {name} are no longer understood." },
  "request-property-added": { level: "feature", says: "A request may have {name} now." },
  "request-property-required-added": { level: "breaking", says: "Requests without the new field {name} are refused." },
  "request-property-became-required": { level: "breaking", says: "Requests without {name} are refused now." },
  "request-property-became-optional": { level: "feature", says: "A request may leave {name} out now." },
  "request-property-renamed": {
    level: "breaking",
    says: "The field {old} is called {new} now, so requests with the old name are not understood.",
  },
  "request-type-narrowed": {
    level: "breaking",
    says: "Values of the type {old} are refused now; what is accepted is {new}.",
  },
  "request-type-widened": { level: "feature", says: "A request may hold {new} now, not only {old}." },
  "request-type-changed": {
    level: "breaking",
    says: "The type was {old} and is {new}, so values of before are refused.",
  },
  "request-enum-value-removed": { level: "breaking", says: "Requests with {name} are refused now." },
  "request-enum-value-added": { level: "feature", says: "A request may hold {name} now." },
  "request-enum-added": { level: "breaking", says: "Only {new} are accepted now." },
  "request-enum-removed": { level: "feature", says: "A request may hold any value now, not only {old}." },
  "request-constraint-tightened": {
    level: "breaking",
    says: "{name} went from {old} to {new}, so values that were accepted are refused.",
  },
  "request-constraint-loosened": {
    level: "feature",
    says: "{name} went from {old} to {new}: values that were refused are accepted.",
  },
  "request-constraint-changed": {
    level: "breaking",
    says: "{name} went from {old} to {new}; values that were accepted may be refused.",
  },
  "request-further-properties-refused": {
    level: "breaking",
    says: "Fields that the description does not name are refused now.",
  },
  "request-further-properties-accepted": {
    level: "feature",
    says: "Fields that the description does not name are accepted now.",
  },
  "request-default-changed": {
    level: "breaking",
    says: "Callers that leave the value out ask for {new} now, where it was {old}.",
  },
  "request-alternative-removed": { level: "breaking", says: "Requests of the form {name} are refused now." },
  "request-alternative-added": { level: "feature", says: "Requests of the form {name} are accepted now." },
  "request-alternatives-changed": { level: "breaking", says: "The forms that a request may have are others now." },
  "request-schema-replaced": { level: "breaking", says: "{old} was replaced by {new}: {name}." },
} as const satisfies Readonly<Record<string, WireRule>>;
