import type { FaultServer } from "../server/fault-server.ts";
import { caseOperations } from "./case-operation.ts";
import { type Cell, runMatrix } from "./matrix.ts";
import type { ProviderOperation } from "./provider-operation.ts";

/**
 * The matrix that the page is made of: over HTTP/1.1 with these operations, over HTTP/2 with one of each kind, because
 * there each call needs a session of its own.
 */
export async function runBothProtocols(
  server: FaultServer,
  operations: readonly ProviderOperation[],
): Promise<readonly Cell[]> {
  const http1 = await runMatrix(server, operations);
  return [...http1, ...(await runMatrix(server, caseOperations(), { protocol: "h2" }))];
}
