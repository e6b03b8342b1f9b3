import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bindOperations, createClient, type Operation, type Provider } from "@git-tokens/core";
import { describe } from "vitest";
import { waysOf } from "../codegen/ways.ts";
import { describeFile } from "../description/describe-api.ts";
import { describeContract } from "./describe-contract.ts";

type Operations = Readonly<Record<string, Operation<string, never, unknown, object>>>;

/** A package that is generated from one version of the sample, and the version that it is checked against. */
export interface Checked {
  readonly name: string;
  readonly spec: string;
  /** The folder of the generated code. */
  readonly generated: string;
}

const checked: readonly Checked[] = JSON.parse(await readFile(process.env.CHECKED_PACKAGES ?? "", "utf8"));

// The contract test of each package; `describe-contract.test.ts` runs them on good and bad ones.
for (const each of checked) describe(each.name, () => contractOf(each));

async function contractOf({ spec, generated }: Checked): Promise<void> {
  const { provider }: { provider: Provider } = await import(join(generated, "provider.gen.ts"));
  const operations: Operations = { ...(await import(join(generated, "operations.gen.ts"))) };
  const ways = waysOf(await describeFile(spec));
  await describeContract({
    spec,
    operations,
    connect: Object.fromEntries(
      ways.map(({ name, schemes }) => [
        name,
        (connection, credential) => {
          const auth = Object.fromEntries(schemes.map((scheme) => [scheme.name, credential]));
          return bindOperations(createClient(provider, { ...connection, auth }), operations);
        },
      ]),
    ),
  });
}
