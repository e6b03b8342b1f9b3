import type { Failure } from "./attempt.ts";

/** The failure of an attempt because of what the caller gave: another attempt would fail in the same way. */
export const misused = (option: string, what: string, cause?: unknown): Failure => ({
  name: "ConfigError",
  what: `${option} ${what}`,
  cause,
  final: true,
  details: () => ({ option }),
});
