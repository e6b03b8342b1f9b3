import type { ApiDescription } from "@git-tokens/spec-tools/description/api-description";
import { defaultServer } from "@git-tokens/spec-tools/description/default-server";

/** The mock for the requests of one operation. Plain data, because it is passed to another process. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  /** The source of a regular expression that matches the path after {@link base}. */
  readonly path: string;
  /** The path of the server, which the mock does not have; empty where it has none. */
  readonly base: string;
  /** The host of the service; undefined if each installation has its own, which is under example.com in the pages. */
  readonly host: string | undefined;
  /** The address of the mock. */
  readonly target: string;
  readonly statuses: readonly number[];
}

/** A route for each operation of a spec whose mock is at `target`. */
export function routesOf({ servers, operations }: ApiDescription, target: string): readonly Route[] {
  const server = defaultServer({ servers });
  const url = server !== undefined && URL.canParse(server) ? new URL(server) : undefined;
  return operations.map(({ id, method, path, responses }) => ({
    operation: id,
    method: method.toUpperCase(),
    path: `^${path.replaceAll(/\{[^{}]+\}/g, "[^/]+")}$`,
    base: url?.pathname.replace(/\/$/, "") ?? "",
    host: url?.host,
    target,
    statuses: responses.flatMap(({ status }) => (typeof status === "number" ? status : [])),
  }));
}

/** The default address of Prism's own command. */
const PRISM = "127.0.0.1:4010";

/** The route of a request, and its path at the mock; undefined if it goes to no service. */
export function routeFor(
  routes: readonly Route[],
  method: string,
  { host, pathname }: URL,
): { readonly route: Route; readonly path: string } | undefined {
  for (const route of routes) {
    const isDirect = host === PRISM;
    if (!isDirect && !(route.host === undefined ? host.endsWith(".example.com") : route.host === host)) continue;
    const path = isDirect || !pathname.startsWith(`${route.base}/`) ? pathname : pathname.slice(route.base.length);
    if (route.method === method && new RegExp(route.path).test(path)) return { route, path };
  }
  return undefined;
}
