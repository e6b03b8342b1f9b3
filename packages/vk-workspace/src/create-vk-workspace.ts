// Generated from vk-workspace.yaml by `spec-tools codegen`. Do not edit: change the spec.
import { type BoundOperations, bindOperations, type RawVerbs } from "@git-tokens/core";
import { createClient, type VkWorkspaceClient } from "./client.ts";
import * as operations from "./generated/operations.gen.ts";
import type { VkWorkspaceOptions } from "./generated/provider.gen.ts";
import type { paths } from "./generated/schema.gen.ts";

/** VK WorkSpace Projects git integration tokens: a method for each operation, and the raw methods. */
export type VkWorkspace = VkWorkspaceClient & BoundOperations<typeof operations> & RawVerbs<paths>;

/**
 * Creates a client with a method for every operation.
 *
 * @throws ConfigError if the credential, the base URL or another option is invalid.
 */
export const createVkWorkspace = (options: VkWorkspaceOptions): VkWorkspace =>
  bindOperations<"vk-workspace", paths, typeof operations>(createClient(options), operations);
