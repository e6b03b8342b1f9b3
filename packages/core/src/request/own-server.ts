import { checkProxy } from "#runtime";
import { ConfigError, configError } from "../errors/config-error.ts";
import { checkBaseUrl } from "./base-url.ts";

/** A variable in the address of a server. */
export interface ServerVariable {
  readonly default?: string;
  /** The only values that it may have. */
  readonly values?: readonly string[];
}

/** Servers that operations have for themselves, by their address as the description has it; each with its variables. */
export type OwnServers = Readonly<Record<string, Readonly<Record<string, ServerVariable>>>>;

/** What a client was created with, as far as it matters for an address. */
export interface ServerOptions {
  /** By the address of the description: another address, or the values of its variables. */
  readonly servers?: unknown;
  readonly allowInsecure?: boolean | undefined;
  readonly fetch?: unknown;
}

/** Gives the address of an operation that has a server of its own. @throws {ConfigError} if there is none. */
export type FindServer = (options: ServerOptions, baseUrl: string) => string;

/**
 * The server of an operation, in place of the client's `baseUrl`. For generated code.
 *
 * @param servers All that the option `servers` may name.
 * @param url One of them: with `{name}` for a variable. What has no host is on that of `baseUrl`.
 */
export const ownServer =
  (servers: OwnServers, url: string): FindServer =>
  (options, baseUrl) => {
    const { servers: given, allowInsecure } = options;
    const option = `servers[${JSON.stringify(url)}]`;
    const unknown = Object.keys(Object(given)).find((name) => !Object.hasOwn(servers, name));
    if (unknown !== undefined) {
      throw configError(`servers.${unknown}`, `is not one of ${Object.keys(servers).join(", ")}`);
    }
    const chosen: unknown = Object(given)[url];
    const address = typeof chosen === "string" ? chosen : filled(url, servers[url], chosen, option);
    const checked = checkedAddress(address, baseUrl, allowInsecure, option);
    checkProxy(option, checked, options);
    return checked;
  };

/** The address with a value for each variable. */
function filled(url: string, variables: OwnServers[string] = {}, given: unknown, option: string): string {
  const wrong = Object.keys(Object(given)).find((name) => !Object.hasOwn(variables, name));
  if (wrong !== undefined) throw configError(`${option}.${wrong}`, "is no variable of this server");
  return url.replace(/\{(.+?)\}/g, (_, name: string) => {
    const { default: standard, values } = variables[name] ?? {};
    const value: unknown = Object(given)[name] ?? standard;
    if (typeof value === "string" && (values?.includes(value) ?? value !== "")) return value;
    throw configError(`${option}.${name}`, values ? `must be one of ${values.join(", ")}` : "must be a text");
  });
}

function checkedAddress(address: string, baseUrl: string, allowInsecure = false, option: string): string {
  try {
    return checkBaseUrl(new URL(address, `${baseUrl}/`).href, allowInsecure);
  } catch (error) {
    // The sentence begins with the option that it is about.
    throw configError(option, error instanceof ConfigError ? error.message.replace(/^\S+ /, "") : "is no URL");
  }
}
