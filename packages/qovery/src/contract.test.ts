import { fileURLToPath } from "node:url";
import { describeContract } from "@git-tokens/contract/describe-contract";
import { createQovery } from "./create-qovery.ts";
import * as operations from "./generated/operations.gen.ts";

await describeContract({
  spec: fileURLToPath(new URL("../../../specs/qovery.yaml", import.meta.url)),
  operations,
  connect: {
    apiToken: (connection, apiToken) => createQovery({ ...connection, auth: { apiToken } }),
    jwt: (connection, jwt) => createQovery({ ...connection, auth: { jwt } }),
  },
});
