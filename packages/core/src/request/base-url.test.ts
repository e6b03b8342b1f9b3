import { describe, expect, it } from "vitest";
import { checkBaseUrl } from "./base-url.ts";

describe("checkBaseUrl", () => {
  it.each([
    ["https://api.example.com", "https://api.example.com"],
    ["https://api.example.com/", "https://api.example.com"],
    ["https://api.example.com/base//", "https://api.example.com/base"],
    ["HTTPS://API.example.com:8443/Base", "https://api.example.com:8443/Base"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://api.localhost", "http://api.localhost"],
    ["http://127.0.0.1:4010/", "http://127.0.0.1:4010"],
    ["http://127.9.8.7", "http://127.9.8.7"],
    ["http://[::1]:80", "http://[::1]"],
  ])("takes %s as %s", (given, taken) => {
    expect(checkBaseUrl(given)).toBe(taken);
  });

  it.each([
    undefined,
    "",
    "api.example.com",
    "/relative",
    "http://api.example.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://2130706433.example.com",
    "ftp://localhost",
    "file:///etc/hosts",
    "https://user@api.example.com",
    "https://user:pass@api.example.com",
    "https://api.example.com?x=1",
    "https://api.example.com/#x",
    "https://",
  ])("refuses %s", (given) => {
    expect(() => checkBaseUrl(given)).toThrow(
      expect.objectContaining({ name: "ConfigError", option: "baseUrl", outcome: "not-sent", attempts: 0 }),
    );
  });

  it("takes http to another host where that is allowed, and nothing more", () => {
    expect(checkBaseUrl("http://10.0.0.1:8080", true)).toBe("http://10.0.0.1:8080");
    expect(() => checkBaseUrl("ftp://10.0.0.1", true)).toThrow(/^baseUrl must be https/);
  });

  it("says if there is none at all", () => {
    expect(() => checkBaseUrl(undefined)).toThrow(/^baseUrl is missing$/);
  });

  it("does not repeat what may hold a password", () => {
    expect(() => checkBaseUrl("https://me:hunter2@api.example.com")).toThrow(/^(?!.*hunter2)/);
  });
});
