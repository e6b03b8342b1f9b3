import type { ApiDescription } from "../description/api-description.ts";
import { pascalCase } from "./names.ts";
import { type Way, waysOf } from "./ways.ts";

/** What the packages of two providers differ in where nothing of them is special. */
export interface ShellNames {
  /** Of the provider, as in `vk-workspace`. */
  readonly name: string;
  /** Of its types, as in `VkWorkspace`. */
  readonly type: string;
  readonly title: string;
  /** The operation whose bundle is measured. */
  readonly operation: string;
  readonly ways: readonly Way[];
}

export function shellNames(api: ApiDescription): ShellNames {
  const { name, info, operations } = api;
  return {
    name,
    type: pascalCase(name),
    title: info.title,
    operation: (operations.find(({ effect }) => effect === "replace") ?? operations[0])?.id ?? "",
    ways: waysOf(api),
  };
}
