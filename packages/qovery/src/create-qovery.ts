import { type BoundOperations, createClient } from "@git-tokens/core";
import type { QoveryClient } from "./client.ts";
import * as operations from "./generated/operations.gen.ts";
import { provider, type QoveryOptions } from "./generated/provider.gen.ts";
import type { paths } from "./generated/schema.gen.ts";

/** The git tokens of a Qovery organization: a method per operation, beside the raw verbs. */
export type Qovery = QoveryClient & BoundOperations<typeof operations>;

/**
 * Makes a client with a method for every operation.
 *
 * @throws ConfigError where the credential or the base URL cannot be used.
 */
export const createQovery = (options: QoveryOptions): Qovery =>
  createClient<"qovery", paths, typeof operations>(provider, options, operations);
