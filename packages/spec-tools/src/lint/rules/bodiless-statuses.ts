import { eachOperation } from "./rule.ts";

/** The statuses that HTTP gives no body. */
const BODILESS = /^(?:1..|204|205|304)$/;

/** A 204 has no body, whatever a spec says: a client that waits for one waits for nothing. */
export const bodilessStatuses = eachOperation(({ pointer, responses }) =>
  responses
    .filter(({ status, contents }) => BODILESS.test(String(status)) && contents.length > 0)
    .map(({ status }) => ({
      pointer: `${pointer}/responses/${status}`,
      message: `a ${status} has no body in HTTP; remove its content, or document the status that the service sends`,
    })),
);
