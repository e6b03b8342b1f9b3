/**
 * Lists the git tokens of an organization.
 *
 *     npm install @git-tokens/qovery
 *     QOVERY_API_TOKEN=… node list-tokens.ts ORGANIZATION_ID
 */
import { argv, env, exit } from "node:process";
import { createQovery } from "@git-tokens/qovery";

const [organizationId] = argv.slice(2);
if (!organizationId) {
  console.error("usage: node list-tokens.ts ORGANIZATION_ID");
  exit(1);
}
const qovery = createQovery({ auth: { apiToken: env.QOVERY_API_TOKEN } });

const { results = [] } = await qovery.listOrganizationGitTokens({ organizationId });
for (const { id, name, type, expired_at = "never", associated_services_count } of results) {
  console.log(`${id}  ${name} (${type}), expires: ${expired_at}, services: ${associated_services_count}`);
}
