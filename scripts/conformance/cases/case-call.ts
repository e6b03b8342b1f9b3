import type { ClientEvent, OperationDefinition } from "@git-tokens/core";
import type { Origins, Route } from "../server/script.ts";
import type { Wire } from "../server/wire.ts";
import type { CaseAbort, CaseOptions, CredentialStep } from "./case.ts";

/** The part of a case that a runtime gets: the call without the expectations. Plain JSON. */
export interface CaseCall {
  readonly definition: OperationDefinition;
  readonly input: Readonly<Record<string, unknown>>;
  /** Of the client. */
  readonly client: CaseOptions;
  /** Of the call. */
  readonly options: CaseOptions;
  readonly credential: string | readonly CredentialStep[];
  readonly abort?: CaseAbort;
  /** The base URL of the script of the case. */
  readonly baseUrl: string;
  /** How the n-th request is diverted; null if it goes to the server. Empty if none is. */
  readonly routes: readonly (Route | null)[];
  readonly wire: Wire;
  readonly origins: Origins;
}

/** What a runtime reports of a call. Plain JSON. */
export interface CaseReport {
  readonly end: CaseEnd;
  readonly events: readonly ClientEvent[];
  /** Milliseconds until the call settled. */
  readonly duration: number;
}

export type CaseEnd =
  | { readonly kind: "success"; readonly data?: unknown }
  /** With the fields of the error without the server's own words, and `shown`, everything it may leave in a log. */
  | { readonly kind: "error"; readonly error: Readonly<Record<string, unknown>>; readonly shown: string }
  /** The call rejected with the reason of the caller. */
  | { readonly kind: "abort" }
  | { readonly kind: "other"; readonly reason: string }
  /** The call did not settle. */
  | { readonly kind: "late" };
