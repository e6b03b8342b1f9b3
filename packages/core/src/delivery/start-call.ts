import { findSecrets } from "../response/find-secrets.ts";
import { parseErrorBody } from "../response/parse-body.ts";
import { redactor } from "../response/redact.ts";
import type { Call, Delivery } from "./call.ts";
import { nextCall } from "./report.ts";

/** The state of a delivery before its first request. */
export function startCall(delivery: Delivery): Call {
  const { definition, request, settings, credential, fetch, secretNames } = delivery;
  const call: Call = {
    definition,
    request,
    settings,
    credential,
    fetch,
    secretNames,
    id: nextCall(),
    started: performance.now(),
    attempt: 1,
    began: 0,
    evidence: "not-sent",
    head: undefined,
    attempts: 0,
    outcome: "not-sent",
    credentials: [],
    rejected: false,
    renewed: false,
    renewals: 0,
    redact: redactor(() => {
      sent ??= secretsOf(delivery);
      return [
        ...sent,
        ...call.credentials.flatMap((one) => credential.secrets?.(one) ?? [one, credential.prefix + one]),
      ];
    }, secretNames),
  };
  let sent: readonly string[] | undefined;
  return call;
}

/** The secrets of a request except its credential: those of its fields and of the caller's own headers. */
function secretsOf({ request: { parts, body, headers }, secretNames }: Delivery): readonly string[] {
  const own = Object.entries(headers).flatMap(([name, value]) =>
    // `Bearer secret` and `name=secret; other=secret`.
    /auth|cookie|token|secret|key|pass|sign/.test(name) ? [value, ...value.split(/[\s=;,]+/)] : [],
  );
  // The caller may have changed the input since it was written.
  const written = typeof body === "string" && parseErrorBody(body);
  return [...own, ...findSecrets([parts, written], secretNames)].filter(Boolean);
}
