/** Masks every occurrence of the known secrets in a text, or in all texts and keys of a JSON value. */
export type Scrub = <T>(value: T) => T;

/** The secrets are asked for at each use, because hardly any call needs them, and a later credential joins them. */
export function scrubber(secrets: () => readonly string[]): Scrub {
  const scrub = (value: unknown): unknown => {
    if (typeof value === "string")
      return secrets().reduce((text, secret) => text.replaceAll(secret, "[secret]"), value);
    if (Array.isArray(value)) return value.map(scrub);
    if (typeof value !== "object" || !value) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [scrub(key), scrub(inner)]));
  };
  // A text stays a text and a JSON value a JSON value.
  return scrub as Scrub;
}

/** A copy of what was thrown, down its chain of causes, that keeps what helps to find the fault and no secret. */
export function scrubbedCause(thrown: unknown, scrub: Scrub, depth = 5): unknown {
  if (Object(thrown) !== thrown) return scrub(thrown);
  const { name, message, code, stack, cause } = thrown as Partial<Error & { code: unknown }>;
  const inner = cause && depth > 0 ? { cause: scrubbedCause(cause, scrub, depth - 1) } : undefined;
  return Object.assign(new Error(scrub(message), inner), { name, code: scrub(code), stack: scrub(stack) });
}
