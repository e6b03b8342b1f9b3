// Generated from qovery.yaml by `spec-tools codegen`. Do not edit: change the spec.
import type * as core from "@git-tokens/core";

/** The spec that this package was generated from: its version, and the SHA-256 of its text. */
export const spec: { readonly version: string; readonly hash: string } = {
  version: "0.1.0",
  hash: "8ba31dd1d3303e589c98c1418336ae36ef49c2b75f4db0c2c87d54a2b2583963"
};

/** Qovery organization git tokens */
export const provider: core.Provider<"qovery"> = {
  name: "qovery",
  server: "https://api.qovery.com",
  auth: {
    apiToken: {
      header: "authorization",
      prefix: "Token "
    },
    jwt: {
      header: "authorization",
      prefix: "Bearer "
    }
  },
  secrets: [
    "token"
  ]
};

/** Exactly one credential. */
export type QoveryAuth =
  | {
      /**
       * An API token of the organization, for programs. It does not expire on its own. The whole header is `Token YOUR_API_TOKEN`.
       *
       * Sent as `authorization: Token <credential>`.
       */
      readonly apiToken: core.Credential;
      readonly jwt?: never;
    }
  | {
      readonly apiToken?: never;
      /**
       * The token of a person's session. It expires after a time. The whole header is `Bearer YOUR_JWT`.
       *
       * Sent as `authorization: Bearer <credential>`.
       */
      readonly jwt: core.Credential;
    };

/** The options of a client for Qovery organization git tokens. */
export interface QoveryOptions extends core.ClientOptions {
  readonly auth: QoveryAuth;
  /** The address of the server. Default `https://api.qovery.com`. */
  readonly baseUrl?: string | undefined;
}
