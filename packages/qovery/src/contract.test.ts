// Generated from qovery.yaml by `spec-tools codegen`. Do not edit: change the spec.
import { fileURLToPath } from "node:url";
import { describeContract } from "@git-tokens/spec-tools/contract/describe-contract";
import { createQovery } from "./create-qovery.ts";
import * as operations from "./generated/operations.gen.ts";

await describeContract({
  spec: fileURLToPath(new URL("../../../specs/qovery.yaml", import.meta.url)),
  operations,
  connect: {
    apiToken: (connection, credential) => createQovery({ ...connection, auth: { apiToken: credential } }),
    jwt: (connection, credential) => createQovery({ ...connection, auth: { jwt: credential } }),
  },
});
