import { configError } from "../errors/config-error.ts";

/** What may be sent to: https anywhere, http on this machine. */
const SECURE = /^(https:|http:\/\/((.+\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?$)/;

/** The base URL without a slash at its end. @throws {ConfigError} */
export function checkBaseUrl(baseUrl = "", allowInsecure = false): string {
  try {
    const { href, origin, pathname } = new URL(baseUrl);
    const allowed = allowInsecure ? /^https?:/ : SECURE;
    // What is more than these has a user, a query or a fragment.
    if (allowed.test(origin) && href === origin + pathname) return href.replace(/\/+$/, "");
  } catch {
    // Not a URL at all: the same sentence says what one looks like.
  }
  throw configError(
    "baseUrl",
    baseUrl
      ? 'must be https without user or query, like "https://api.example.com"; http needs this machine or allowInsecure'
      : "is missing",
  );
}
