/** What a second, identical request would do: `x-effect` of the spec. */
export type Effect = "read" | "replace" | "create" | "delete" | "rotate";

/** Whether sending the request again leaves the world as one request would. */
export const isRepeatable = (effect: Effect): boolean => effect !== "create" && effect !== "rotate";
