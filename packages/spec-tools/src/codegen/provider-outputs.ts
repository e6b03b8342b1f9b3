import { join } from "node:path";
import type { ApiDescription } from "../description/api-description.ts";
import type { Setting } from "../project/setting.ts";
import { generate } from "./generate.ts";
import type { GeneratedFiles } from "./generated-files.ts";
import { readmeTables } from "./readme-tables.ts";
import { renderConfig } from "./render-config.ts";
import type { Job } from "./render-jobs.ts";
import { renderManifest } from "./render-manifest.ts";
import { renderShell } from "./render-shell.ts";

/** Everything that is written from a spec into the package of its provider: all of it but the README's prose. */
export const providerOutputs = (packageFolder: string, setting: Setting): Job["outputs"] => [
  { folder: join(packageFolder, "src/generated"), render: generate },
  { folder: join(packageFolder, "openapi"), render: published },
  { folder: join(packageFolder, "src"), render: renderShell, shared: true },
  { folder: packageFolder, render: (api) => renderConfig(api, setting), shared: true },
  { folder: packageFolder, render: (api) => renderManifest(packageFolder, api, setting), shared: true },
  { folder: packageFolder, render: (api) => readmeTables(packageFolder, api), shared: true },
];

/** What needs the linter is loaded only where it is needed, because that takes longer than a small spec. */
async function published(api: ApiDescription): Promise<GeneratedFiles> {
  const { publish } = await import("./publish.ts");
  return publish(api);
}
