import { findSecrets } from "../response/find-secrets.ts";
import { parseErrorBody } from "../response/parse-body.ts";
import { redactor } from "../response/redact.ts";
import type { Call, CallState } from "./call.ts";
import { reportEvents } from "./report-events.ts";

/** The state of a call that sent nothing yet. */
export function startCall(call: Call): CallState {
  const started = performance.now();
  const credentials: string[] = [];
  let sent: readonly string[] | undefined;
  const allSecrets = (): readonly string[] => {
    sent ??= secretsOf(call);
    const { prefix, secrets } = call.credential;
    return [...credentials.flatMap((one) => secrets?.(one) ?? [one, prefix + one]), ...sent];
  };
  const state: CallState = {
    attempt: 1,
    began: 0,
    requests: 0,
    outcome: "not-sent",
    evidence: "not-sent",
    head: null,
    status: undefined,
    renewable: typeof call.credential.given === "function",
    rejected: false,
    renewals: 0,
    credentials,
    elapsed: () => performance.now() - started,
    redact: redactor(allSecrets, call.secretNames),
    report: reportEvents(call.settings.onEvent, call.definition.name, () => state.attempt),
  };
  return state;
}

/** The secrets of a request, save its credential: those of its fields, and those among the caller's own headers. */
function secretsOf({ request: { parts, body, headers }, secretNames }: Call): readonly string[] {
  const own = Object.entries(headers).filter(([name]) => /auth|cookie|token|secret|key|pass|sign/.test(name));
  // `Bearer secret` and `name=secret; other=secret`.
  const values = own.flatMap(([, value]) => [value, ...value.split(/[\s=;,]+/)]);
  // The caller may have changed the input since it was written.
  const written = typeof body === "string" && parseErrorBody(body);
  return [...values.filter(Boolean), ...findSecrets([parts, written], secretNames)];
}
