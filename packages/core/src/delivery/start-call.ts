import { findSecrets } from "../response/find-secrets.ts";
import { redactor } from "../response/redact.ts";
import type { Call, CallState } from "./call.ts";
import { reportEvents } from "./report-events.ts";

/** The state of a call that sent nothing yet. */
export function startCall(call: Call): CallState {
  const started = performance.now();
  const credentials: string[] = [];
  let sent: readonly string[] | undefined;
  const secrets = (): readonly string[] => {
    sent ??= call.request.json ? findSecrets(call.request.json, call.secretNames) : [];
    return [...credentials, ...sent];
  };
  const state: CallState = {
    attempt: 1,
    requests: 0,
    outcome: "not-sent",
    evidence: "not-sent",
    status: undefined,
    renewable: typeof call.credential.given === "function",
    credentials,
    elapsed: () => performance.now() - started,
    redact: redactor(secrets, call.secretNames),
    report: reportEvents(call.settings.onEvent, call.definition.name, () => state.attempt),
  };
  return state;
}
