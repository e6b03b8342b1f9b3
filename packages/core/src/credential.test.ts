import { describe, expect, it } from "vitest";
import { credentialFault, credentialSource } from "./credential.ts";

const provider = {
  name: "any",
  auth: { key: { header: "authorization", prefix: "Key " }, jwt: { header: "authorization", prefix: "Bearer " } },
  secrets: [],
};

describe("credentialSource", () => {
  it("knows how a given string travels", () => {
    const source = credentialSource(provider, { jwt: "abc" });
    expect(source).toMatchObject({ option: "auth.jwt", header: "authorization", prefix: "Bearer ", renewable: false });
    expect(source.ask()).toBe("abc");
  });

  it("asks a function anew each time", () => {
    let count = 0;
    const source = credentialSource(provider, { key: () => `key-${++count}` });
    expect([source.renewable, source.ask(), source.ask()]).toEqual([true, "key-1", "key-2"]);
  });

  it.each([undefined, null, {}, { key: "a", jwt: "b" }, { other: "a" }])(
    "refuses anything but one known credential: %o",
    (auth) => {
      expect(() => credentialSource(provider, auth)).toThrow(/^auth must hold exactly one of key, jwt/);
    },
  );

  it.each(["", undefined])("refuses %o and names the option", (key) => {
    expect(() => credentialSource(provider, { key })).toThrow(/^auth\.key is missing or empty$/);
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
