import { ConfigError } from "./errors/config-error.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The base URL, checked and without a slash at its end.
 *
 * @throws {ConfigError} where it is missing, malformed, carries credentials, a query or a fragment, or is neither https
 * nor loopback while `allowInsecure` is not set.
 */
export function checkedBaseUrl(baseUrl: string | undefined, allowInsecure: boolean | undefined): string {
  const refuse = (what: string): never => {
    throw new ConfigError("baseUrl", what);
  };
  if (!baseUrl) return refuse('is missing; give the server\'s address, such as "https://projects.example.com"');
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    return refuse('is not an absolute URL, such as "https://projects.example.com"');
  }
  if (url.username || url.password) refuse("carries a user name or password; credentials go into auth");
  if (url.search || url.hash) refuse("carries a query or a fragment; leave them out");
  const secure =
    url.protocol === "https:" || (url.protocol === "http:" && (allowInsecure || LOOPBACK.test(url.hostname)));
  if (!secure) refuse(`is ${url.protocol}//, which sends the credential in the clear; use https, or set allowInsecure`);
  return url.origin + url.pathname.replace(/\/+$/, "");
}
