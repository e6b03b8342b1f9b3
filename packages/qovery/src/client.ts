import { type Client, createClient as createCoreClient, type RawVerbs } from "@git-tokens/core";
import { provider, type QoveryOptions } from "./generated/provider.gen.ts";
import type { paths } from "./generated/schema.gen.ts";

/** A client without methods, for the standalone operations and the raw verbs. */
export type QoveryClient = Client<"qovery"> & RawVerbs<paths>;

/**
 * Makes a client for the standalone operations: what a program does not import does not end up in its bundle.
 *
 * @throws ConfigError where the credential or the base URL cannot be used.
 */
export const createClient = (options: QoveryOptions): QoveryClient =>
  createCoreClient<"qovery", paths>(provider, options);
