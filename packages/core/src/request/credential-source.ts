import type { OperationFacts } from "../operation-facts.ts";
import type { CredentialRequest, Renewal } from "./renewal.ts";

/** The part of a request that a credential goes into. */
export interface Addressed {
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The one credential that a client was given, and how it travels. */
export interface CredentialSource {
  /** The option it came from, as in `auth.apiToken`. */
  readonly option: string;
  readonly header: string;
  readonly prefix: string;
  /** What can be sent, or the caller's function, which gives a thing unchecked. */
  readonly given: string | ((request: CredentialRequest) => unknown);
  /** Where a function is given. */
  readonly renewal?: Renewal;
  /** What must not show, where that is not the credential itself. */
  readonly secrets?: (credential: string) => readonly string[];
  /** Puts it into a request, where it is more than one header. */
  readonly apply?: (request: Addressed, credential: string) => Addressed;
}

/** Returns what an operation is called with. @throws {ConfigError} if the client was not given it */
export type SelectCredential = (definition: OperationFacts) => CredentialSource;
