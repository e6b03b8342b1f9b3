import type { ApiOperation } from "../description/api-description.ts";
import type { ApiResponse } from "../description/api-message.ts";

/** The statuses that say that the request was carried out; `default` where nothing else says so. */
export function successes({ responses }: ApiOperation): readonly ApiResponse[] {
  const stated = responses.filter(({ status }) => /^2(\d\d|XX)$/.test(String(status)));
  return stated.length > 0 ? stated : responses.filter(({ status }) => status === "default");
}

/** The statuses that say no: numbers, ranges, and `default` for all that is not documented. */
export const failures = ({ responses }: ApiOperation): readonly ApiResponse[] =>
  responses.filter(({ status }) => status === "default" || /^[45]/.test(String(status)));

/** The statuses that name another address, which no client follows. */
export const redirects = ({ responses }: ApiOperation): readonly ApiResponse[] =>
  responses.filter(({ status }) => /^3/.test(String(status)));

/** Whether a response never has a body, whatever is documented. */
export const isBodiless = ({ method }: ApiOperation, { status }: ApiResponse): boolean =>
  method === "head" || status === 204 || status === 205;
