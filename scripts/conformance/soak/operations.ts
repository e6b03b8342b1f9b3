import { caseOperations } from "../matrix/case-operation.ts";
import { type ProviderOperation, providerOperations } from "../matrix/provider-operation.ts";
import type { SoakSettings } from "./plan.ts";

/** The operations that a soak calls. */
export const soakOperations = async ({ of }: SoakSettings): Promise<readonly ProviderOperation[]> =>
  of === "cases" ? caseOperations() : providerOperations();
