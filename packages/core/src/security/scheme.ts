import type { Credential } from "../request/credential.ts";
import type { CredentialRequest } from "../request/renewal.ts";

/** How the credential of a security scheme travels. */
export type SchemeDefinition =
  | { readonly in: "header"; readonly name: string; readonly prefix: string }
  | { readonly in: "query" | "cookie"; readonly name: string }
  /** `Authorization: Basic`, of a name and a password. */
  | { readonly in: "basic" };

/** For HTTP basic authentication. The name has no colon. */
export interface UserAndPassword {
  readonly username: string;
  readonly password: string;
}

/** What a caller gives for HTTP basic authentication; a function is asked as that of a {@link Credential} is. */
export type BasicCredential =
  | UserAndPassword
  | undefined
  | ((request: CredentialRequest) => UserAndPassword | undefined | Promise<UserAndPassword | undefined>);

/** Credentials by the names of their schemes. */
export type Credentials = Readonly<Record<string, Credential | BasicCredential>>;
