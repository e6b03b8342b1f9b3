import type { OperationFacts } from "./operation-facts.ts";
import type { FindServer } from "./request/own-server.ts";
import type { RequestWriter } from "./request/request-writer.ts";
import type { ResponseReader } from "./response/response-reader.ts";

/** What the core needs to know about an operation at run time; generated from the spec. */
export interface OperationDefinition extends OperationFacts {
  /** Its address, where that is not the one of the client; from `@git-tokens/core/servers`. */
  readonly server?: FindServer;
  /** Writes what `query` and `body` cannot express; from `@git-tokens/core/encoders`. */
  readonly writer?: RequestWriter;
  /** Reads bodies that are not JSON; from `@git-tokens/core/decoders`. */
  readonly reader?: ResponseReader;
}
