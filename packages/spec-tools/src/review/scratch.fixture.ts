import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../system/temporary-folder.ts";

/** A repository of one commit on main, in a folder of its own. */
export interface Scratch {
  readonly root: string;
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  commit(): void;
}

const STYLE = fileURLToPath(new URL("../lint/style.yaml", import.meta.url));

/** A spec with one operation; its response has these fields, all of them text. */
export const spec = (fields: readonly string[], rest = ""): string => `openapi: 3.1.0
info: { title: Things, version: 0.1.0 }
servers: [{ url: https://api.things.test }]
security: [{ key: [] }]
paths:
  /things:
    get:
      operationId: listThings
      summary: List the things
      responses:
        "200":
          description: All things.
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Thing:
      type: object
      properties: { ${fields.map((field) => `${field}: { type: string }`).join(", ")} }
${rest}`;

export const changeset = (bump: string, name = "@scratch/things"): string => `---\n"${name}": ${bump}\n---\n\nWords.\n`;

/** A repository with one provider, \`things\`, in a version below 1.0.0 unless told otherwise. */
export async function scratchRepository(version = "0.2.0"): Promise<Scratch> {
  const { path: root } = await temporaryFolder("scratch");
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  };
  const git = (...args: string[]): void => {
    const who = ["-c", "user.name=Scratch", "-c", "user.email=scratch@example.com", "-c", "commit.gpgsign=false"];
    execFileSync("git", [...who, ...args], { cwd: root, stdio: "ignore" });
  };
  const commit = (): void => {
    git("add", "--all");
    git("commit", "--message", "scratch");
  };
  git("init", "--initial-branch", "main");
  await write(".changeset/config.json", "{}");
  await write("package.json", JSON.stringify({ name: "scratch", private: true }));
  await write("packages/things/package.json", JSON.stringify({ name: "@scratch/things", version }));
  await write("specs/review/redocly.yaml", `extends: [${JSON.stringify(STYLE)}]\n`);
  await write("specs/things.yaml", spec(["id", "name"]));
  commit();
  return { root, write, commit, remove: (file) => rm(join(root, file), { recursive: true }) };
}
