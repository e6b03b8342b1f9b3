import type { ClientEvent, OperationDefinition } from "@git-tokens/core";
import type { DoorName, Places } from "./script.ts";
import type { CredentialStep, VectorAbort, VectorOptions } from "./vector.ts";

/** What a runtime is told of a vector: the call, and nothing of what must come of it. Plain JSON. */
export interface VectorCall {
  readonly definition: OperationDefinition;
  readonly input: Readonly<Record<string, unknown>>;
  /** Of the client. */
  readonly client: VectorOptions;
  /** Of the call. */
  readonly options: VectorOptions;
  readonly credential: string | readonly CredentialStep[];
  readonly abort?: VectorAbort;
  /** Under which the vector's script is played. */
  readonly baseUrl: string;
  /** The door that the n-th request is led to; null where it goes to the server. Empty where none is led to a door. */
  readonly doors: readonly (DoorName | null)[];
  readonly places: Places;
}

/** What a runtime reports of a call. Plain JSON. */
export interface VectorReport {
  readonly end: VectorEnd;
  readonly events: readonly ClientEvent[];
  /** Milliseconds until the call settled. */
  readonly duration: number;
}

export type VectorEnd =
  | { readonly kind: "success"; readonly data?: unknown }
  /** With all that the error tells but the server's own words, and `shown`, all that it may leave in a log. */
  | { readonly kind: "error"; readonly error: Readonly<Record<string, unknown>>; readonly shown: string }
  /** The call rejected with the very reason that the caller gave. */
  | { readonly kind: "abort" }
  | { readonly kind: "other"; readonly reason: string }
  /** The call did not settle. */
  | { readonly kind: "late" };
