import { expect, it } from "vitest";
import { type Change, sample, specFile } from "../fixtures/sample.ts";
import { type CredentialForm, credentialForms } from "./credential-form.ts";
import { readSpec } from "./read-spec.ts";

async function formsWith(...changes: readonly Change[]): Promise<readonly CredentialForm[]> {
  return credentialForms((await readSpec(await specFile(sample(...changes)))).document);
}

it("gives the header in lower case and the prefix with its space", async () => {
  expect(await formsWith()).toEqual([
    { scheme: "api-key", header: "x-api-key", prefix: "Key ", description: undefined },
    { scheme: "session", header: "authorization", prefix: "Bearer ", description: "A person's session." },
  ]);
});

it("has no prefix where the spec states none", async () => {
  expect((await formsWith(['      x-prefix: "Key "\n', ""]))[0]).toMatchObject({ scheme: "api-key", prefix: "" });
});

it("follows a scheme that is a reference", async () => {
  const [form] = await formsWith(
    ["    api-key:\n", '    api-key:\n      $ref: "#/components/x-schemes/key"\n    other:\n'],
    [
      "  parameters:\n    bookId:\n",
      "  x-schemes:\n    key: { type: apiKey, in: header, name: X-Other }\n  parameters:\n    bookId:\n",
    ],
  );
  expect(form).toMatchObject({ scheme: "api-key", header: "x-other" });
});
