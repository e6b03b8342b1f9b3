import { credentialForms } from "../description/credential-form.ts";
import { operationsOf } from "../description/operations.ts";
import type { Spec } from "../description/read-spec.ts";
import { pascalCase } from "./names.ts";

/** What the packages of two providers differ in where nothing of them is special. */
export interface ShellNames {
  /** Of the provider, as in `vk-workspace`. */
  readonly name: string;
  /** Of its types, as in `VkWorkspace`. */
  readonly type: string;
  readonly title: string;
  /** The operation whose bundle is measured. */
  readonly operation: string;
  readonly schemes: readonly string[];
}

export function shellNames({ name, document }: Spec): ShellNames {
  const operations = operationsOf(document);
  return {
    name,
    type: pascalCase(name),
    title: document.info.title,
    operation: (operations.find(({ effect }) => effect === "replace") ?? operations[0])?.id ?? "",
    schemes: credentialForms(document).map(({ scheme }) => scheme),
  };
}
