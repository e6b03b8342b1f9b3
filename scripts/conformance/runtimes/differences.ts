import type { Effect } from "@git-tokens/core";

/** What a runtime shows instead of a fault, and so what the core concludes there. */
export interface Difference {
  /** The names of the runtimes. */
  readonly on: readonly string[];
  readonly faults: readonly string[];
  /** Only calls of operations with this effect; all by default. */
  readonly effect?: Effect;
  /** The fault that looks on Node as these look here. A case must have the result that this fault has on Node. */
  readonly like: string;
  /** The fields of an error that differ from those on Node. */
  readonly error?: Readonly<Record<string, unknown>>;
  /** Set if it is Node that hides something. */
  readonly knowsMore?: true;
  /** A sentence for the table. */
  readonly why: string;
}

const NOT_SAID = "The cause is hidden: every failure is the same TypeError, whether or not the request was sent.";

/** Node with the transport over undici. */
const OVER_UNDICI = ["Node 22, undici 7", "Node 24, undici 8"];

/** A server that answers a handshake with something else, or with an alert. */
const FAILED_HANDSHAKES = [
  "tls-not-spoken",
  "tls-handshake-failure",
  "tls-protocol-version",
  "tls-internal-error",
  "tls-unrecognized-name",
];

const HIDDEN = { status: 0, target: "none" } as const;

/** All differences from Node. The first matching entry applies. */
export const DIFFERENCES: readonly Difference[] = [
  {
    on: ["Bun", "Deno", "workerd", "Chromium"],
    faults: ["connect-timeout"],
    like: "stall-before-commit",
    why: "There is no time limit for connecting: the timeout of the attempt ends it, and that proves nothing.",
  },
  {
    on: ["workerd", "Chromium"],
    faults: ["refuse", "name-not-found", "tls-self-signed", "tls-closed"],
    like: "reset-before-commit",
    why: NOT_SAID,
  },
  {
    on: ["Bun"],
    faults: ["tls-closed"],
    like: "reset-before-commit",
    why: "A failed handshake looks like a closed connection.",
  },
  {
    on: ["Deno"],
    faults: FAILED_HANDSHAKES,
    like: "refuse",
    knowsMore: true,
    why: "A failed handshake differs from a connection that breaks later; on Node they look the same.",
  },
  {
    on: OVER_UNDICI,
    faults: FAILED_HANDSHAKES,
    like: "refuse",
    knowsMore: true,
    why: "No connection has taken the request yet; with fetch, a failed handshake looks like a connection that breaks later.",
  },
  {
    on: ["Chromium"],
    faults: ["301", "302", "303", "307", "308", "307-same-origin", "307-echoing-host", "307-nowhere"],
    like: "303",
    error: HIDDEN,
    why: "A redirect has status 0 and no location. It may be a 303, which follows an effect, so it proves nothing.",
  },
  {
    on: ["Chromium"],
    faults: ["307-malformed"],
    like: "reset-before-commit",
    why: "A redirect to an invalid URL looks like a failure without a cause.",
  },
  {
    on: ["Chromium"],
    faults: ["cut-headers"],
    like: "no-content",
    error: { status: 200 },
    why: "The headers that arrived before the connection closed are taken for the whole response.",
  },
  {
    on: ["Bun", "Deno", "workerd"],
    faults: ["headers-too-large"],
    like: "empty-200",
    why: "Headers of 300 kB are accepted, with an empty body after them.",
  },
  {
    on: [...OVER_UNDICI, "Bun", "Deno", "workerd"],
    faults: ["cut-gzip"],
    like: "cut-with-length",
    why: "An incomplete gzip body is recognised as incomplete.",
  },
  {
    on: [...OVER_UNDICI, "Bun", "Deno", "workerd"],
    faults: ["407"],
    like: "403",
    error: { status: 407 },
    knowsMore: true,
    why: "Node's fetch hides this status and only reports a failure.",
  },
  {
    on: [...OVER_UNDICI, "Bun", "Deno", "workerd"],
    faults: ["421"],
    like: "403",
    error: { status: 421 },
    knowsMore: true,
    why: "Node's fetch, like a browser's, sends such a request once more on its own, as the status suggests.",
  },
];

/** The difference that a fault makes in a runtime, if any. */
export const differenceOf = (runtime: string, fault: string, effect: Effect | undefined): Difference | undefined =>
  DIFFERENCES.find(
    (difference) =>
      difference.on.includes(runtime) && difference.faults.includes(fault) && (difference.effect ?? effect) === effect,
  );
