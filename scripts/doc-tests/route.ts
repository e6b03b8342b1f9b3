import { defaultServer } from "@git-tokens/spec-tools/description/default-server";
import { operationsOf } from "@git-tokens/spec-tools/description/operations";
import type { Spec } from "@git-tokens/spec-tools/description/read-spec";

/** Where the requests of one operation go in place of the service. Plain data, because it is handed to a process. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  /** The source of a regular expression for the whole path. */
  readonly path: string;
  /** The host that a program names; undefined for a service that has one per installation, whose examples are at example.com. */
  readonly host: string | undefined;
  /** The mock's address. */
  readonly target: string;
  readonly statuses: readonly number[];
}

/** A route for each operation of a spec that is served at `target`. */
export function routesOf({ document }: Spec, target: string): readonly Route[] {
  const server = defaultServer(document);
  return operationsOf(document).map(({ id, method, path, responses }) => ({
    operation: id,
    method: method.toUpperCase(),
    path: `^${path.replaceAll(/\{[^{}]+\}/g, "[^/]+")}$`,
    host: server && new URL(server).host,
    target,
    statuses: responses.map(({ status }) => status),
  }));
}

/** Where Prism's own command serves a spec. */
const PRISM = "127.0.0.1:4010";

/** The route that a request takes; undefined where no service is there. */
export function routeFor(routes: readonly Route[], method: string, { host, pathname }: URL): Route | undefined {
  return routes.find(
    (route) =>
      route.method === method &&
      new RegExp(route.path).test(pathname) &&
      (host === PRISM || (route.host === undefined ? host.endsWith(".example.com") : route.host === host)),
  );
}
