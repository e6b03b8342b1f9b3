/**
 * Replaces the secret of a git token with a new one that you have created at the git provider.
 *
 *     npm install @git-tokens/qovery
 *     QOVERY_API_TOKEN=… NEW_SECRET=… node replace-secret.ts ORGANIZATION_ID GIT_TOKEN_ID
 *
 * An edit replaces the whole token, so all other fields are read first and sent again. Revoke the old secret at the git
 * provider only after this has succeeded: until then the services still use it.
 */
import { argv, env, exit } from "node:process";
import { createQovery, type GitToken, type GitTokenRequest, settle } from "@git-tokens/qovery";

const [organizationId, gitTokenId, ...others] = argv.slice(2);
const { NEW_SECRET } = env;
if (!organizationId || !gitTokenId || !NEW_SECRET || others.length > 0) {
  console.error("usage: NEW_SECRET=… node replace-secret.ts ORGANIZATION_ID GIT_TOKEN_ID");
  exit(1);
}
const qovery = createQovery({ auth: { apiToken: env.QOVERY_API_TOKEN } });

/** The current token with another secret. Missing fields are not sent. */
function withSecret({ name, type, description, workspace, git_api_url }: GitToken, token: string): GitTokenRequest {
  const kept = { name, token, git_api_url, ...(description === undefined ? {} : { description }) };
  if (type !== "BITBUCKET") return { ...kept, type, ...(workspace === undefined ? {} : { workspace }) };
  if (workspace === undefined) throw new Error(`${name} is for Bitbucket, but Qovery shows no workspace for it`);
  return { ...kept, type, workspace };
}

const token = await qovery.getOrganizationGitToken({ organizationId, gitTokenId });
const edited = await settle(qovery.editGitToken({ organizationId, gitTokenId, ...withSecret(token, NEW_SECRET) }));
if (edited.ok) {
  console.log(`${edited.data.name} has its new secret; ${edited.data.associated_services_count} services use it`);
} else {
  // The client has already retried the edit. In doubt, run this again: a second, identical edit changes nothing more.
  const { outcome, message } = edited.error;
  const inDoubt = outcome === "unknown" || outcome === "committed";
  console.error(
    `${message}\n${inDoubt ? "Either secret may be in use" : "The old secret is still in use"}; keep both.`,
  );
  exit(1);
}
