// Generated from vk-workspace.yaml by `spec-tools codegen`. Do not edit: change the spec.
import type * as core from "@git-tokens/core";

/** The spec that this package was generated from: its version, and the SHA-256 of its text. */
export const spec: { readonly version: string; readonly hash: string } = {
  version: "0.1.0",
  hash: "421aa5d3cedd48517d28c58007132dd316f7c3ab320894e39346e1b1df09ccd6"
};

/** VK WorkSpace Projects git integration tokens */
export const provider: core.Provider<"vk-workspace"> = {
  name: "vk-workspace",
  auth: {
    privateToken: {
      header: "authorization",
      prefix: "PrivateToken "
    }
  },
  secrets: [
    "token"
  ]
};

/** Exactly one credential. */
export type VkWorkspaceAuth =
  | {
      /**
       * A private token of VK WorkSpace Projects. The whole header is `PrivateToken YOUR_TOKEN`.
       *
       * Sent as `authorization: PrivateToken <credential>`.
       */
      readonly privateToken: core.Credential;
    };

/** The options of a client for VK WorkSpace Projects git integration tokens. */
export interface VkWorkspaceOptions extends core.ClientOptions {
  readonly auth: VkWorkspaceAuth;
  /** The address of the installation. Every installation has its own, so there is no default. */
  readonly baseUrl: string;
}
