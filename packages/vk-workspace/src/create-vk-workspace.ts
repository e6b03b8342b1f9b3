import { type BoundOperations, createClient } from "@git-tokens/core";
import type { VkWorkspaceClient } from "./client.ts";
import * as operations from "./generated/operations.gen.ts";
import { provider, type VkWorkspaceOptions } from "./generated/provider.gen.ts";
import type { paths } from "./generated/schema.gen.ts";

/** The git integration tokens of VK WorkSpace Projects: a method per operation, beside the raw verbs. */
export type VkWorkspace = VkWorkspaceClient & BoundOperations<typeof operations>;

/**
 * Makes a client with a method for every operation.
 *
 * @throws ConfigError where the credential or the base URL cannot be used.
 */
export const createVkWorkspace = (options: VkWorkspaceOptions): VkWorkspace =>
  createClient<"vk-workspace", paths, typeof operations>(provider, options, operations);
