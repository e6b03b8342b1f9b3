import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ToolSet } from "@git-tokens/workspace/tool-set";
import type { Versions } from "../machine.ts";
import { generateClient, generatedCalls, generatedFile } from "./generated-client.ts";
import { type Service, type ServiceCalls, type ServiceOptions, services } from "./service-bench.ts";

/** The name under which the client that hey-api generates is shown. */
const generatedName = ({ name }: Pick<Service, "name">): string => `hey-api, ${name}`;

/** Generates what {@link serviceClients} takes from the folder, once for a run. */
export async function generateClients(folder: string, tools: ToolSet): Promise<void> {
  for (const service of await services()) await generateClient(service, folder, tools);
}

/** Connects a client to a server. */
type Connect = (options: ServiceOptions) => ServiceCalls | Promise<ServiceCalls>;

/** The clients of the services, by their names: the service's own, and the one that hey-api generates from our spec. */
export async function serviceClients(folder: string): Promise<Readonly<Record<string, Connect>>> {
  const clients = (await services()).flatMap((service): (readonly [string, Connect])[] => [
    [service.bench.official.package, service.bench.official.client],
    [generatedName(service), (options) => generatedCalls(service, folder, options)],
  ]);
  return Object.fromEntries(clients);
}

/** A client of a service as a program imports it. */
export interface ClientModule {
  readonly name: string;
  /** A package, or an absolute path. */
  readonly specifier: string;
  /** The folder whose packages can be imported. */
  readonly folder: string;
  /** An expression with one GET of the module, imported as `client`, at the address BASE. */
  readonly call: string;
}

/** The modules of the clients that {@link serviceClients} connects. */
export async function clientModules(folder: string): Promise<readonly ClientModule[]> {
  return (await services()).flatMap((service): ClientModule[] => {
    const { packageFolder, bench } = service;
    const path = JSON.stringify(bench.path("1"));
    return [
      {
        name: bench.official.package,
        specifier: bench.official.package,
        folder: packageFolder,
        call: bench.official.call,
      },
      {
        name: generatedName(service),
        specifier: generatedFile(folder, service),
        folder,
        call: `client.${bench.operations.list}({ baseUrl: BASE, path: ${path} })`,
      },
    ];
  });
}

/** The versions of the clients that the services publish, by their packages. */
export async function officialVersions(): Promise<Versions> {
  const versions = (await services()).map(async ({ packageFolder, bench: { official } }) => {
    const manifest = join(packageFolder, "node_modules", official.package, "package.json");
    const { version }: { readonly version: string } = JSON.parse(await readFile(manifest, "utf8"));
    return [official.package, version.replace(/^v/, "")] as const;
  });
  return Object.fromEntries(await Promise.all(versions));
}
