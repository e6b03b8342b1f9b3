/**
 * `git-token`, `git.token` or `gitToken` as the name of a type: `GitToken`. Characters that a name cannot contain are left out, and
 * one that starts with a digit gets `_` before it.
 */
export const pascalCase = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .replace(/^\p{N}/u, "_$&");

/** A property's name as it is written in code, in quotes where it needs them. */
export const propertyKey = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
