import type { Severity } from "../finding.ts";

/** What a kind of change is called, how much it weighs, and what it means for who talks to the service. */
export interface WireRule {
  readonly level: Severity;
  /** One sentence; `{name}`, `{old}` and `{new}` are filled in. */
  readonly says: string;
}

/** Every kind of change on the wire. A request is what callers write, a response what they read. */
export const WIRE_RULES = {
  "operation-removed": { level: "breaking", says: "{name} is gone, so callers of it get an error." },
  "operation-added": { level: "feature", says: "{name} is new." },
  "operation-moved": { level: "breaking", says: "The operation is at {new} now, so requests to {old} find nothing." },
  "operation-id-changed": { level: "patch", says: "The operation is called {new} now; nothing of that travels." },
  "operation-deprecated": { level: "patch", says: "{name} is deprecated now; it works as before." },
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

  "discriminator-property-changed": {
    level: "breaking",
    says: "The field that tells the forms apart was {old} and is {new}.",
  },
  "discriminator-value-renamed": { level: "breaking", says: "{name} is told by {new} now, where it was {old}." },
  "request-discriminator-value-removed": { level: "breaking", says: "Requests with {name} are refused now." },
  "request-discriminator-value-added": { level: "feature", says: "A request may be told by {name} now." },
  "response-discriminator-value-removed": { level: "patch", says: "The response is never told by {name} now." },
  "response-discriminator-value-added": {
    level: "breaking",
    says: "The response may be told by {name} now, which callers do not know.",
  },
  "discriminator-changed": {
    level: "patch",
    says: "What tells the forms apart is documented differently; the forms are the same.",
  },

  "security-tightened": { level: "breaking", says: "Requests that prove themselves by {name} are refused now." },
  "security-alternative-added": { level: "feature", says: "{name} is a further way to prove who one is." },
  "security-scope-added": { level: "breaking", says: "Requests need the scope {name} now." },
  "security-scope-removed": { level: "feature", says: "Requests no longer need the scope {name}." },
  "security-loosened": { level: "feature", says: "{name} is enough now, where {old} was needed." },
  "security-scheme-changed": {
    level: "breaking",
    says: "The credential travels differently now ({name}), so requests of the old form are rejected.",
  },
  "credential-prefix-changed": {
    level: "breaking",
    says: "The credential is after {new} in the header now, where it was {old}, so requests of the old form are rejected.",
  },
  "oauth-flow-removed": { level: "breaking", says: "The OAuth flow {name} is gone." },
  "oauth-flow-added": { level: "feature", says: "The OAuth flow {name} is new." },
  "oauth-url-changed": { level: "breaking", says: "{name} was {old} and is {new}." },
  "oauth-scope-removed": { level: "breaking", says: "The scope {name} can no longer be asked for." },
  "oauth-scope-added": { level: "feature", says: "The scope {name} is new." },

  "server-removed": { level: "breaking", says: "The service is no longer at {name}." },
  "server-added": { level: "feature", says: "The service is at {name} too." },
  "server-order-changed": { level: "warn", says: "{new} is the default server now, where it was {old}." },
  "server-variable-value-removed": { level: "breaking", says: "{name} is no longer a value of the server variable." },
  "server-variable-value-added": { level: "feature", says: "{name} is a new value of the server variable." },
  "server-variable-default-changed": {
    level: "breaking",
    says: "The default of the server variable was {old} and is {new}.",
  },

  "secret-marked": { level: "feature", says: "The value counts as a secret now and is kept out of errors and events." },
  "secret-unmarked": {
    level: "breaking",
    says: "The value no longer counts as a secret, so it can turn up in errors and events.",
  },
  "direction-unmarked": {
    level: "breaking",
    says: "The field is no longer {name}, so the secret in it loses its protection.",
  },
  deprecated: { level: "patch", says: "{name} is deprecated now; it works as before." },
  "webhook-removed": { level: "breaking", says: "The service no longer calls {name}." },
  "webhook-added": { level: "feature", says: "The service calls {name} too, where that is asked for." },
  "webhook-parameter-removed": { level: "breaking", says: "The service no longer sends {name}." },
  "webhook-parameter-added": { level: "feature", says: "The service sends {name} too." },
  "webhook-parameter-became-optional": { level: "breaking", says: "The service may leave {name} out now." },
  "webhook-parameter-became-required": { level: "patch", says: "The service always sends {name} now." },
  "webhook-body-became-optional": { level: "breaking", says: "The service may call without a body now." },
  "webhook-status-removed": { level: "breaking", says: "The service no longer takes the status {name} for an answer." },
  "webhook-status-added": { level: "feature", says: "The service takes the status {name} for an answer too." },
  "prose-changed": { level: "patch", says: "The words changed; requests and responses are as they were." },
  "example-changed": { level: "patch", says: "The example changed; requests and responses are as they were." },
  "document-changed": { level: "patch", says: "The document says this differently; no request or response changes." },
} as const satisfies Readonly<Record<string, WireRule>>;

export type WireRuleName = keyof typeof WIRE_RULES;
