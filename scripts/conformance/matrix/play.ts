import type { CallOptions, Client } from "@git-tokens/core";
import { routeOf } from "../cases/stage-case.ts";
import type { FaultServer } from "../server/fault-server.ts";
import { marked, routeFetch } from "../server/route-fetch.ts";
import type { Script, ServerLog } from "../server/script.ts";
import type { Wire } from "../server/wire.ts";
import { type Undici, type WireSenders, wireSenders } from "../server/wire-senders.ts";
import { type Observed, observe } from "./observe.ts";
import type { ProviderOperation } from "./provider-operation.ts";

/** One call of an operation against a script of faults. */
export interface Play {
  readonly operation: ProviderOperation;
  /** The names of the faults, one per attempt. */
  readonly faults: readonly string[];
  readonly options?: CallOptions;
  /** Replaces every secret in the input and in the response. */
  readonly secret?: string;
  readonly credential?: string | (() => Promise<string>);
  readonly echo?: boolean;
  /** HTTP/1.1 and direct by default. */
  readonly wire?: Wire;
  /** Shared with other calls on the same wire, which faults of a connection then strike as well. Its own by default. */
  readonly senders?: WireSenders;
  /** The package undici that sends, in place of the runtime's own `fetch`. */
  readonly undici?: Undici;
  /** Replaces the standalone function of the operation. */
  readonly call?: ProviderOperation["call"];
}

/** The result on both sides. */
export interface Played {
  readonly observed: Observed;
  readonly client: Client;
  /** The requests that were passed to fetch. */
  readonly tried: number;
  readonly documented: unknown;
  readonly serverLog: () => ServerLog;
}

/** Calls an operation once, on real sockets. */
export async function play(
  server: Pick<FaultServer, "origins" | "play" | "serverLog">,
  { operation, faults, options, ...given }: Play,
): Promise<Played> {
  const {
    secret = "faults-secret",
    credential = "faults-credential",
    echo = false,
    call = operation.call,
    wire = "h1",
  } = given;
  const { effect, reveals } = operation.definition;
  const answer = operation.answer(secret);
  const script: Script = { faults, effect, answer, echo, wire, ...(reveals ? { reveals } : {}) };
  const baseUrl = server.play(script);
  const senders = given.senders ?? wireSenders(wire, server.origins, given.undici);
  const routed = routeFetch(faults.map(routeOf), server.origins, senders);
  let tried = 0;
  const counted = marked((url, init) => {
    tried += 1;
    return routed(url, init);
  }, senders.tells);
  const client = operation.connect(credential, { baseUrl, fetch: counted });
  const observed = await observe((onEvent) => call(client, operation.input(secret), { ...options, onEvent }));
  if (senders !== given.senders) await senders.close();
  return { observed, client, tried, documented: answer.body, serverLog: () => server.serverLog(baseUrl) };
}
