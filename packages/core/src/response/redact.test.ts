import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { redactCause, redactor } from "./redact.ts";

describe("redactor", () => {
  it("masks a secret wherever it stands in a JSON value, keys included", () => {
    const redact = redactor(["s3cret"], []);
    const body = { a: ["x s3cret s3cret", 1, null, true], "key-s3cret": { deep: "s3cret" } };
    expect(redact({ body })).toEqual({
      body: { a: ["x [secret] [secret]", 1, null, true], "key-[secret]": { deep: "[secret]" } },
    });
  });

  it.each(["key", "test", "e", "12345", "changeme", "Production", "GITHUB", "abc12"])(
    "leaves names and texts as they are where the secret %s may be a word of the server",
    (secret) => {
      const body = { [secret]: { [secret]: `a ${secret} of ${secret}s`, value: secret, list: [secret, "other"] } };
      const shown = { [secret]: `a ${secret} of ${secret}s`, value: "[secret]", list: ["[secret]", "other"] };
      expect(redactor([secret], [])({ body })).toEqual({ body: { [secret]: shown } });
    },
  );

  it.each(["abc123", "s3cret", "fifteen-letters", "verylongpassword", "MixedCase", "пароль-1"])(
    "masks %s, which is no word, wherever it is",
    (secret) => {
      expect(redactor([secret], [])({ body: { [`x${secret}`]: `a${secret}b` } })).toEqual({
        body: { "x[secret]": "a[secret]b" },
      });
    },
  );

  it("masks a secret in another case, as in the name of a host", () => {
    const redact = redactor(["glpat-AbC"], []);
    expect(redact("https://glpat-abc.example.com")).toBe("https://[secret].example.com");
  });

  it("masks a number where it is the secret, or part of a text", () => {
    const redact = redactor(["8675309", "42"], []);
    expect(redact({ body: [8675309, "no 8675309", 42, 421, "42"] })).toEqual({
      body: ["[secret]", "no [secret]", "[secret]", 421, "[secret]"],
    });
  });

  it("masks no mask", () => {
    expect(redactor(["secret-1", "[secret]", "secret"], [])("a secret-1 [secret]")).toBe("a [secret] [secret]");
  });

  it("masks a secret as JSON writes it, and as JSON quotes that", () => {
    const secret = 'a"b\\c-123';
    const [once, twice] = [JSON.stringify({ secret }), JSON.stringify(JSON.stringify({ secret }))];
    expect(redactor([secret], [])([once, twice])).toEqual(['{"secret":"[secret]"}', '"{\\"secret\\":\\"[secret]\\"}"']);
  });

  it("masks a secret as a URL writes it, and takes half of a letter for what it is", () => {
    const redact = redactor(["a/b-12 ü", "\ud800-12345"], []);
    expect(redact(["/a%2Fb-12%20%C3%BC", "?q=a/b-12%20%c3%bc", "x\ud800-12345"])).toEqual([
      "/[secret]",
      "?q=[secret]",
      "x[secret]",
    ]);
  });

  it("masks the longer of two secrets of which one is part of the other", () => {
    expect(redactor(["abc123", "abc123-longer"], [])("abc123-longer abc123")).toBe("[secret] [secret]");
  });

  it("takes a name that JavaScript has a use for as any other", () => {
    const body: unknown = JSON.parse('{ "__proto__": { "a": "s3cret" } }');
    expect(JSON.stringify(redactor(["s3cret"], [])(body))).toBe('{"__proto__":{"a":"[secret]"}}');
  });

  it("masks the fields that are secret, whoever wrote them", () => {
    const redact = redactor([], ["token"]);
    expect(
      redact([
        { token: "new", deep: [{ token: "newer", name: "n" }], count: { token: 1, tokens: [{ token: ["n"] }] } },
      ]),
    ).toEqual([
      {
        token: "[secret]",
        deep: [{ token: "[secret]", name: "n" }],
        count: { token: "[secret]", tokens: [{ token: "[secret]" }] },
      },
    ]);
  });

  it("cuts what is too deep to be shown", () => {
    const deep: unknown = JSON.parse("[".repeat(20_000) + "]".repeat(20_000));
    expect(JSON.stringify(redactor([], [])(deep)).length).toBeLessThan(300);
  });

  it("masks a secret with any character", () => {
    for (let first = 0; first < 2 ** 16; first += 256) {
      const secret = String.fromCharCode(...Array.from({ length: 256 }, (_, index) => first + index));
      expect(redactor([secret], [])(`a${secret}b`), `from ${first}`).toBe("a[secret]b");
    }
  });

  it("takes a secret by its letters, not as a pattern", () => {
    expect(redactor(["a.c$&1"], [])("abc1 a.c$&1 $&")).toBe("abc1 [secret] $&");
  });
});

describe("redactCause", () => {
  it("keeps name, message, code and causes, and no secret in any of them", () => {
    const inner = Object.assign(new RangeError("inner s3cret"), { code: "E_s3cret" });
    const outer = new TypeError("outer s3cret", { cause: inner });
    const copy = redactCause(outer, redactor(["s3cret"], []));
    expect(inspect(copy, { depth: null, showHidden: true })).not.toContain("s3cret");
    expect(copy).toMatchObject({ name: "TypeError", message: "outer [secret]" });
    expect(copy).toHaveProperty("cause.name", "RangeError");
    expect(copy).toHaveProperty("cause.code", "E_[secret]");
  });

  it("ends on an error that is its own cause", () => {
    const error: Error & { cause?: unknown } = new Error("round");
    error.cause = error;
    expect(redactCause(error, redactor([], []))).toHaveProperty("cause.cause.message", "round");
  });

  it("takes an error of another realm for an error", () => {
    const foreign = { name: "TypeError", message: "foreign s3cret", stack: "at s3cret" };
    expect(redactCause(foreign, redactor(["s3cret"], []))).toMatchObject({
      name: "TypeError",
      message: "foreign [secret]",
    });
  });

  it("masks what is no error", () => {
    const redact = redactor(["s3cret"], []);
    expect([redactCause("a s3cret", redact), redactCause(undefined, redact)]).toEqual(["a [secret]", undefined]);
  });
});
