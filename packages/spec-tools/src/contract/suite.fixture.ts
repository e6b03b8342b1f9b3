import { join } from "node:path";
import { bindOperations, createClient, type Operation, type Provider } from "@git-tokens/core";
import { waysOf } from "../codegen/ways.ts";
import { describeFile } from "../description/describe-api.ts";
import { describeContract } from "./describe-contract.ts";

type Operations = Readonly<Record<string, Operation<string, never, unknown, object>>>;

/** The contract test of a package that is generated from the sample; `describe-contract.test.ts` runs it on good and bad ones. */
const { SAMPLE_SPEC: spec = "", SAMPLE_GENERATED: generated = "" } = process.env;
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
