export { createClient, type QoveryClient } from "./client.ts";
export * from "./generated/operations.gen.ts";
