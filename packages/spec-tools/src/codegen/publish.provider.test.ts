import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { describeFile } from "../description/describe-api.ts";
import { hashOf, publishedJson } from "../description/published-json.ts";
import { providersUnderTest } from "../fixtures/providers-under-test.ts";
import { validateJson } from "../lint/redocly.ts";
import { publish } from "./publish.ts";

test.each(await providersUnderTest())("$name is published as 3.1 and as a valid 3.0.3", async ({ spec: file }) => {
  const api = await describeFile(file);
  const files = await publish(api);
  const document = parse(await readFile(file, "utf8"));
  expect([...files.keys()]).toEqual(["openapi-3.0.json", "openapi.json"]);
  const same = files.get("openapi.json") ?? "";
  expect(hashOf(same)).toBe(hashOf(publishedJson(api)));
  expect(JSON.parse(same)).toEqual(document);
  const down = files.get("openapi-3.0.json") ?? "";
  expect(JSON.parse(down)).toMatchObject({ openapi: "3.0.3", info: document.info });
  expect(await validateJson(file, down)).toEqual([]);
});
