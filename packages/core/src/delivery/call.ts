import type { Settings } from "../merge-options.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { CredentialSource } from "../request/credential-source.ts";
import type { HttpRequest } from "../request/http-request.ts";
import type { Redact } from "../response/redact.ts";
import type { Head } from "./attempt.ts";
import type { Outcome } from "./outcome.ts";
import type { Evidence } from "./should-retry.ts";

/** Sends one request, as the `fetch` of a runtime does. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request, and how to deliver it. */
export interface Delivery {
  readonly definition: OperationDefinition;
  readonly request: HttpRequest;
  readonly settings: Settings;
  readonly credential: CredentialSource;
  readonly fetch: Fetch;
  /** The body fields whose values must be redacted everywhere. */
  readonly secretNames: readonly string[];
}

/** The state of a running delivery. */
export interface Call extends Delivery {
  /** The same for all its events, and unique in this process. */
  readonly id: number;
  /** The number of the current attempt, from 1. */
  attempt: number;
  /** The start of the attempt, in milliseconds since the start of the call. */
  began: number;
  /** What the attempt proves so far, in case it is stopped early. */
  evidence: Evidence;
  /** The facts of its response, after the headers have arrived. */
  head: Head | undefined;
  /** The requests that were sent or tried: an attempt may end while it waits for its credential. */
  attempts: number;
  /** What the earlier attempts prove together; at the end, what all attempts prove. */
  outcome: Outcome;
  /** The credentials that were sent. */
  readonly credentials: string[];
  /** Whether the last one must be replaced. */
  rejected: boolean;
  /** Whether the credential was renewed after a 401, which happens once in a call. */
  renewed: boolean;
  /** The number of renewals that had ended when the last request was sent. */
  renewals: number;
  /** When it began, by the clock that counts from the start of the process. */
  readonly started: number;
  readonly redact: Redact;
}

/** Milliseconds since the call began. */
export const elapsed = ({ started }: Call): number => performance.now() - started;
