import type { ApiOperation } from "../description/api-description.ts";
import type { ApiContent, ApiResponse } from "../description/api-message.ts";

/** The statuses that say that the request was carried out; `default` where nothing else says so. */
export function successes({ responses }: ApiOperation): readonly ApiResponse[] {
  const stated = responses.filter(({ status }) => /^2(\d\d|XX)$/.test(String(status)));
  return stated.length > 0 ? stated : responses.filter(({ status }) => status === "default");
}

/** The statuses that say no: numbers, ranges, and `default` for all that is not documented. */
export const failures = ({ responses }: ApiOperation): readonly ApiResponse[] =>
  responses.filter(({ status }) => status === "default" || /^[45]/.test(String(status)));

/** Whether a response never has a body, whatever is documented. */
export const isBodiless = ({ method }: ApiOperation, { status }: ApiResponse): boolean =>
  method === "head" || status === 204 || status === 205;

/** The media types of a request body that a caller can choose from, the preferred one first. */
export function requestContents({ requestBody, input }: ApiOperation): readonly ApiContent[] {
  const contents = requestBody?.contents ?? [];
  if (input.body !== "fields") return contents;
  return contents.filter(({ kind, shape }) => shape === "object" && HAS_FIELDS.has(kind));
}

const HAS_FIELDS: ReadonlySet<ApiContent["kind"]> = new Set(["json", "form", "multipart"]);
