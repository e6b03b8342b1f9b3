export { createClient, type VkWorkspaceClient } from "./client.ts";
export * from "./generated/operations.gen.ts";
