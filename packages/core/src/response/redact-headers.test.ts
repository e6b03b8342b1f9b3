import { expect, it } from "vitest";
import { redactor } from "./redact.ts";
import { redactHeaders } from "./redact-headers.ts";

it("masks secrets in values, and leaves out what is not ASCII", () => {
  const secret = "gehörig";
  const bytes = String.fromCharCode(...new TextEncoder().encode(secret));
  const headers = new Headers({ "X-Echo": "a s3cret", "x-bytes": bytes, "x-empty": "" });
  const redact = redactor(["s3cret", secret], []);
  expect(redactHeaders(headers, redact)).toEqual({ "x-echo": "a [secret]", "x-empty": "" });
});
