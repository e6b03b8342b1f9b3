/** What a second, identical request would do: the `x-effect` of the spec. */
export type Effect = "read" | "replace" | "create" | "delete" | "rotate";

/** Whether two requests have the same effect as one. */
export const isRepeatable = (effect: Effect | undefined): boolean => effect !== "create" && effect !== "rotate";
