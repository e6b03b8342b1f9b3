import type { ApiDescription, ApiOperation, ApiSecurityScheme } from "../description/api-description.ts";
import { type CredentialPlace, credentialPlace } from "../description/credential-place.ts";
import { securityOf } from "./security.ts";

/** A way to authenticate: the credentials that a client is given together. */
export interface Way {
  /** The names of the schemes, or `no credential`. */
  readonly name: string;
  readonly schemes: readonly ApiSecurityScheme[];
}

/** All ways to authenticate; one without a credential where no operation takes any. */
export function waysOf(api: ApiDescription): readonly Way[] {
  const operations = api.operations.filter(({ refusals }) => refusals.length === 0);
  const { schemes, common, isCommon } = securityOf({ api, operations, hash: "" });
  // Where operations differ, a client has all credentials and each operation takes its own.
  const all = isCommon ? common.filter((names) => names.length > 0) : [schemes.map(({ name }) => name)];
  return (all.length === 0 ? [[]] : all).map((names) => ({
    name: names.join(" and ") || "no credential",
    schemes: schemes.filter(({ name }) => names.includes(name)),
  }));
}

/** Where an operation carries the credentials of a way, if it needs any. */
export function placesOf({ security }: ApiOperation, { schemes }: Way): readonly CredentialPlace[] {
  if (security.optional) return [];
  const names = schemes.map(({ name }) => name);
  const taken = security.alternatives.find((one) => one.every(({ scheme }) => names.includes(scheme.name))) ?? [];
  return taken.flatMap(({ scheme }) => credentialPlace(scheme) ?? []);
}

/** A credential as a client takes it. */
type GivenCredential = string | { readonly username: string; readonly password: string };

/** What a client is given as `auth`: the same credential for every scheme of a way, as a name and a password both. */
export const authOf = ({ schemes }: Way, credential: string): Readonly<Record<string, GivenCredential>> =>
  Object.fromEntries(
    schemes.map(({ name, kind }) => [
      name,
      kind === "basic" ? { username: credential, password: credential } : credential,
    ]),
  );

/** The forms in which {@link authOf} has a service see a credential. */
export const formsOf = (credential: string): readonly string[] => [credential, `${credential}:${credential}`];
