import type { Case } from "./case.ts";
import type { OperationName } from "./setup.ts";
import { abortsCases } from "./tables/aborts.ts";
import { answersCases } from "./tables/answers.ts";
import { attemptsCases } from "./tables/attempts.ts";
import { credentialCases } from "./tables/credential.ts";
import { decisionCases } from "./tables/decision.ts";
import { deleteCases } from "./tables/delete.ts";
import { http2Cases } from "./tables/http2.ts";
import { proxiesCases } from "./tables/proxies.ts";
import { requestsCases } from "./tables/requests.ts";
import { retryAfterCases } from "./tables/retry-after.ts";
import { timeoutsCases } from "./tables/timeouts.ts";

/** Every case, by its subject. */
export const CASES: Readonly<Record<string, readonly Case<OperationName>[]>> = {
  aborts: abortsCases,
  answers: answersCases,
  attempts: attemptsCases,
  credential: credentialCases,
  decision: decisionCases,
  delete: deleteCases,
  http2: http2Cases,
  proxies: proxiesCases,
  requests: requestsCases,
  "retry-after": retryAfterCases,
  timeouts: timeoutsCases,
};

/** Every case of every subject. */
export const ALL_CASES: readonly Case<OperationName>[] = Object.values(CASES).flat();
