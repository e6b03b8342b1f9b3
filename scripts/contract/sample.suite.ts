import { join } from "node:path";
import { bindOperations, createClient, type Operation, type Provider } from "@git-tokens/core";
import { describeContract } from "./describe-contract.ts";

type Operations = Readonly<Record<string, Operation<string, never, unknown, object>>>;

/** The contract test of a package that is generated from the sample; `describe-contract.test.ts` runs it on good and bad ones. */
const { SAMPLE_SPEC: spec = "", SAMPLE_GENERATED: generated = "" } = process.env;
const { provider }: { provider: Provider } = await import(join(generated, "provider.gen.ts"));
const operations: Operations = { ...(await import(join(generated, "operations.gen.ts"))) };

await describeContract({
  spec,
  operations,
  connect: Object.fromEntries(
    Object.keys(provider.auth).map((scheme) => [
      scheme,
      (connection, credential) =>
        bindOperations(createClient(provider, { ...connection, auth: { [scheme]: credential } }), operations),
    ]),
  ),
});
