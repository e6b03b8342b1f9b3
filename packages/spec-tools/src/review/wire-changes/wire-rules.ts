import { API_RULES } from "./api-rules.ts";
import { REQUEST_RULES } from "./request-rules.ts";
import { RESPONSE_RULES } from "./response-rules.ts";

/** Every kind of change on the wire. A request is what callers write, a response what they read. */
export const WIRE_RULES = { ...REQUEST_RULES, ...RESPONSE_RULES, ...API_RULES };

export type WireRuleName = keyof typeof WIRE_RULES;
