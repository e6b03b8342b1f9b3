import type { Finding } from "../check/finding.ts";
import { isObject, type JsonObject } from "../json.ts";
import { dropMisshapen } from "./drop-misshapen.ts";
import { finishSwagger } from "./finish-swagger.ts";
import { serveAs31 } from "./from-32.ts";
import { prepareSwagger } from "./prepare-swagger.ts";
import { separateLists } from "./swagger-lists.ts";
import type { StatedVersion } from "./version.ts";

export interface Upgraded {
  readonly document: JsonObject;
  /** What was wrong before, by its place in the original. */
  readonly findings: readonly Finding[];
}

/**
 * Brings a document of any version into the form of OpenAPI 3.1. The document that is given must not be used any more.
 *
 * @throws {UpgradeError} if the document is too broken to be upgraded.
 */
export async function upgradeDocument({ document, family }: StatedVersion): Promise<Upgraded> {
  if (family === "3.1") return { document: { ...document, openapi: "3.1.1" }, findings: [] };
  if (family === "3.2") return { document: serveAs31(document), findings: [] };
  const findings = family === "2.0" ? [...dropMisshapen(document), ...separateLists(document)] : [];
  if (family === "2.0") prepareSwagger(document);
  // Loaded only where it is needed.
  const { upgrade } = await import("@scalar/openapi-upgrader");
  try {
    const stated = family === "2.0" ? { swagger: "2.0" } : { openapi: "3.0.4" };
    const upgraded: unknown = upgrade({ ...document, ...stated }, "3.1");
    if (isObject(upgraded)) {
      if (family === "2.0") finishSwagger(upgraded);
      return { document: upgraded, findings };
    }
  } catch (cause) {
    throw new UpgradeError(family, cause);
  }
  throw new UpgradeError(family, "no document");
}

/** The upgrade library stumbled over the document. */
export class UpgradeError extends Error {
  override readonly name = "UpgradeError";

  constructor(family: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`the file cannot be upgraded from ${family} to 3.1 (${reason}); check it with a linter first`, { cause });
  }
}
