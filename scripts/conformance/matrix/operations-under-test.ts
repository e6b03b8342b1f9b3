import { providersUnderTest } from "@git-tokens/spec-tools/fixtures/providers-under-test";
import { caseOperations } from "./case-operation.ts";
import { type ProviderOperation, providerOperations } from "./provider-operation.ts";

/** The operations of the provider that the suite runs for; without one, those of the case table. */
export async function operationsUnderTest(): Promise<readonly ProviderOperation[]> {
  const places = await providersUnderTest();
  return places.length > 0 ? providerOperations(places) : caseOperations();
}
