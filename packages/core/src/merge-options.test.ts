import { describe, expect, it } from "vitest";
import type { CallOptions } from "./call-options.ts";
import { DEFAULTS, mergeOptions } from "./merge-options.ts";

const settingsOf = (client: CallOptions, call: CallOptions = {}) => mergeOptions(mergeOptions(DEFAULTS, client), call);

describe("settingsOf", () => {
  it("has a default for everything", () => {
    expect(settingsOf({})).toMatchObject({
      timeout: 30_000,
      totalTimeout: 120_000,
      maxBodySize: 10_485_760,
      attempts: 3,
      minWait: 500,
      maxWait: 8_000,
      signal: undefined,
      listeners: [],
    });
  });

  it("prefers the call to the client, and either to the default", () => {
    const settings = settingsOf(
      { timeout: 1, totalTimeout: 2, retry: { attempts: 9, minWait: 7 } },
      { timeout: 3, retry: { minWait: 8 } },
    );
    expect(settings).toMatchObject({ timeout: 3, totalTimeout: 2, attempts: 9, minWait: 8, maxWait: 8_000 });
  });

  it("takes undefined for not given", () => {
    const settings = settingsOf(
      { timeout: 1, retry: { attempts: 2 } },
      { timeout: undefined, retry: { attempts: undefined } },
    );
    expect(settings).toMatchObject({ timeout: 1, attempts: 2 });
  });

  it("takes false for no limit, and for one attempt", () => {
    expect(settingsOf({ timeout: false, totalTimeout: false, retry: false })).toMatchObject({
      timeout: Infinity,
      totalTimeout: Infinity,
      attempts: 1,
    });
    expect(settingsOf({ retry: { attempts: 5 } }, { retry: false }).attempts).toBe(1);
  });

  it.each([
    ["timeout", { timeout: 0 }],
    ["timeout", { timeout: -1 }],
    ["totalTimeout", { totalTimeout: Number.NaN }],
    ["maxBodySize", { maxBodySize: 0 }],
    ["timeout", JSON.parse('{ "timeout": "5" }')],
    ["timeout", JSON.parse('{ "timeout": true }')],
    ["retry.attempts", { retry: { attempts: 0 } }],
    ["retry.minWait", { retry: { minWait: -5 } }],
  ])("refuses a %s that is not above 0: %o", (option, options) => {
    const refusal = expect.objectContaining({ name: "ConfigError", option });
    expect(() => settingsOf(options)).toThrow(refusal);
    expect(() => settingsOf({}, options)).toThrow(refusal);
  });

  it("merges the headers of client and call, the call's last", () => {
    const { headers } = settingsOf({ headers: { "x-a": "1", "x-b": "1" } }, { headers: { "X-B": "2" } });
    expect(headers).toEqual({ "x-a": "1", "x-b": "2" });
  });

  it.each([
    { Authorization: "x" },
    { authorization: "x" },
    { "Transfer-Encoding": "chunked" },
    { "content-length": "5" },
    { expect: "100-continue" },
    { upgrade: "websocket" },
    { connection: "close" },
    { "keep-alive": "timeout=5" },
    { "x-a": "line\nbreak" },
    { "x-a": "null\0byte" },
    { "x-a": "bell\x07" },
    { "x-a": "снег" },
    JSON.parse('{ "x-a": null }'),
    { "x a": "space in the name" },
    { "": "no name" },
  ])("refuses the headers %o without repeating a value", (headers) => {
    const [value]: (string | null)[] = Object.values(headers);
    const thrown = (): unknown => settingsOf({}, { headers });
    const [name] = Object.keys(headers);
    // A name that is none may be anything, a secret for one.
    const option = /^[\w-]+$/.test(String(name)) ? `headers.${name}` : "headers";
    expect(thrown).toThrow(expect.objectContaining({ name: "ConfigError", option }));
    if (typeof value === "string") expect(thrown).not.toThrow(value);
  });

  it.each(["glpat-AbC123xyz", "verylongpassword", "x-a-verylongpassword"])(
    "does not repeat the name %s, which may be a secret in the wrong place",
    (name) => {
      const refused = expect.objectContaining({ option: "headers", message: "headers cannot be set, or not to this" });
      expect(() => settingsOf({}, { headers: { [name]: "null\0byte" } })).toThrow(refused);
    },
  );

  it.each([
    [new Headers({ "X-A": "1", "x-b": "2" })],
    [
      new Map([
        ["X-A", "1"],
        ["x-b", "2"],
      ]),
    ],
    [
      [
        ["X-A", "1"],
        ["x-b", "2"],
        ["x-c", undefined],
      ] as const,
    ],
    [{ "X-A": "1", "x-b": "2", "x-c": undefined }],
  ])("takes headers in any form: %o", (headers) => {
    expect(settingsOf({}, { headers }).headers).toEqual({ "x-a": "1", "x-b": "2" });
  });

  it.each([["x"], [3], [["x-a: 1"]], [[["x-a"]]], [[null]]])("refuses %o for headers", (headers) => {
    const options: CallOptions = JSON.parse(JSON.stringify({ headers }));
    expect(() => settingsOf({}, options)).toThrow(
      expect.objectContaining({ name: "ConfigError", option: expect.stringMatching(/^headers/) }),
    );
  });

  it.each([
    [{ retries: 5 }, "retries is not an option; did you mean retry?"],
    [{ timeOut: 5 }, "timeOut is not an option; did you mean timeout?"],
    [{ header: {} }, "header is not an option; did you mean headers?"],
    [{ colour: 5 }, /^colour is not an option; there are timeout, totalTimeout, .*, signal$/],
    [{ retry: { attempt: 1 } }, "retry.attempt is not an option; did you mean attempts?"],
    [{ retry: { tries: 1 } }, "retry.tries is not an option; there are attempts, minWait, maxWait"],
    [{ retry: 3 }, "retry must be an object, or false, not number"],
    [{ retry: true }, "retry must be an object, or false, not boolean"],
    [{ retry: { attempts: false } }, "retry.attempts must be a number above 0, not false"],
    [{ maxBodySize: false }, "maxBodySize must be a number above 0, not false"],
    [{ timeout: "5" }, "timeout must be a number above 0, or false, not string"],
    [{ timeout: 0 }, "timeout must be a number above 0, or false, not the number 0"],
    [{ onEvent: 3 }, "onEvent must be a function, not number"],
    [{ headers: "x" }, "headers must be an object, not string"],
    [{ signal: {} }, "signal must be an AbortSignal, not object"],
    [{ signal: "s" }, "signal must be an AbortSignal, not string"],
    [{ baseUrl: "https://a.test" }, /^baseUrl is not an option; there are/],
  ])("says what is wrong with %o", (options, says) => {
    expect(() => settingsOf({}, JSON.parse(JSON.stringify(options)))).toThrow(says);
  });

  it("takes null for not given", () => {
    const options = JSON.parse('{ "timeout": null, "signal": null, "headers": null, "retry": null, "onEvent": null }');
    expect(settingsOf({}, options)).toEqual(DEFAULTS);
  });

  it("tells the listener of the client first, then that of the call", () => {
    const [first, second] = [(): void => {}, (): void => {}];
    expect(settingsOf({ onEvent: first }, { onEvent: second }).listeners).toEqual([first, second]);
  });
});
