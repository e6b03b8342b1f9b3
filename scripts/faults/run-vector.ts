import { type Client, type ClientEvent, type Credential, createClient, defineOperation } from "@git-tokens/core";
import { doorFetch, type Fetch } from "./door-fetch.ts";
import { attemptsOf, type Observed, observe, outcomeOf } from "./observe.ts";
import type { DoorName, Script, Sighting } from "./script.ts";
import type { Stage } from "./stage.ts";
import type { CredentialStep, ExpectedError, Range, Vector, VectorAbort, VectorGround } from "./vector.ts";

/** What a vector is run with. Nothing here or below needs Node, so any runtime can run vectors. */
export interface VectorRun {
  readonly stage: Stage;
  readonly ground: VectorGround;
  /** The doors behind the faults that have one. */
  readonly doors: ReadonlyMap<string, DoorName>;
  readonly toDoor?: Fetch;
}

/** Milliseconds after which a call that has not settled is taken for one that never will; no vector takes so long. */
const PATIENCE = 20_000;

/** Runs one vector and gives a sentence for everything that is not as it expects; none where it holds. */
export async function runVector(vector: Vector, run: VectorRun): Promise<readonly string[]> {
  const { stage, ground, doors, toDoor } = run;
  const operation = ground.operations[vector.operation];
  if (operation === undefined) return [`there is no operation "${vector.operation}"`];
  const { input, answer, kinds, ...rest } = operation;
  const { effect, reveals } = rest;
  const script: Script = { faults: vector.faults, effect, answer, ...(reveals ? { reveals } : {}) };
  const baseUrl = await stage.play(script);
  const call = defineOperation<string, object, unknown, object>({
    name: vector.operation,
    ...rest,
    ...(kinds ? { answer: kinds } : {}),
  });

  const throughDoors = doorFetch(
    vector.faults.map((name) => doors.get(name)),
    stage.places,
    toDoor,
  );
  // The runtime's own fetch wherever no request has to be led to a door.
  const seam = vector.faults.some((name) => doors.has(name)) ? { fetch: throughDoors } : {};
  const controller = new AbortController();
  const reason = new Error("the caller aborts");
  const aborts = abortOn(vector.abort, () => controller.abort(reason));
  const settling = observe(async (onEvent) => {
    const client: Client = createClient(
      { name: "vectors", auth: { token: { header: "authorization", prefix: "Bearer " } }, secrets: ["secret"] },
      { ...ground.options, ...vector.client, ...seam, baseUrl, auth: { token: credentialOf(vector, ground) } },
    );
    const listener = (event: ClientEvent): void => {
      onEvent(event);
      aborts(event.type);
    };
    aborts("call");
    const options = { ...vector.options, signal: controller.signal, onEvent: listener };
    return call(client, vector.input ?? input, options);
  });
  let patience: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    patience = setTimeout(resolve, PATIENCE, undefined);
  });
  const observed = await Promise.race([settling, late]);
  clearTimeout(patience);
  if (observed === undefined) return [`the call did not settle within ${PATIENCE} ms`];
  return mismatches(vector, observed, await stage.sighting(baseUrl), { answer, reason, stage });
}

function credentialOf({ credential }: Vector, ground: VectorGround): Credential {
  if (typeof credential === "string" || credential === undefined) return credential ?? ground.credential;
  let asked = 0;
  // A vector may give what no credential is; that is the point of it.
  return (() => step(credential[Math.min(asked++, credential.length - 1)])) as Credential;
}

async function step(what: CredentialStep | undefined): Promise<unknown> {
  if (what === undefined || "hang" in what) return new Promise(() => {});
  if ("throw" in what) throw new Error(what.throw);
  return what.give;
}

/** Aborts when the events say so. */
function abortOn(abort: VectorAbort | undefined, act: () => void): (event: string) => void {
  let count = 0;
  return (event) => {
    if (abort === undefined || event !== abort.on) return;
    count += 1;
    if (count !== (abort.nth ?? 1)) return;
    if (abort.after === undefined) act();
    else setTimeout(act, abort.after);
  };
}

interface Known {
  readonly answer: Script["answer"];
  readonly reason: Error;
  readonly stage: Stage;
}

function mismatches(vector: Vector, observed: Observed, sighting: Sighting, known: Known): readonly string[] {
  const { expect: wanted } = vector;
  const { end, events, duration } = observed;
  const waits = events.flatMap((event) => (event.type === "retry" ? [event.wait] : []));
  const found: string[] = [];
  const check = (what: string, expected: unknown, seen: unknown): void => {
    if (JSON.stringify(expected) !== JSON.stringify(seen)) {
      found.push(`${what}: expected ${JSON.stringify(expected)}, saw ${JSON.stringify(seen)}`);
    }
  };
  const aborted = end.kind === "other" && end.reason === known.reason;
  check("end", wanted.end, aborted ? "abort" : end.kind === "other" ? `threw ${String(end.reason)}` : end.kind);
  if (end.kind === "success") check("data", known.answer.body, end.data);
  check("attempts", wanted.attempts, attemptsOf(observed));
  check("effects", wanted.committed, sighting.committed);
  check("outcome", wanted.outcome ?? "none", outcomeOf(observed));
  const fitting =
    waits.length === wanted.waits.length && wanted.waits.every((range, index) => within(range, waits[index]));
  if (!fitting) check("waits", wanted.waits, waits);
  // A timer may fire up to a millisecond early.
  const waited = waits.reduce((sum, wait) => sum + wait - 1, 0);
  if (!aborted && duration < waited) found.push(`waits: ${waited} ms were announced, and ${duration} ms gone`);
  if (end.kind === "error") found.push(...errorMismatches(vector, end.error, known.stage));
  const [first, ...others] = sighting.arrivals;
  for (const other of others) {
    check("a repeated request", [first?.method, first?.path, first?.body], [other.method, other.path, other.body]);
  }
  const { credentials, headers = {} } = wanted;
  if (credentials) {
    const sent = sighting.arrivals.map((arrival) => arrival.headers.authorization);
    check(
      "credentials",
      credentials.map((credential) => `Bearer ${credential}`),
      sent,
    );
  }
  for (const [name, value] of Object.entries(headers)) {
    for (const arrival of sighting.arrivals) check(`header ${name}`, value, arrival.headers[name]);
  }
  return found;
}

function errorMismatches({ expect: wanted }: Vector, error: object, { places }: Stage): readonly string[] {
  const { recovery, target, retryAfter, ...exact }: Partial<ExpectedError> = wanted.error ?? {};
  const seen = (name: string): unknown => Reflect.get(error, name);
  const targets = { server: places.server, elsewhere: places.elsewhere };
  const checks: readonly (readonly [name: string, holds: boolean, expected: unknown])[] = [
    ["attempts", seen("attempts") === wanted.attempts, wanted.attempts],
    ["outcome", seen("outcome") === (wanted.outcome ?? "not-sent"), wanted.outcome],
    ["recovery", recovery === undefined || recovery === (typeof seen("recovery") === "string"), recovery],
    ["target", target === undefined || targets[target] === seen("target"), target],
    ["retryAfter", retryAfter === undefined || within(retryAfter, seen("retryAfter")), retryAfter],
    ...Object.entries(exact).map(([name, value]) => [name, seen(name) === value, value] as const),
  ];
  return checks
    .filter(([, holds]) => !holds)
    .map(([name, , expected]) => `error.${name}: expected ${JSON.stringify(expected)}, saw ${String(seen(name))}`);
}

const within = ([from, to]: Range, value: unknown): boolean =>
  typeof value === "number" && value >= from && value <= (to ?? Infinity);
