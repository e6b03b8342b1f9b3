import { ConfigError } from "../errors/config-error.ts";
import type { Failure } from "./attempt.ts";

/** The failure of an attempt because of what the caller gave: another attempt would fail in the same way. */
export const misused = (option: string, what: string, cause?: unknown): Failure => ({
  name: "ConfigError",
  cause,
  final: true,
  toError: (context, redact) => new ConfigError(option, redact(what), context),
});
