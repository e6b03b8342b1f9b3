/** Why a credential is asked for. */
export interface CredentialRequest {
  /** `call`: for a new call. `rejected`: the service answered 401 to the one before, so another one is needed. */
  readonly reason: "call" | "rejected";
  /** Aborted when the answer is no longer waited for. */
  readonly signal: AbortSignal;
}

/** Asks for another credential after a 401. */
export interface Renewal {
  /** How many renewals have ended; a request notes it when it is sent. */
  readonly count: () => number;
  /**
   * Another credential, unchecked. Requests that are rejected at the same time share one answer: who was sent before a
   * renewal ended, takes what that gave.
   *
   * @param sentAt {@link count} at the time when the rejected request was sent.
   */
  readonly renew: (sentAt: number, signal: AbortSignal) => Promise<unknown>;
}

export function shareRenewals(ask: (request: CredentialRequest) => unknown): Renewal {
  let count = 0;
  let isRunning = false;
  let latest: Promise<unknown> | undefined;
  let latestSignal: AbortSignal | undefined;
  const renew = async (sentAt: number, signal: AbortSignal): Promise<unknown> => {
    if (!isRunning && sentAt === count) {
      isRunning = true;
      latestSignal = signal;
      latest = (async () => ask({ reason: "rejected", signal }))().finally(() => {
        isRunning = false;
        count++;
      });
    }
    const asking = latestSignal;
    try {
      return await latest;
    } catch (thrown) {
      // Who asked has left; that is no reason for those who share its answer.
      if (!asking?.aborted || signal.aborted) throw thrown;
      return renew(count, signal);
    }
  };
  return { count: () => count, renew };
}
