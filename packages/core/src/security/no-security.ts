import { configError } from "../errors/config-error.ts";
import type { CredentialSource, SelectCredential } from "../request/credential-source.ts";

/** What a request without credentials is called with. */
export const NO_CREDENTIAL: CredentialSource = {
  option: "auth",
  header: "",
  prefix: "",
  given: "",
  secrets: () => [],
  apply: (request) => request,
};

/** For a service that takes no credentials. For generated code. @throws {ConfigError} if one is given. */
export const noSecurity = (auth: unknown): SelectCredential => {
  const [name] = Object.keys(Object(auth));
  if (name !== undefined) throw configError(`auth.${name}`, "is not taken: no operation needs a credential");
  return () => NO_CREDENTIAL;
};
