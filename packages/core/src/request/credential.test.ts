import { describe, expect, it, vi } from "vitest";
import type { OperationFacts } from "../operation-facts.ts";
import { credentialFault, oneCredential } from "./credential.ts";

const provider = {
  name: "any",
  auth: { key: { header: "authorization", prefix: "Key " }, jwt: { header: "authorization", prefix: "Bearer " } },
  secrets: [],
};

const operation: OperationFacts = { name: "any", method: "GET", path: "/", effect: "read" };
const sourceOf = (auth: unknown) => oneCredential(provider)(auth)(operation);

describe("oneCredential", () => {
  it("knows how a given string travels", () => {
    expect(sourceOf({ jwt: "abc" })).toEqual({
      option: "auth.jwt",
      header: "authorization",
      prefix: "Bearer ",
      given: "abc",
    });
  });

  it("keeps a function, and asks nothing of it yet", () => {
    const key = vi.fn();
    expect(sourceOf({ key }).given).toBe(key);
    expect(key).not.toHaveBeenCalled();
  });

  it.each([undefined, null, {}, { key: "a", jwt: "b" }, { other: "a" }])(
    "refuses anything but one known credential: %o",
    (auth) => {
      expect(() => sourceOf(auth)).toThrow(/^auth must have exactly one of key, jwt/);
    },
  );

  it.each(["", undefined])("refuses %o and names the option", (key) => {
    expect(() => sourceOf({ key })).toThrow(/^auth\.key is missing or empty$/);
  });
});

describe("credentialFault", () => {
  it.each(["a", "glue-9_.~+/=", "!~"])("finds none in %o", (credential) => {
    expect(credentialFault(credential)).toBeUndefined();
  });

  it.each(["a b", "a\n", "\ta", "a\r\nx-header: y", "tökén", "токен", "a\0", "a\x7f", 42, {}])(
    "finds one in %o",
    (credential) => {
      const fault = credentialFault(credential);
      expect(fault).toMatch(/^must be bare: no prefix, space, line break or non-ASCII letter$/);
      expect(fault).not.toContain(String(credential));
    },
  );
});
