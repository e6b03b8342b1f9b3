import type { Effect } from "@git-tokens/core";

/** What a runtime shows in place of a fault, and so what the core must conclude there. */
export interface Difference {
  /** The names of the runtimes. */
  readonly on: readonly string[];
  readonly faults: readonly string[];
  /** Only calls of operations with this effect; all by default. */
  readonly effect?: Effect;
  /** The fault that looks on Node as these look here: a case must come to what it comes to there with that fault. */
  readonly like: string;
  /** What an error tells here, where that is not what it tells there. */
  readonly error?: Readonly<Record<string, unknown>>;
  /** Set if Node is the one that hides something. */
  readonly knowsMore?: true;
  /** A sentence for the table. */
  readonly why: string;
}

const NOT_SAID = "The cause is hidden: every failure on the way is the same TypeError, sent or not.";

const HIDDEN = { status: 0, target: "none" } as const;

/** Everything that is not as on Node. The first entry that fits holds. */
export const DIFFERENCES: readonly Difference[] = [
  {
    on: ["Bun", "Deno", "workerd", "Chromium"],
    faults: ["connect-timeout"],
    like: "stall-before-commit",
    why: "There is no time limit for connecting that could be set: the timeout of the attempt ends it, and that proves nothing.",
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
    why: "The handshake that fails shows as a connection that was closed.",
  },
  {
    on: ["Deno"],
    faults: [
      "tls-not-spoken",
      "tls-handshake-failure",
      "tls-protocol-version",
      "tls-internal-error",
      "tls-unrecognized-name",
    ],
    like: "refuse",
    knowsMore: true,
    why: "A handshake that fails is told from a connection that breaks later, which Node does not tell.",
  },
  {
    on: ["Chromium"],
    faults: ["301", "302", "303", "307", "308", "307-same-origin", "307-echoing-host", "307-nowhere"],
    like: "303",
    error: HIDDEN,
    why: "A redirect shows as status 0 without a location. It may be a 303, which points to what was done, so it proves nothing.",
  },
  {
    on: ["Chromium"],
    faults: ["307-malformed"],
    like: "reset-before-commit",
    why: "A redirect to what is not a URL shows as a failure without a cause.",
  },
  {
    on: ["Chromium"],
    faults: ["cut-headers"],
    like: "no-content",
    error: { status: 200 },
    why: "What came of the headers before the connection closed is taken for the whole response.",
  },
  {
    on: ["Bun", "Deno", "workerd"],
    faults: ["headers-too-large"],
    like: "empty-200",
    why: "Headers of 300 kB are taken, and an empty body after them.",
  },
  {
    on: ["Bun", "Deno", "workerd"],
    faults: ["cut-gzip"],
    like: "cut-with-length",
    why: "A packed body that stops halfway is told from one that is whole.",
  },
  {
    on: ["Bun", "Deno", "workerd"],
    faults: ["407"],
    like: "403",
    error: { status: 407 },
    knowsMore: true,
    why: "Node's fetch hides this status and says no more than that it failed.",
  },
  {
    on: ["Bun", "Deno", "workerd"],
    faults: ["421"],
    like: "403",
    error: { status: 421 },
    knowsMore: true,
    why: "Node's fetch, like a browser's, sends such a request once more on its own, which is what the status asks for.",
  },
];

/** The difference that a fault makes in a runtime, if any. */
export const differenceOf = (runtime: string, fault: string, effect: Effect | undefined): Difference | undefined =>
  DIFFERENCES.find(
    (difference) =>
      difference.on.includes(runtime) && difference.faults.includes(fault) && (difference.effect ?? effect) === effect,
  );
