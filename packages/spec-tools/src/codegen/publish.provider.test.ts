import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readSpec } from "../description/read-spec.ts";
import { validateJson } from "../description/validate.ts";
import { providersUnderTest } from "../fixtures/providers-under-test.ts";
import { publish } from "./publish.ts";

test.each(await providersUnderTest())("$name is published as 3.1 and as a valid 3.0.3", async ({ spec: file }) => {
  const spec = await readSpec(file);
  const files = await publish(spec);
  expect([...files.keys()]).toEqual(["openapi-3.0.json", "openapi.json"]);
  const same = files.get("openapi.json") ?? "";
  expect(createHash("sha256").update(same).digest("hex")).toBe(spec.hash);
  expect(JSON.parse(same)).toEqual(spec.document);
  const down = files.get("openapi-3.0.json") ?? "";
  expect(JSON.parse(down)).toMatchObject({ openapi: "3.0.3", info: spec.document.info });
  expect(await validateJson(file, down, { struct: "error", "no-unresolved-refs": "error" })).toEqual([]);
});
