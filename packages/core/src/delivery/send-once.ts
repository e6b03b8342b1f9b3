import { failedFetch, initFor } from "#runtime";
import type { Attempt, Failure } from "./attempt.ts";
import { type Call, elapsed } from "./call.ts";
import { credentialFor } from "./credential-for.ts";
import { direct } from "./direct-fetch.ts";
import { isMistake } from "./evidence.ts";
import { misused } from "./misused.ts";
import { readResponse } from "./read-response.ts";
import { reportAttempt, reportResponse } from "./report.ts";
import { type TellingInit, telling } from "./telling-fetch.ts";

/** Sends a request once and reads the response to its end. */
export async function sendOnce(call: Call, signal: AbortSignal): Promise<Attempt> {
  const { given } = call.source;
  const credential = typeof given === "string" ? given : await credentialFor(call, given, signal);
  if (typeof credential !== "string") return credential;
  // The credential may arrive after the call has ended; then nothing must be sent.
  signal.throwIfAborted();
  call.credentials.push(credential);
  call.evidence = "unknown";
  reportAttempt(call);
  let response: Response;
  try {
    response = await send(call, credential, signal);
  } catch (thrown) {
    return notAnswered(call, thrown, signal);
  }
  if (!response?.headers?.get) return misused("fetch", "returned no Response");
  const attempt = await readResponse(response, call, signal);
  if (!signal.aborted) reportResponse(call, response);
  return attempt;
}

function send(call: Call, credential: string, signal: AbortSignal): Promise<Response> {
  // Browsers and workerd refuse a fetch that is called as a method.
  const { fetch, request, source } = call;
  const { method, body } = request;
  const { url, headers } = source.apply?.(request, credential) ?? {
    url: request.url,
    headers: { ...request.headers, [source.header]: source.prefix + credential },
  };
  // What only some requests have is added: to spread it would cost every request.
  const init: TellingInit = { ...initFor(call), method, headers, redirect: "manual", cache: "no-store", signal };
  if (body) init.body = body;
  if (telling in fetch) {
    init[telling] = () => mayBeSent(call);
    // A listener may have ended the call, which then says what it says of any fetch.
    if (!signal.aborted) call.evidence = "not-sent";
  }
  return fetch(url, init);
}

const mayBeSent = (call: Call): void => {
  call.evidence = "unknown";
};

function notAnswered(call: Call, thrown: unknown, signal: AbortSignal): Failure {
  if (isMistake(thrown)) return misused("fetch", `threw ${thrown}`, thrown);
  const { evidence, failure } = failedFetch(thrown, elapsed(call) - call.began);
  // What a caller's own fetch throws proves nothing: it may do more than send this request.
  const isBelieved = call.fetch === globalThis.fetch || direct in call.fetch;
  if (isBelieved && !signal.aborted) call.evidence = evidence;
  return failure;
}
