import type { Settings } from "../merge-options.ts";
import type { OperationDefinition } from "../operation-definition.ts";
import type { CredentialSource } from "../request/credential-source.ts";
import type { HttpRequest } from "../request/http-request.ts";
import type { Redact } from "../response/redact.ts";
import type { Head } from "./attempt.ts";
import type { Outcome } from "./outcome.ts";
import type { Report } from "./report-events.ts";
import type { Evidence } from "./should-retry.ts";

/** Sends one request, as the `fetch` of a runtime does. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What is to be delivered, and how. */
export interface Delivery {
  readonly definition: OperationDefinition;
  readonly request: HttpRequest;
  readonly settings: Settings;
  readonly credential: CredentialSource;
  readonly fetch: Fetch;
  /** The body fields whose values must not show in anything that is handed out. */
  readonly secretNames: readonly string[];
}

/** A delivery that is under way, and how far it has got. */
export interface Call extends Delivery {
  /** The attempt that is under way, counted from 1. */
  attempt: number;
  /** When it began, in milliseconds since the call did. */
  began: number;
  /** What it proves so far, for whoever has to cut it short. */
  evidence: Evidence;
  /** Of the response to it, as soon as it is there. */
  head: Head | undefined;
  /** Requests that were sent, or tried to be: an attempt may end while it waits for its credential. */
  attempts: number;
  /** What the attempts before this one prove together, in the end all of them. */
  outcome: Outcome;
  /** The credentials that were sent. */
  readonly credentials: string[];
  /** Whether the last of them has to be replaced. */
  rejected: boolean;
  /** Whether a 401 was answered with another one; once in a call. */
  renewed: boolean;
  /** How many renewals had ended when the last request was sent. */
  renewals: number;
  /** Milliseconds since the call began. */
  readonly elapsed: () => number;
  readonly redact: Redact;
  readonly report: Report;
}
