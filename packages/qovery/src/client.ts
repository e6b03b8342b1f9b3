// Generated from qovery.yaml by `spec-tools codegen`. Do not edit: change the spec.
import { type Client, createClient as createCoreClient } from "@git-tokens/core";
import { provider, type QoveryOptions } from "./generated/provider.gen.ts";

/** The first argument of the standalone operations of this package. */
export type QoveryClient = Client<"qovery">;

/**
 * Creates a client for the standalone operations. A bundle only contains the operations that a program imports.
 *
 * @throws ConfigError if the credential, the base URL or another option is invalid.
 */
export const createClient = (options: QoveryOptions): QoveryClient => createCoreClient(provider, options);
