import { expect, it } from "vitest";
import { document } from "../fixtures/api.ts";
import { exactJson, exactNumbers, hashOf, publishedJson } from "./published-json.ts";

it("is the file as indented JSON, whatever it was written in", () => {
  const yaml = document("paths: { /a: { get: { responses: { 200: { description: 'A: *b*' } } } } }\n");
  const json = publishedJson({ text: yaml });
  expect(JSON.parse(json)).toMatchObject({
    openapi: "3.1.0",
    paths: { "/a": { get: { responses: { 200: { description: "A: *b*" } } } } },
  });
  expect(json).toMatch(/^\{\n "openapi": "3\.1\.0",\n/);
  expect(json.endsWith("}\n")).toBe(true);
  expect(publishedJson({ text: json })).toBe(json);
  expect(hashOf(publishedJson({ text: `# A remark.\n${yaml}` }))).toBe(hashOf(json));
});

it("keeps all digits of numbers that JavaScript cannot hold, and leaves texts alone", () => {
  const text = document(
    "paths: {}\nx-a: { max: 9223372036854775807, min: -9223372036854775808, text: '9223372036854775807', small: 12, float: 1.5 }\n",
  );
  const json = publishedJson({ text });
  expect(json).toContain('"max": 9223372036854775807,');
  expect(json).toContain('"min": -9223372036854775808,');
  expect(json).toContain('"text": "9223372036854775807",');
  expect(json).toContain('"small": 12,');
  expect(exactJson({ again: [2 ** 63, 1] }, exactNumbers(text))).toBe(
    '{\n "again": [\n  9223372036854775807,\n  1\n ]\n}\n',
  );
});
