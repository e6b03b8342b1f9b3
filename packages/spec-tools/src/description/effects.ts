/** What a second, identical request would do: the values of `x-effect`. */
export const EFFECTS = ["read", "replace", "create", "delete", "rotate"] as const;

export type Effect = (typeof EFFECTS)[number];

export const isEffect = (value: unknown): value is Effect => EFFECTS.some((effect) => effect === value);

/** Whether a method promises to change nothing, so that its effect need not be stated. */
export const isReading = (method: string | number): boolean =>
  ["get", "head", "options", "trace", "query"].includes(String(method));
