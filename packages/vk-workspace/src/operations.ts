// Generated from vk-workspace.yaml by `spec-tools codegen`. Do not edit: change the spec.
export { createClient, type VkWorkspaceClient } from "./client.ts";
export * from "./generated/operations.gen.ts";
