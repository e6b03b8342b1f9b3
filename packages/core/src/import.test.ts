import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** What an environment such as jsdom lacks. */
const LACKING = ["TextDecoder", "TextEncoder", "ReadableStream", "Response", "Request", "Headers", "fetch"];

it.each(["index", "decoders", "encoders", "security", "servers", "testing", "logging"])(
  "imports %s where the globals of the web are missing",
  async (name) => {
    const file = new URL(`${name}.ts`, import.meta.url).href;
    const code = `for (const name of ${JSON.stringify(LACKING)}) delete globalThis[name];
      console.log(Object.keys(await import(${JSON.stringify(file)})).length);`;
    const args = ["--conditions=@git-tokens/source", "--input-type=module", "-e", code];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: fileURLToPath(new URL(".", import.meta.url)),
    });
    expect(Number(stdout)).toBeGreaterThan(0);
  },
);
