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

/** The server's name for the request, of headers that can be shown. */
export const requestIdOf = (shown: Readonly<Record<string, string>> | undefined): string | undefined =>
  shown?.["x-request-id"];
