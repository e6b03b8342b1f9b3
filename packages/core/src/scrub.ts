const MASK = "[secret]";

/** Masks every occurrence of the known secrets in a text, or in all texts and keys of a JSON value. */
export type Scrub = <T>(value: T) => T;

/** The set may grow: a secret that is added later is masked from then on. */
export function scrubber(secrets: ReadonlySet<string>): Scrub {
  const mask = (text: string): string => {
    let masked = text;
    for (const secret of secrets) masked = masked.replaceAll(secret, MASK);
    return masked;
  };
  const scrub = (value: unknown): unknown => {
    if (typeof value === "string") return mask(value);
    if (Array.isArray(value)) return value.map(scrub);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mask(key), scrub(inner)]));
  };
  return scrub as Scrub;
}

/** A copy of what was thrown, down its chain of causes, that keeps what helps to find the fault and no secret. */
export function scrubbedCause(thrown: unknown, scrub: Scrub, depth = 0): unknown {
  if (!(thrown instanceof Error)) return scrub(thrown);
  const { name, message, stack, cause } = thrown;
  const copy = new Error(
    scrub(message),
    cause && depth < 5 ? { cause: scrubbedCause(cause, scrub, depth + 1) } : undefined,
  );
  copy.name = name;
  copy.stack = scrub(stack ?? "");
  return "code" in thrown ? Object.assign(copy, { code: scrub(thrown.code) }) : copy;
}
