import type { Redact } from "./redact.ts";

/**
 * The headers of a response by lower-case name, without secrets. A value in other letters than ASCII is left out: what a
 * runtime makes of its bytes may be a secret in letters that no redaction knows.
 */
export function redactHeaders(headers: Headers, redact: Redact): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const [name, value] of headers) if (/^[ -~]*$/.test(value)) shown[redact(name)] = redact(value);
  return shown;
}

/** The server's name for the request. A name is visible ASCII; what is not may be anything, in letters no redaction knows. */
export const requestIdOf = (headers: Headers, redact: Redact): string | undefined =>
  redact(headers.get("x-request-id")?.match(/^[!-~]+$/)?.[0]);
