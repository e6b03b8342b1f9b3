/**
 * Lists the git integration tokens of a workspace.
 *
 *     npm install @git-tokens/vk-workspace
 *     VK_WORKSPACE_TOKEN=… node list-tokens.ts https://projects.example.com KEY
 */
import { argv, env, exit } from "node:process";
import { createVkWorkspace } from "@git-tokens/vk-workspace";

const [baseUrl, workspace] = argv.slice(2);
if (!baseUrl || !workspace) {
  console.error("usage: node list-tokens.ts BASE_URL WORKSPACE");
  exit(1);
}
const vk = createVkWorkspace({ baseUrl, auth: { privateToken: env.VK_WORKSPACE_TOKEN } });

const { tokens } = await vk.listGitIntegrationTokens({ workspace });
for (const { id, name, type, author, createdAt } of tokens) {
  console.log(`${id}  ${name} (${type}), created by ${author.displayName} on ${createdAt.slice(0, 10)}`);
}
