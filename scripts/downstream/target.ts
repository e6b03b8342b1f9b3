import type { Service } from "./service.ts";
import type { Subject } from "./subject.ts";

/** A published file, and the service of it where its clients are run. */
export interface Target {
  readonly subject: Subject;
  readonly service?: Service;
}
