import type { AnswerKind, Effect, OperationDefinition, Outcome } from "@git-tokens/core";
import type { Script } from "./script.ts";

/** What every vector builds on: the operations they call, and the options that hold where a vector names none. */
export interface VectorGround {
  readonly options: VectorOptions;
  readonly credential: string;
  readonly operations: Readonly<Record<string, VectorOperation>>;
}

/** An operation in the words of the spec extensions, with the input of its calls and the server's answer. */
export interface VectorOperation {
  readonly method: OperationDefinition["method"];
  readonly path: string;
  readonly effect: Effect;
  readonly recovery?: string;
  readonly body?: "required" | "optional";
  readonly kinds?: readonly AnswerKind[];
  readonly reveals?: readonly string[];
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: Script["answer"];
}

/** Options that JSON can hold. Times are in milliseconds. */
export interface VectorOptions {
  readonly timeout?: number | false;
  readonly totalTimeout?: number | false;
  readonly retry?: false | { readonly attempts?: number; readonly minWait?: number; readonly maxWait?: number };
  readonly maxBodySize?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a credential function does when it is asked; the last step holds for every further time. */
export type CredentialStep =
  | { readonly give: unknown }
  | { readonly throw: string }
  /** Never settles. */
  | { readonly hang: true };

/** When the caller aborts: at once, or so many milliseconds after the n-th event of a kind. */
export interface VectorAbort {
  readonly on: "call" | "attempt" | "retry";
  readonly nth?: number;
  readonly after?: number;
}

/** From the first to the second number, both included; null is no limit. */
export type Range = readonly [number, number | null];

/** One call against one script, and all that must come of it. */
export interface Vector {
  /** Unique in its file; a sentence. */
  readonly name: string;
  readonly operation: string;
  /** One fault per attempt; after the last the server is healthy. */
  readonly faults: readonly string[];
  /** In place of the operation's. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Of the client. */
  readonly client?: VectorOptions;
  /** Of the call. */
  readonly options?: VectorOptions;
  /** A function in steps, or a fixed text. */
  readonly credential?: string | readonly CredentialStep[];
  readonly abort?: VectorAbort;
  readonly expect: Expectation;
}

export interface Expectation {
  /** `success` gives the documented answer, `error` an error of the client, `abort` the signal's own reason. */
  readonly end: "success" | "error" | "abort";
  /** Requests that were sent, or tried to be. */
  readonly attempts: number;
  /** The `wait` of each `retry` event, in milliseconds. */
  readonly waits: readonly Range[];
  /** Of the last event, and of the error where there is one; undefined where the call never began. */
  readonly outcome?: Outcome;
  /** Effects at the server. */
  readonly committed: number;
  readonly error?: ExpectedError;
  /** The credentials that arrived, one per request. */
  readonly credentials?: readonly string[];
  /** Headers of every request that arrived. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Own properties of the error; those that are not named may be anything. */
export interface ExpectedError {
  readonly name: string;
  readonly status?: number;
  readonly budget?: "timeout" | "totalTimeout";
  readonly limit?: number;
  readonly fault?: string;
  readonly option?: string;
  readonly requestId?: string;
  readonly retryAfter?: Range;
  /** The origin of the server, or that of another one, or that the error names no origin. */
  readonly target?: "server" | "elsewhere" | "none";
  /** Whether the error says what to do. */
  readonly recovery?: boolean;
}
