import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { generateForeign } from "@git-tokens/spec-tools/codegen/generate-foreign";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { ROOT } from "@git-tokens/workspace/paths";
import { expect, it } from "vitest";
import { bundleProgram } from "./bundle-program.ts";

const OK = { 200: { description: "ok", content: { "application/json": { schema: { type: "object" } } } } };
const TEXT = { schema: { type: "string" } };

/** What other operations may have, and the first one has not: a path, by its number. */
const OTHERS: readonly ((index: number) => object)[] = [
  () => ({ get: { responses: OK } }),
  () => ({ get: { security: [], responses: OK } }),
  () => ({
    get: { security: [{ key: [] }, { token: [] }], parameters: [{ name: "h", in: "header", ...TEXT }], responses: OK },
  }),
  () => ({
    post: { requestBody: { content: { "multipart/form-data": { schema: { type: "object" } } } }, responses: OK },
  }),
  () => ({ get: { responses: { 200: { description: "ok", content: { "text/event-stream": {}, "image/*": {} } } } } }),
  (index) => ({
    post: {
      servers: [{ url: `https://s${index % 3}.example.com` }],
      requestBody: { content: { "text/csv": {}, "image/*": {} } },
      responses: OK,
    },
  }),
  () => ({
    get: { parameters: [{ name: "d", in: "query", style: "deepObject", schema: { type: "object" } }], responses: OK },
  }),
];

function description(count: number, others: typeof OTHERS): string {
  const paths = Array.from({ length: count - 1 }, (_, index) => [`/p${index}`, others[index % others.length]?.(index)]);
  const first = { operationId: "listNotes", parameters: [{ name: "limit", in: "query", ...TEXT }], responses: OK };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Many", version: "1" },
    servers: [{ url: "https://example.com" }],
    security: [{ key: [] }],
    paths: { "/notes": { get: first }, ...Object.fromEntries(paths) },
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        token: { type: "http", scheme: "bearer" },
      },
    },
  });
}

/** Bytes of a program with the first operation, minified, by gzip. */
async function sizeOf(text: string): Promise<number> {
  const spec = await folderWith({ "many.json": text });
  const { files } = await generateForeign(join(spec, "many.json"), {});
  const folder = await folderWith(Object.fromEntries(files));
  await mkdir(join(folder, "node_modules/@git-tokens"), { recursive: true });
  await symlink(join(ROOT, "packages/core"), join(folder, "node_modules/@git-tokens/core"));
  const code = `export { createClient } from "@git-tokens/core";
export { provider } from "./provider.gen.ts";
export { listNotes } from "./operations.gen.ts";`;
  return gzipSync(await bundleProgram(code, folder, { conditions: ["@git-tokens/source"] }), { level: 9 }).length;
}

it("ships of one operation out of 1,200 what it ships of one out of 6, whatever the others need", async () => {
  const small = await sizeOf(description(6, [() => ({ get: { responses: OK } })]));
  expect((await sizeOf(description(1200, OTHERS))) - small).toBeLessThanOrEqual(300);
});
