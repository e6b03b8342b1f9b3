import { providersUnderTest } from "@git-tokens/spec-tools/fixtures/providers-under-test";
import { caseOperations } from "./case-operation.ts";
import { type ProviderOperation, providerOperations } from "./provider-operation.ts";

/** The operations of the case table, and those of the provider that the suite runs for, if any. */
export const operationsUnderTest = async (): Promise<readonly ProviderOperation[]> => [
  ...caseOperations(),
  ...(await providerOperations(await providersUnderTest())),
];
