import type { CallOptions, Client } from "@git-tokens/core";
import { doorFetch, type Fetch } from "./door-fetch.ts";
import type { FaultServer } from "./fault-server.ts";
import { FAULTS } from "./fault-table.ts";
import { impatientFetch } from "./impatient-fetch.ts";
import { type Observed, observe } from "./observe.ts";
import type { ProviderOperation } from "./provider-operation.ts";
import type { Script, Sighting } from "./script.ts";

/** One call of an operation against a script. */
export interface Play {
  readonly operation: ProviderOperation;
  /** The names of the faults, one per attempt. */
  readonly faults: readonly string[];
  readonly options?: CallOptions;
  /** Stands in the input and in the answer wherever the spec marks a secret. */
  readonly secret?: string;
  readonly credential?: string | (() => Promise<string>);
  readonly echo?: boolean;
  /** Calls in place of the operation's standalone function. */
  readonly call?: ProviderOperation["call"];
}

/** What came of it on both sides. */
export interface Played {
  readonly observed: Observed;
  readonly client: Client;
  /** Requests that were handed to fetch. */
  readonly tried: number;
  readonly documented: unknown;
  readonly sighting: () => Sighting;
}

const impatient = impatientFetch();

/** Calls an operation once, on real sockets. */
export async function play(
  server: Pick<FaultServer, "places" | "play" | "sighting">,
  { operation, faults, options, ...given }: Play,
): Promise<Played> {
  const { secret = "faults-secret", credential = "faults-credential", echo = false, call = operation.call } = given;
  const { effect, reveals } = operation.definition;
  const answer = operation.answer(secret);
  const script: Script = { faults, effect, answer, echo, ...(reveals ? { reveals } : {}) };
  const baseUrl = server.play(script);
  const doors = faults.map((name) => {
    const fault = FAULTS.get(name);
    return fault && "door" in fault ? fault.door : undefined;
  });
  const throughDoors = doorFetch(doors, server.places, impatient);
  let tried = 0;
  const counted: Fetch = (url, init) => {
    tried += 1;
    return throughDoors(url, init);
  };
  const client = operation.connect(credential, { baseUrl, fetch: counted });
  const observed = await observe((onEvent) => call(client, operation.input(secret), { ...options, onEvent }));
  return { observed, client, tried, documented: answer.body, sighting: () => server.sighting(baseUrl) };
}
