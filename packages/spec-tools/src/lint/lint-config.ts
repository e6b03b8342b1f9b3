import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFolder } from "../project/project-folder.ts";

const STYLE_GUIDE = fileURLToPath(new URL("style.yaml", import.meta.url));

/** The rules that a project lints with: its `specs/review/redocly.yaml`, and the style guide of this package where it has none. */
export function lintConfig(root: string = projectFolder()): string {
  const own = join(root, "specs/review/redocly.yaml");
  return existsSync(own) ? own : STYLE_GUIDE;
}
