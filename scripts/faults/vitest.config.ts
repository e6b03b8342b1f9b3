import { mergeConfig } from "vitest/config";
import config from "../../vitest.base.ts";

/** Most of a proof's time is spent waiting, so two files run side by side whatever the machine. */
export default mergeConfig(config, { test: { maxWorkers: 2 } });
