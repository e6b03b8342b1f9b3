import { findSecrets } from "../response/find-secrets.ts";
import { parseErrorBody } from "../response/parse-body.ts";
import { type Redact, redactor } from "../response/redact.ts";
import type { Call } from "./call.ts";

/** Masks all that a call has sent and must not show. Made where it is needed, because hardly any call needs it. */
export function redactorOf(call: Call): Redact {
  const { credentials, source, secretNames } = call;
  call.secrets ??= secretsOf(call);
  const sent = credentials.flatMap((one) => source.secrets?.(one) ?? [one, source.prefix + one]);
  return redactor([...call.secrets, ...sent], secretNames);
}

/** The secrets of a request except its credential: those of its fields and of the caller's own headers. */
function secretsOf({ request: { parts, body, headers }, secretNames }: Call): readonly string[] {
  const own = Object.entries(headers).flatMap(([name, value]) =>
    // `Bearer secret` and `name=secret; other=secret`.
    /auth|cookie|token|secret|key|pass|sign/.test(name) ? [value, ...value.split(/[\s=;,]+/)] : [],
  );
  // The caller may have changed the input since it was written.
  const written = typeof body === "string" && parseErrorBody(body);
  return [...own, ...findSecrets([parts, written], secretNames)].filter(Boolean);
}
