// Generated from qovery.yaml by `spec-tools codegen`. Do not edit: change the spec.
export { createClient, type QoveryClient } from "./client.ts";
export * from "./generated/operations.gen.ts";
