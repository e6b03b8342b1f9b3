import { join } from "node:path";
import type { Runtime } from "@git-tokens/conformance/runtimes/runtime";
import { RUNTIMES } from "@git-tokens/conformance/runtimes/runtimes";
import { bundleWithEsbuild, bundleWithVite } from "./bundle.ts";
import type { Check, Project } from "./check.ts";
import { compileToCommonJs } from "./compile-to-common-js.ts";
import { judge } from "./judge.ts";

/** What a runtime is given of the program: how the table names it, and how it is made. It gives the path of a module. */
interface Form {
  readonly title: string;
  make(project: Project): Promise<string>;
  /** Has a page call the mocks where they are, which they allow, and not through a proxy on its own origin. */
  readonly acrossOrigins?: true;
}

const asWritten: Form = { title: "", make: async ({ folder }) => join(folder, "program/main.ts") };
const required: Form = { title: ", `require()` from CommonJS", make: compileToCommonJs };
const byEsbuild: Form = { title: ", bundled by esbuild", make: bundleWithEsbuild };
const byVite: Form = { title: ", bundled by Vite", make: bundleWithVite };
const acrossOrigins: Form = { title: ", across origins (CORS)", make: bundleWithEsbuild, acrossOrigins: true };

/** The forms that are for a certain runtime alone. */
const MORE: Readonly<Record<string, readonly Form[]>> = { "Node 22": [required], Chromium: [byVite, acrossOrigins] };

const formsFor = ({ name, takes }: Runtime): readonly Form[] => [
  takes === "file" ? asWritten : byEsbuild,
  ...(MORE[name] ?? []),
];

const check = (runtime: Runtime, { title, make, acrossOrigins }: Form): Check => ({
  title: `${runtime.name}${title}`,
  check: async (project) => {
    const { credential, servers, operations } = project;
    const file = await make(project);
    // A runtime does not know the signal.
    project.signal.throwIfAborted();
    // What stands in the input is passed on as it is.
    const task = acrossOrigins ? { file, input: { credential, servers } } : { file, input: { credential }, servers };
    judge(await runtime.run(task), operations);
  },
});

/** The program runs, and sees what the specs say. */
export const RUN_CHECKS: readonly Check[] = RUNTIMES.flatMap((runtime) =>
  formsFor(runtime).map((form) => check(runtime, form)),
);
