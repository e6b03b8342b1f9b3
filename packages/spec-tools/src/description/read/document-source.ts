import type { JsonObject } from "../json.ts";
import type { Place } from "../place.ts";
import type { StatedVersion } from "../upgrade/version.ts";

/** A document as it is written, before its upgrade. */
export interface DocumentSource {
  readonly stated: StatedVersion;
  /** The files that it was read from, the one that was named first. */
  readonly files: readonly string[];
  /** The document again, untouched. */
  reread(): JsonObject;
  /** Where something of the document is written, or the nearest thing around it. */
  placeOf(tokens: readonly string[]): Place;
}
