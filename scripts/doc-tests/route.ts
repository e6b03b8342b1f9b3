import type { ApiDescription } from "@git-tokens/spec-tools/description/api-description";
import { defaultServer } from "@git-tokens/spec-tools/description/default-server";

/** The mock for the requests of one operation. Plain data, because it is passed to another process. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  /** The source of a regular expression that matches the whole path. */
  readonly path: string;
  /** The host of the service; undefined if each installation has its own, which is under example.com in the pages. */
  readonly host: string | undefined;
  /** The address of the mock. */
  readonly target: string;
  readonly statuses: readonly number[];
}

/** A route for each operation of a spec whose mock is at `target`. */
export function routesOf({ servers, operations }: ApiDescription, target: string): readonly Route[] {
  const server = defaultServer({ servers });
  return operations.map(({ id, method, path, responses }) => ({
    operation: id,
    method: method.toUpperCase(),
    path: `^${path.replaceAll(/\{[^{}]+\}/g, "[^/]+")}$`,
    host: server && new URL(server).host,
    target,
    statuses: responses.flatMap(({ status }) => (typeof status === "number" ? status : [])),
  }));
}

/** The default address of Prism's own command. */
const PRISM = "127.0.0.1:4010";

/** The route of a request; undefined if it goes to no service. */
export function routeFor(routes: readonly Route[], method: string, { host, pathname }: URL): Route | undefined {
  return routes.find(
    (route) =>
      route.method === method &&
      new RegExp(route.path).test(pathname) &&
      (host === PRISM || (route.host === undefined ? host.endsWith(".example.com") : route.host === host)),
  );
}
