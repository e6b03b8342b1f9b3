import { expect, it } from "vitest";
import { deepObject } from "../parameter-styles/deep-object.ts";
import { form } from "../parameter-styles/form.ts";
import { binaryBody } from "./binary-body.ts";
import type { EncodedBody } from "./encode-body.ts";
import { formBody } from "./form-body.ts";
import { multipartBody } from "./multipart-body.ts";
import { textBody } from "./text-body.ts";

/** What the other side reads: the runtime's own parser is the judge. */
const received = ({ body, contentType }: EncodedBody): Promise<FormData> =>
  new Response(body, contentType ? { headers: { "content-type": contentType } } : {}).formData();

it("writes a form that a parser reads back", async () => {
  const value = {
    name: "a&b=c d+e é",
    on: true,
    many: [1, 2],
    gone: undefined,
    none: null,
    deep: { a: [1] },
    "k[]": "",
  };
  expect([...(await received(formBody()(value)))]).toEqual([
    ["name", "a&b=c d+e é"],
    ["on", "true"],
    ["many", "1"],
    ["many", "2"],
    ["deep", '{"a":[1]}'],
    ["k[]", ""],
  ]);
});

it("writes single fields of a form in the style that is stated for them", async () => {
  const body = formBody({ filter: deepObject(), ids: form(false) });
  expect([...(await received(body({ filter: { a: 1 }, ids: [1, 2], toString: "x" })))]).toEqual([
    ["filter[a]", "1"],
    ["ids", "1,2"],
    ["toString", "x"],
  ]);
});

it("writes parts that a parser reads back", async () => {
  const file = new File(["bytes"], "a.txt", { type: "text/plain" });
  const value = {
    file,
    blob: new Blob(["b"]),
    bytes: new Uint8Array([104, 105]),
    list: ["x", 1],
    meta: { a: 1 },
    no: null,
  };
  const parts = [...(await received(multipartBody({ blob: "image/png", list: "text/csv" })(value)))];
  const seen = await Promise.all(
    parts.map(async ([name, part]) =>
      typeof part === "string" ? [name, part] : [name, part.name, part.type, await part.text()],
    ),
  );
  expect(seen).toEqual([
    ["file", "a.txt", "text/plain", "bytes"],
    ["blob", "blob", "image/png", "b"],
    ["bytes", "bytes", "application/octet-stream", "hi"],
    ["list", "list", "text/csv", "x"],
    ["list", "list", "text/csv", "1"],
    ["meta", "meta", "application/json", '{"a":1}'],
  ]);
});

it("sends a text and bytes as they are", () => {
  expect(textBody("text/csv")("a,b")).toEqual({ body: "a,b", contentType: "text/csv" });
  const bytes = new Uint8Array([1]);
  expect(binaryBody("image/png")(bytes)).toEqual({ body: bytes, contentType: "image/png" });
});

it.each([
  [textBody("text/plain"), { a: 1 }],
  [binaryBody("image/png"), { a: 1 }],
  [binaryBody("image/png"), new ReadableStream()],
])("refuses what the media type has no form for", (encode, value) => {
  expect(() => encode(value)).toThrow(TypeError);
});
