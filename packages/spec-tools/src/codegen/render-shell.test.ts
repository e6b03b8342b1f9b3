import { describe, expect, it } from "vitest";
import { describeFile } from "../description/describe-api.ts";
import { sample, specFile } from "../fixtures/sample.ts";
import { renderConfig } from "./render-config.ts";
import { renderShell } from "./render-shell.ts";

const sampleSpec = async () => describeFile(await specFile(sample(), "my-notes.yaml"));

describe("the shell of a package", () => {
  it("is named after its spec", async () => {
    const files = await renderShell(await sampleSpec());
    expect([...files.keys()].sort()).toEqual([
      "client.ts",
      "contract.test.ts",
      "create-my-notes.ts",
      "index.ts",
      "operations.ts",
      "testing.ts",
    ]);
    for (const text of files.values()) expect(text).toMatch(/^\/\/ Generated from my-notes\.yaml by /);
    expect(files.get("create-my-notes.ts")).toContain(
      "export const createMyNotes = (options: MyNotesOptions): MyNotes",
    );
    expect(files.get("client.ts")).toContain('Client<"my-notes">');
  });

  it("holds each security scheme of the spec to the contract", async () => {
    const files = await renderShell(await sampleSpec());
    const connected = files.get("contract.test.ts")?.match(/^ {4}(\S+): \(connection, credential\) =>/gm);
    expect(connected).not.toBeNull();
    expect(connected).toHaveLength((files.get("contract.test.ts")?.match(/auth: /g) ?? []).length);
  });

  it("re-runs the tests of a package for its own spec", async () => {
    const files = await renderConfig(await sampleSpec(), "repository");
    expect(JSON.parse(files.get("turbo.json") ?? "")).toMatchObject({
      tasks: { test: { inputs: expect.arrayContaining(["$TURBO_EXTENDS$", "$TURBO_ROOT$/specs/my-notes.yaml"]) } },
    });
  });
});
