import type { ApiOperation, ApiServer, ApiServerVariable } from "../description/api-description.ts";
import type { Selection } from "./selection.ts";

/** A server that some operations have for themselves. */
export interface OwnServer {
  readonly server: ApiServer;
  /** The further ones that the document names for them. */
  readonly others: readonly ApiServer[];
  /** The names of those operations. */
  readonly operations: readonly string[];
}

type Servers = readonly ApiServer[];

/** The servers of a client: those of the document, or, where it has none, those of the first operation if all have some. */
export function commonServers({ api, operations }: Selection): Servers {
  if (api.servers.length > 0) return api.servers;
  const all = operations.map(({ ownServers = [] }) => ownServers);
  return all.every(({ length }) => length > 0) ? (all[0] ?? []) : [];
}

/** The server of an operation where it is not that of the client. */
export function ownServerOf({ ownServers = [] }: ApiOperation, [common]: Servers): ApiServer | undefined {
  const [server] = ownServers;
  return server?.url === common?.url ? undefined : server;
}

/** The servers that are not that of the client, by their addresses. */
export function ownServersOf(selection: Selection): ReadonlyMap<string, OwnServer> {
  const common = commonServers(selection);
  const found = new Map<string, OwnServer>();
  for (const operation of selection.operations) {
    const server = ownServerOf(operation, common);
    if (server === undefined) continue;
    const before = found.get(server.url);
    const all = [...(before?.others ?? []), ...(operation.ownServers ?? []).slice(1)];
    found.set(server.url, {
      server: before === undefined ? server : merged(before.server, server),
      others: [...new Map(all.map((other) => [other.url, other])).values()],
      operations: [...(before?.operations ?? []), operation.id],
    });
  }
  return found;
}

/** One server that two operations describe: a variable may have what either allows. */
function merged(before: ApiServer, { variables }: ApiServer): ApiServer {
  const both = (variable: ApiServerVariable): ApiServerVariable => {
    const other = variables.find(({ name }) => name === variable.name);
    const values = variable.values && other?.values && [...new Set([...variable.values, ...other.values])];
    return { ...variable, default: variable.default ?? other?.default, values };
  };
  return { ...before, variables: before.variables.map(both) };
}
