import { expect, it } from "vitest";
import type { Change } from "../fixtures/sample.ts";
import { selectionOf } from "../fixtures/selection.ts";
import { renderProvider } from "./render-provider.ts";

const SERVERS = "servers:\n  - url: https://notes.example.com\n";

it.each<[what: string, baseUrl: string, changes: readonly Change[]]>([
  ["a whole address", "readonly baseUrl?: string | undefined;", []],
  ["no address", "readonly baseUrl: string;", [[SERVERS, ""]]],
  [
    "an address that differs between installations",
    "readonly baseUrl: string;",
    [[SERVERS, "servers:\n  - url: https://{host}/v1\n    variables: { host: { default: notes.example.com } }\n"]],
  ],
])("a server with %s gives: %s", async (_, baseUrl, changes) => {
  const code = renderProvider(await selectionOf(...changes));
  expect(code).toContain(baseUrl);
  expect(code.includes("server:")).toBe(changes.length === 0);
});
