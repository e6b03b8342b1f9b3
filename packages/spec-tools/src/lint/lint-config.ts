import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFolder } from "../project/project-folder.ts";

export const STYLE_GUIDE: string = fileURLToPath(new URL("style.yaml", import.meta.url));

/** The rules that a project lints with: its `specs/review/redocly.yaml`, and the style guide of this package where it has none. */
export function lintConfig(root: string = projectFolder()): string {
  const own = join(root, "specs/review/redocly.yaml");
  return existsSync(own) ? own : STYLE_GUIDE;
}

/** The rules that the package of a spec has for it alone: `packages/<name>/redocly.yaml` next to `specs/<name>.yaml`. */
export function configOfPackage(spec: string): string | undefined {
  const path = resolve(spec);
  const name = basename(path).replace(/\.[^.]*$/, "");
  const own = join(dirname(path), "../packages", name, "redocly.yaml");
  return basename(dirname(path)) === "specs" && existsSync(own) ? own : undefined;
}
