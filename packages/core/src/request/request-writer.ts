import type { OperationFacts } from "../operation-facts.ts";
import type { SentBody } from "./bodies/encode-body.ts";
import type { RequestParts } from "./request-parts.ts";

/** A request as text and bytes, but for the server's address and the credential. */
export interface WrittenRequest {
  /** With its leading slash. */
  readonly path: string;
  /** Without a question mark. */
  readonly query: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly body: SentBody | undefined;
}

/** Replaces the writing of plain paths, queries and JSON, so that who needs no more does not ship more. */
export interface RequestWriter {
  /** Splits a flat input. */
  split(definition: OperationFacts, input: Readonly<Record<string, unknown>>): RequestParts;
  /** @throws {ConfigError} if no request can be made of the parts. */
  write(definition: OperationFacts, parts: RequestParts): WrittenRequest;
}
