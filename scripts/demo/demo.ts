/** The demo of one provider: what its package shows, step by step. */
export interface Demo {
  readonly title: string;
  /** The steps for a mock at `baseUrl` that lets in `credential` and refuses any other. */
  steps(mock: { readonly baseUrl: string; readonly credential: string }): readonly DemoStep[];
}

export interface DemoStep {
  /** The operation that the step calls. */
  readonly operation: string;
  /** What the step is about, in a few words. */
  readonly about: string;
  /** Does it and says what came of it. A step holds where this resolves. */
  run(): Promise<string>;
}

/** A secret as it may be shown: how it starts, and how long it is. */
export const masked = (secret: string): string => `${secret.slice(0, 4)}… (${secret.length} characters)`;

/** The reason of a call that has to fail, or an error where it does not. */
export async function refused(call: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([call]);
  if (result.status === "rejected") return result.reason;
  throw new Error("the call succeeded, though it should have been refused");
}
