import { basename, join } from "node:path";
import type { ApiDescription, ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import type { ProviderPlace } from "@git-tokens/spec-tools/project/providers";

/** The two forms in which a spec is published. */
export type Form = "3.1" | "3.0.3";

/** A published file that the tools of others read. */
export interface Subject {
  /** The provider and the form, as one word that may name a folder. */
  readonly name: string;
  readonly provider: string;
  readonly form: Form;
  /** Absolute. */
  readonly file: string;
  readonly api: ApiDescription;
  /** The description in 3.1, which tells the credentials apart: what a service expects follows from it. */
  readonly service: ApiDescription;
}

const FILES: Readonly<Record<Form, string>> = { "3.1": "openapi.json", "3.0.3": "openapi-3.0.json" };

/** The published files of a provider. */
export async function subjectsOf({ name, packageFolder }: ProviderPlace): Promise<readonly Subject[]> {
  const fileOf = (form: Form): string => join(packageFolder, "openapi", FILES[form]);
  const service = await describeFile(fileOf("3.1"));
  return Promise.all(
    (["3.1", "3.0.3"] as const).map(async (form) => {
      const file = fileOf(form);
      const api = form === "3.1" ? service : await describeFile(file);
      return { name: `${basename(packageFolder)}-${form}`, provider: name, form, file, api, service };
    }),
  );
}

/**
 * Whether an operation is one that every adapter can call: nothing is required but path parameters and a JSON body.
 * No other is tried.
 */
export const isPlain = ({ parameters, requestBody }: ApiOperation): boolean =>
  parameters.every((parameter) => parameter.in === "path" || !parameter.required) &&
  [undefined, "json"].includes(requestBody?.contents[0]?.kind);
