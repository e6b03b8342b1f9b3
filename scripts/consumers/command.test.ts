import { tmpdir } from "node:os";
import { expect, it, vi } from "vitest";
import { run } from "./command.ts";

const ENVIRONMENT =
  "['ADDED', 'KEPT', 'npm_config_registry', 'PNPM_HOME', 'NODE_OPTIONS'].map((name) => process.env[name])";

it("removes from the environment what a package manager added", async () => {
  for (const name of ["KEPT", "npm_config_registry", "PNPM_HOME"]) vi.stubEnv(name, "theirs");
  vi.stubEnv("NODE_OPTIONS", "--no-warnings");
  const said = run(process.execPath, ["-p", `JSON.stringify(${ENVIRONMENT})`], {
    cwd: tmpdir(),
    env: { ADDED: "added" },
  });
  const seen: unknown = JSON.parse(await said.finally(() => vi.unstubAllEnvs()));
  expect(seen).toEqual(["added", "theirs", null, null, null]);
});
