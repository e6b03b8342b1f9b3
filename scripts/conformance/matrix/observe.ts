import type { ClientEvent, GitTokensError } from "@git-tokens/core";
import { isGitTokensError } from "@git-tokens/core";

/** How a call ended, and its events. */
export interface Observed {
  readonly events: readonly ClientEvent[];
  readonly end:
    | { readonly kind: "success"; readonly data: unknown }
    | { readonly kind: "error"; readonly error: GitTokensError }
    | { readonly kind: "other"; readonly reason: unknown };
  /** Milliseconds until the call settled. */
  readonly duration: number;
}

/** Runs a call until it settles. */
export async function observe(run: (onEvent: (event: ClientEvent) => void) => Promise<unknown>): Promise<Observed> {
  const events: ClientEvent[] = [];
  const started = performance.now();
  const end = await run((event) => events.push(event)).then(
    (data) => ({ kind: "success", data }) as const,
    (reason: unknown) =>
      isGitTokensError(reason) ? ({ kind: "error", error: reason } as const) : ({ kind: "other", reason } as const),
  );
  return { events, end, duration: performance.now() - started };
}

/** The requests that were sent or tried. */
export const attemptsOf = ({ events }: Pick<Observed, "events">): number =>
  events.filter(({ type }) => type === "attempt").length;

/** What the call proves about its request, according to the last event. */
export const outcomeOf = ({ events }: Pick<Observed, "events">): string => {
  const last = events.at(-1);
  return last?.type === "outcome" ? last.outcome : "none";
};
