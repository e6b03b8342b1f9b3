import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";
import type { FaultServer } from "../server/fault-server.ts";
import { caseOperations } from "./case-operation.ts";
import { type Cell, runMatrix } from "./matrix.ts";
import { providerOperations } from "./provider-operation.ts";

/**
 * The matrix that the page is made of: over HTTP/1.1 with every operation of these providers too, by default of all; over
 * HTTP/2 with one operation of each kind, because there each call needs a session of its own.
 */
export async function runBothProtocols(
  server: FaultServer,
  places?: readonly ProviderPlace[],
): Promise<readonly Cell[]> {
  const kinds = caseOperations();
  const http1 = await runMatrix(server, [...kinds, ...(await providerOperations(places))]);
  return [...http1, ...(await runMatrix(server, kinds, { protocol: "h2" }))];
}
