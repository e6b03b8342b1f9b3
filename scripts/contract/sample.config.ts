import { join } from "node:path";
import { ROOT } from "@git-tokens/spec/providers";
import { mergeConfig } from "vitest/config";
import base from "../../vitest.base.ts";

/** Runs `sample.suite.ts`, whose generated code stands in a folder of its own and finds our packages by these names. */
export default mergeConfig(base, {
  resolve: { alias: { "@git-tokens/core": join(ROOT, "packages/core/src/index.ts") } },
  test: { include: ["sample.suite.ts"] },
});
