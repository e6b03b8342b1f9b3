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
export interface Call {
  readonly definition: OperationDefinition;
  readonly request: HttpRequest;
  readonly settings: Settings;
  readonly credential: CredentialSource;
  readonly fetch: Fetch;
  /** Whether what the fetch throws is what the runtime says of this very request. */
  readonly isDirect: boolean;
  /** The body fields whose values must not show in anything that is handed out. */
  readonly secretNames: readonly string[];
}

/** How far a call has got. */
export interface CallState {
  /** The attempt that is under way, counted from 1. */
  attempt: number;
  /** When this attempt began, in milliseconds since the call did. */
  began: number;
  /** Requests that were sent, or tried to be: an attempt may end while it waits for its credential. */
  requests: number;
  /** What the attempts before this one prove together, in the end all of them. */
  outcome: Outcome;
  /** What this attempt proves so far, for whoever has to cut it short. */
  evidence: Evidence;
  /** Of the response to this attempt, as soon as it is there. */
  head: Head | null;
  /** That of the response which the call ends with. */
  status: number | undefined;
  /** Whether a 401 is answered with another credential; once in a call. */
  renewable: boolean;
  /** Whether the last credential that was sent has to be replaced. */
  rejected: boolean;
  /** How many renewals had ended when the last request was sent. */
  renewals: number;
  /** The credentials that were sent. */
  readonly credentials: string[];
  /** Milliseconds since the call began. */
  readonly elapsed: () => number;
  readonly redact: Redact;
  readonly report: Report;
}
