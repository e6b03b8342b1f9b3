/** How a request fails. */
export type FaultKind = "503" | "reset";

/** What a server does, and to which part of the requests. */
export interface Scenario {
  readonly kind: FaultKind;
  readonly rate: number;
  readonly name: string;
}

const KINDS = ["503", "reset"] as const;

export const SCENARIOS: readonly Scenario[] = KINDS.flatMap((kind) =>
  [0.01, 0.1].map((rate) => ({ kind, rate, name: `${kind} ${rate * 100} %` })),
);
