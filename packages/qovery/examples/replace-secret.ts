/**
 * Gives a git token a new secret, which you have created at the git provider before.
 *
 *     npm install @git-tokens/qovery
 *     QOVERY_API_TOKEN=… NEW_SECRET=… node replace-secret.ts ORGANIZATION_ID GIT_TOKEN_ID
 *
 * An edit replaces the whole token, so what it shall keep is read first and sent again. Revoke the old secret at the git
 * provider once this has ended well, not before: until then the services still use it.
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

/** The token as it is, with another secret. Only fields that are there are sent. */
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
  // The edit was repeated already where that made sense. In doubt, run this again: a second edit does no more than one.
  const { outcome, message } = edited.error;
  const inDoubt = outcome === "unknown" || outcome === "committed";
  console.error(
    `${message}\n${inDoubt ? "Either secret may be in use" : "The old secret is still in use"}; keep both.`,
  );
  exit(1);
}
