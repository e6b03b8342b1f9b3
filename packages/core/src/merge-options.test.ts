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
      onEvent: undefined,
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
    expect(headers).toEqual({ accept: "application/json", "x-a": "1", "x-b": "2" });
  });

  it.each([
    { Authorization: "x" },
    { authorization: "x" },
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
    expect(thrown).toThrow(
      expect.objectContaining({ name: "ConfigError", option: `headers.${Object.keys(headers)[0]}` }),
    );
    if (typeof value === "string") expect(thrown).not.toThrow(value);
  });
});
