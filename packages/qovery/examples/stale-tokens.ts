/**
 * Finds the git tokens that expire within a number of days, that have expired, or that nothing uses.
 *
 *     npm install @git-tokens/qovery
 *     QOVERY_API_TOKEN=… node stale-tokens.ts ORGANIZATION_ID [DAYS]
 *
 * Exits with 1 if it finds one, so that a nightly job can report it. It changes nothing.
 */
import process, { argv, env, exit } from "node:process";
import { createQovery, type GitToken } from "@git-tokens/qovery";

const [organizationId, days = "30"] = argv.slice(2);
if (!organizationId || !/^\d+$/.test(days)) {
  console.error("usage: node stale-tokens.ts ORGANIZATION_ID [DAYS], where DAYS is a whole number");
  exit(1);
}
const qovery = createQovery({ auth: { apiToken: env.QOVERY_API_TOKEN } });

/** Whole days from today, in UTC, to the day of expiry; undefined for a token that does not expire. */
function daysLeft({ expired_at }: GitToken): number | undefined {
  if (expired_at === undefined) return undefined;
  const today = new Date().toISOString().slice(0, 10);
  return Math.round((Date.parse(expired_at) - Date.parse(today)) / 86_400_000);
}

/** What needs attention about a token. */
function findings(token: GitToken): readonly string[] {
  const left = daysLeft(token);
  const expires = left !== undefined && left <= Number(days);
  return [
    ...(expires ? [left < 0 ? `expired ${-left} days ago` : `expires in ${left} days`] : []),
    ...(token.associated_services_count === 0 ? ["serves nothing"] : []),
  ];
}

const { results = [] } = await qovery.listOrganizationGitTokens({ organizationId });
for (const token of results) {
  const found = findings(token);
  if (found.length === 0) continue;
  process.exitCode = 1;
  console.log(`${token.name} (${token.type}): ${found.join(", ")}`);
  // The services to inform before it expires.
  if (token.associated_services_count === 0) continue;
  const services = await qovery.getGitTokenAssociatedServices({ organizationId, gitTokenId: token.id });
  for (const { service_name, environment_name } of services.results ?? []) {
    console.log(`  used by ${service_name} in ${environment_name}`);
  }
}
