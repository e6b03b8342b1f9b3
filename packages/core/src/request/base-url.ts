import { ConfigError } from "../errors/config-error.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** The base URL without a slash at its end. @throws {ConfigError} */
export function checkBaseUrl(baseUrl = "", allowInsecure = false): string {
  if (!baseUrl) throw new ConfigError("baseUrl", "is missing");
  try {
    const { protocol, hostname, username, password, search, hash, origin, pathname } = new URL(baseUrl);
    const secure = protocol === "https:" || (protocol === "http:" && (allowInsecure || LOOPBACK.test(hostname)));
    if (secure && !(username + password + search + hash)) return origin + pathname.replace(/\/+$/, "");
  } catch {
    // Not a URL at all: the same sentence says what one looks like.
  }
  throw new ConfigError(
    "baseUrl",
    'must be https without user or query, like "https://api.example.com"; http needs this machine or allowInsecure',
  );
}
