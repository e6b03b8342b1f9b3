import type { WireRule } from "./wire-rule.ts";

/** What becomes of discriminators, security, servers, webhooks and words. */
export const API_RULES = {
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
  "extensible-enum-changed": {
    level: "patch",
    says: "The known values were {old} and are {new}; callers have to take others in any case.",
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
