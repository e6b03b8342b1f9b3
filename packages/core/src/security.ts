/** Security that is more than one credential in one header. Generated code imports it where it is needed. */
export { anySecurity } from "./security/any-security.ts";
export { headerSecurity } from "./security/header-security.ts";
export { noSecurity } from "./security/no-security.ts";
export type { BasicCredential, Credentials, SchemeDefinition, UserAndPassword } from "./security/scheme.ts";
