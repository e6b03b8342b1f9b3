// Generated from vk-workspace.yaml by `pnpm codegen`. Do not edit: change the spec.
import { type Client, createClient as createCoreClient } from "@git-tokens/core";
import { provider, type VkWorkspaceOptions } from "./generated/provider.gen.ts";

/** What the standalone operations of this package are called with. */
export type VkWorkspaceClient = Client<"vk-workspace">;

/**
 * Makes a client for the standalone operations: what a program does not import does not end up in its bundle.
 *
 * @throws ConfigError where the credential, the base URL or another option cannot be used.
 */
export const createClient = (options: VkWorkspaceOptions): VkWorkspaceClient => createCoreClient(provider, options);
