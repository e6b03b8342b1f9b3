/** The demo of one provider: the steps that show its package. */
export interface Demo {
  readonly title: string;
  /** The steps for a mock at `baseUrl` that only accepts `credential`. */
  steps(mock: { readonly baseUrl: string; readonly credential: string }): readonly DemoStep[];
}

export interface DemoStep {
  /** The operation that the step calls. */
  readonly operation: string;
  /** The topic of the step, in a few words. */
  readonly about: string;
  /** Runs the step and returns its result in words. The step passes if this resolves. */
  run(): Promise<string>;
}

/** A secret as it may be shown: its beginning and its length. */
export const masked = (secret: string): string => `${secret.slice(0, 4)}… (${secret.length} characters)`;

/** The error of a call that must fail. Throws if the call succeeds. */
export async function refused(call: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([call]);
  if (result.status === "rejected") return result.reason;
  throw new Error("the call succeeded, but it should have been refused");
}
