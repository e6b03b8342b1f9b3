import { createClient, defineOperation } from "@git-tokens/core";
import type { CaseOperation } from "../cases/case.ts";
import { SETUP } from "../cases/setup.ts";
import type { ProviderOperation } from "./provider-operation.ts";

const PROVIDER = {
  name: "cases",
  auth: { token: { header: "authorization", prefix: "Bearer " } },
  secrets: ["secret", "key"],
} as const;

/** The operations of the case table, one for each column of the page, in the shape of a provider's. */
export const caseOperations = (): readonly ProviderOperation[] =>
  Object.entries<CaseOperation>(SETUP.operations).map(([name, operation]): ProviderOperation => {
    const { input, answer, kinds, ...rest } = operation;
    const call = defineOperation<string, object, unknown, object>({ name, ...rest, ...(kinds && { answer: kinds }) });
    const fill = (value: unknown, names: readonly string[], secret: string): unknown =>
      Object.assign({ ...Object(value) }, Object.fromEntries(names.map((field) => [field, secret])));
    return {
      provider: PROVIDER.name,
      definition: call.definition,
      input: (secret) => ({ ...input, ...("secret" in input ? { secret } : {}) }),
      answer: (secret) =>
        operation.reveals ? { ...answer, body: fill(answer.body, operation.reveals, secret) } : answer,
      connect: (credential, options) => createClient(PROVIDER, { ...options, auth: { token: credential } }),
      call,
    };
  });
