import { credentialFault } from "../request/credential.ts";
import type { SchemeDefinition } from "./scheme.ts";

/** What is wrong with a value that was given for a scheme, in words that do not repeat it; undefined if it can be sent. */
export function faultOf(scheme: SchemeDefinition, given: unknown): string | undefined {
  if (scheme.in !== "basic") {
    const fault = credentialFault(given);
    // A semicolon or a comma would end a cookie.
    return (
      fault ?? (scheme.in === "cookie" && /[;,"\\]/.test(String(given)) ? "has what no cookie can have" : undefined)
    );
  }
  const { username, password } = Object(given);
  if (typeof username !== "string" || typeof password !== "string") return "must have a username and a password";
  return username.includes(":") ? "has a username with a colon" : undefined;
}

/** The text that is sent for a value without a fault. */
export function textOf(scheme: SchemeDefinition, given: unknown): string {
  if (scheme.in !== "basic") return String(given);
  const { username, password } = Object(given);
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}

/** What must not show in anything that is handed out. */
export const secretsIn = (scheme: SchemeDefinition, given: unknown): readonly string[] =>
  scheme.in === "basic" ? [textOf(scheme, given), String(Object(given).password)] : [String(given)];
