// Generated from qovery.yaml by `spec-tools codegen`. Do not edit: change the spec.
import { type BoundOperations, bindOperations, type RawVerbs } from "@git-tokens/core";
import { createClient, type QoveryClient } from "./client.ts";
import * as operations from "./generated/operations.gen.ts";
import type { QoveryOptions } from "./generated/provider.gen.ts";
import type { paths } from "./generated/schema.gen.ts";

/** Qovery organization git tokens: a method for each operation, and the raw methods. */
export type Qovery = QoveryClient & BoundOperations<typeof operations> & RawVerbs<paths>;

/**
 * Creates a client with a method for every operation.
 *
 * @throws ConfigError if the credential, the base URL or another option is invalid.
 */
export const createQovery = (options: QoveryOptions): Qovery =>
  bindOperations<"qovery", paths, typeof operations>(createClient(options), operations);
