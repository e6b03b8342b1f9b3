import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ProviderPlace, providers } from "@git-tokens/spec-tools/project/providers";
import { UserError } from "@git-tokens/spec-tools/system/user-error";

/** The calls of a client of a service; each resolves to the body of a success, and rejects otherwise. */
export interface ServiceCalls {
  readonly get: (id: string) => Promise<unknown>;
  readonly put: (id: string, body: object) => Promise<unknown>;
  readonly list: () => Promise<unknown>;
  readonly create: (body: object) => Promise<unknown>;
}

export interface ServiceOptions {
  readonly baseUrl: string;
  /** The whole header. */
  readonly authorization: string;
}

/** The export `bench` of `bench.ts` in the package of a provider. */
export interface ServiceBench {
  /** The client that the service itself publishes. */
  readonly official: {
    readonly package: string;
    /** An expression with one GET of the package, imported as `client`, at the address BASE. */
    readonly call: string;
    readonly client: (options: ServiceOptions) => ServiceCalls;
  };
  /** The same calls by the names in our spec. */
  readonly operations: Readonly<Record<keyof ServiceCalls, string>>;
  /** The path parameters for an id; those that an operation does not have may be left over. */
  readonly path: (id: string) => object;
}

/** A service whose clients are measured. */
export interface Service {
  readonly name: string;
  /** From where its own client can be imported. */
  readonly packageFolder: string;
  /** Our published description. */
  readonly spec: string;
  readonly bench: ServiceBench;
}

/** The services of the providers whose package has a `bench.ts`. @throws {UserError} */
export async function services(): Promise<readonly Service[]> {
  const places = (await providers()).filter(({ packageFolder }) => existsSync(join(packageFolder, "bench.ts")));
  return Promise.all(places.map(serviceAt));
}

/** @throws {UserError} if its `bench.ts` exports something else. */
export async function serviceAt({
  name,
  packageFolder,
}: Pick<ProviderPlace, "name" | "packageFolder">): Promise<Service> {
  const file = join(packageFolder, "bench.ts");
  const module: object = await import(pathToFileURL(file).href);
  if (!("bench" in module && isServiceBench(module.bench)))
    throw new UserError(`${file} does not export a \`bench\` with official, operations and path`);
  return { name, packageFolder, spec: join(packageFolder, "openapi/openapi.json"), bench: module.bench };
}

const isServiceBench = (value: unknown): value is ServiceBench =>
  typeof value === "object" && value !== null && ["official", "operations", "path"].every((key) => key in value);
