import { join } from "node:path";
import type { Runtime } from "@git-tokens/conformance/runtimes/runtime";
import { RUNTIMES } from "@git-tokens/conformance/runtimes/runtimes";
import { bundleWithEsbuild, bundleWithVite } from "./bundle.ts";
import type { Check, Project } from "./check.ts";
import { checkReport } from "./check-report.ts";
import { compileToCommonJs } from "./compile-to-common-js.ts";

/** A form of the program for a runtime: its name in the table, and how to build it. Building returns the path of a module. */
interface Form {
  readonly title: string;
  make(project: Project): Promise<string>;
  /** Lets a web page call the mocks across origins, which they allow, and not through a proxy on its own origin. */
  readonly acrossOrigins?: true;
}

const asWritten: Form = { title: "", make: async ({ folder }) => join(folder, "program/main.ts") };
const required: Form = { title: ", `require()` from CommonJS", make: compileToCommonJs };
const byEsbuild: Form = { title: ", bundled by esbuild", make: bundleWithEsbuild };
const byVite: Form = { title: ", bundled by Vite", make: bundleWithVite };
const acrossOrigins: Form = { title: ", across origins (CORS)", make: bundleWithEsbuild, acrossOrigins: true };

/** The forms for one certain runtime. */
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
    // A runtime has no signal.
    project.signal.throwIfAborted();
    // The input is passed on unchanged.
    const task = acrossOrigins ? { file, input: { credential, servers } } : { file, input: { credential }, servers };
    checkReport(await runtime.run(task), operations);
  },
});

/** The program runs, and its results are those of the specs. It sends with the runtime's own `fetch`. */
export const RUN_CHECKS: readonly Check[] = RUNTIMES.filter(({ transport }) => transport === undefined).flatMap(
  (runtime) => formsFor(runtime).map((form) => check(runtime, form)),
);
