// Generated from vk-workspace.yaml by `spec-tools codegen`. Do not edit: change the spec.
import { fileURLToPath } from "node:url";
import { describeContract } from "@git-tokens/spec-tools/contract/describe-contract";
import { createVkWorkspace } from "./create-vk-workspace.ts";
import * as operations from "./generated/operations.gen.ts";

await describeContract({
  spec: fileURLToPath(new URL("../../../specs/vk-workspace.yaml", import.meta.url)),
  operations,
  connect: {
    privateToken: (connection, credential) => createVkWorkspace({ ...connection, auth: { privateToken: credential } }),
  },
});
