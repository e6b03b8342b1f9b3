// Generated from qovery.yaml by `pnpm codegen`. Do not edit: change the spec.
export { createClient, type QoveryClient } from "./client.ts";
export * from "./generated/operations.gen.ts";
