import {
  type Client,
  type ClientEvent,
  type Credential,
  createClient,
  defineOperation,
  type GitTokensError,
} from "@git-tokens/core";
import { type Observed, observe } from "../matrix/observe.ts";
import { type Fetch, routeFetch } from "../server/route-fetch.ts";
import { type Undici, wireSenders } from "../server/wire-senders.ts";
import type { CaseAbort, CredentialStep } from "./case.ts";
import type { CaseCall, CaseEnd, CaseReport } from "./case-call.ts";

/** The milliseconds after which a call counts as hanging; no case takes so long. */
const PATIENCE = 200_000;

/** What a runtime sends the request of a case with. */
export interface CallTools {
  /** In place of the runtime's own `fetch`. */
  readonly send?: Fetch;
  /** Whether the runtime has the agents of Node, which only they take other wires than HTTP/1.1 direct. */
  readonly hasAgents?: boolean;
  /** Sends on these other wires in place of what is built in. */
  readonly undici?: Undici | undefined;
}

/** Makes the call of a case. Without agents this needs nothing of Node, so any runtime can do it. */
export async function callCase(testCase: CaseCall, { send, hasAgents, undici }: CallTools = {}): Promise<CaseReport> {
  const { definition, baseUrl, origins, routes, wire } = testCase;
  const call = defineOperation<string, object, unknown, object>(definition);
  // No other call shares the connection, so a fault strikes only this call.
  const sends = wire !== "h1" || undici?.transport !== undefined;
  const own = hasAgents ? wireSenders(wire, origins, sends ? undici : undefined) : undefined;
  const used = own ?? (send ? { send } : {});
  // The runtime's own fetch, unless a request is diverted.
  const routed = routes.length > 0 ? routeFetch(routes, origins, used) : used.send;
  const seam = routed ? { fetch: routed } : {};
  const controller = new AbortController();
  const reason = new Error("the caller aborts");
  const aborts = abortOn(testCase.abort, () => controller.abort(reason));
  const settling = observe(async (onEvent) => {
    const client: Client = createClient(
      { name: "cases", auth: { token: { header: "authorization", prefix: "Bearer " } }, secrets: ["secret"] },
      { ...testCase.client, ...seam, baseUrl, auth: { token: credentialOf(testCase) } },
    );
    const listener = (event: ClientEvent): void => {
      onEvent(event);
      aborts(event.type);
    };
    aborts("call");
    return call(client, testCase.input, { ...testCase.options, signal: controller.signal, onEvent: listener });
  });
  let patience: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    patience = setTimeout(resolve, PATIENCE, undefined);
  });
  const observed = await Promise.race([settling, late]);
  clearTimeout(patience);
  await own?.close();
  if (observed === undefined) return { end: { kind: "late" }, events: [], duration: PATIENCE };
  return { end: endOf(observed, reason), events: observed.events, duration: observed.duration };
}

function endOf({ end }: Observed, reason: Error): CaseEnd {
  if (end.kind === "success") return end;
  if (end.kind === "other") {
    return end.reason === reason ? { kind: "abort" } : { kind: "other", reason: String(end.reason) };
  }
  const { body: _, ...told }: { readonly body?: unknown } = end.error.toJSON();
  // JSON has no Infinity, the value of a time without limit.
  const finite = Object.entries(told).map(([name, value]) => [name, value === Infinity ? Number.MAX_VALUE : value]);
  return { kind: "error", error: Object.fromEntries(finite), shown: shownOf(end.error) };
}

/** The texts of an error and its causes. */
function shownOf(error: GitTokensError): string {
  const texts: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    texts.push(String(at), at.stack ?? "", JSON.stringify(Object.values(at).filter((value) => value !== at)));
  }
  return texts.join("\n");
}

function credentialOf({ credential }: CaseCall): Credential {
  if (typeof credential === "string") return credential;
  let asked = 0;
  // A case may pass a wrong credential on purpose.
  return (() => step(credential[Math.min(asked++, credential.length - 1)])) as Credential;
}

async function step(what: CredentialStep | undefined): Promise<unknown> {
  if (what === undefined || "hang" in what) return new Promise(() => {});
  if ("throw" in what) throw new Error(what.throw);
  return what.give;
}

/** Aborts when the events say so. */
function abortOn(abort: CaseAbort | undefined, act: () => void): (event: string) => void {
  let count = 0;
  return (event) => {
    if (abort === undefined || event !== abort.on) return;
    count += 1;
    if (count !== (abort.nth ?? 1)) return;
    if (abort.after === undefined) act();
    else setTimeout(act, abort.after);
  };
}
