import { join } from "node:path";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { benchTools } from "@git-tokens/workspace/tool-set";
import type { ClientModule } from "../services/service-clients.ts";

/** A program that a bundler is given. */
export interface Program {
  readonly name: string;
  readonly code: string;
  /** The folder whose packages it imports. */
  readonly folder: string;
  /** Whether it is ours, and how much of a client it has. */
  readonly ours?: "operation" | "client";
  /** Whether it repeats what failed and limits the time, without more code. */
  readonly retries: boolean;
}

const peer = (name: string, retries: boolean, code: string): Program => ({
  name,
  code,
  folder: benchTools.folder,
  retries,
});

const PEERS: readonly Program[] = [
  peer("openapi-fetch", false, 'import create from "openapi-fetch"; console.log(await create({}).GET("/things"));'),
  peer("ofetch", true, 'import { ofetch } from "ofetch"; console.log(await ofetch("/things"));'),
  peer("ky", true, 'import ky from "ky"; console.log(await ky("/things").json());'),
  peer("axios", false, 'import axios from "axios"; console.log(await axios.get("/things"));'),
  peer(
    "@octokit/request",
    false,
    'import { request } from "@octokit/request"; console.log(await request("GET /things"));',
  ),
  peer("openai", true, 'import OpenAI from "openai"; console.log(await new OpenAI().models.list());'),
  peer("cloudflare", true, 'import Cloudflare from "cloudflare"; console.log(await new Cloudflare().zones.list());'),
];

/**
 * One call with each package: those of this repository as they are built, with one operation and with all.
 *
 * @param clients Those of the services.
 */
export async function programs(clients: readonly ClientModule[]): Promise<readonly Program[]> {
  const own = (await providers()).map(async ({ name, spec, packageFolder }): Promise<readonly Program[]> => {
    const { operations } = await describeFile(spec);
    const [first] = operations;
    const create = `create${name.replaceAll(/(^|-)\w/g, (start) => start.slice(-1).toUpperCase())}`;
    const from = (module: string): string => JSON.stringify(join(packageFolder, "dist", module));
    const one = `import { createClient, ${first?.id} } from ${from("operations.js")}; console.log(createClient, ${first?.id});`;
    const all = `import { ${create} } from ${from("index.js")}; console.log(${create});`;
    const ours = { folder: packageFolder, retries: true };
    return [
      { ...ours, name: `@git-tokens/${name}, one operation`, code: one, ours: "operation" },
      { ...ours, name: `@git-tokens/${name}, whole client`, code: all, ours: "client" },
    ];
  });
  const others = clients.map(({ name, specifier, folder, call }): Program => {
    const code = `import * as client from ${JSON.stringify(specifier)}; const BASE = "https://example.com"; console.log(await ${call});`;
    return { name, code, folder, retries: false };
  });
  return [...(await Promise.all(own)).flat(), ...PEERS, ...others];
}
