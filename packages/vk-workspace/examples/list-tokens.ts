/**
 * Lists the git integration tokens of a workspace.
 *
 *     npm install @git-tokens/vk-workspace
 *     VK_WORKSPACE_TOKEN=… node list-tokens.ts https://projects.example.com KEY
 */
import { argv, env } from "node:process";
import { createVkWorkspace } from "@git-tokens/vk-workspace";

const [baseUrl = "", workspace = ""] = argv.slice(2);
const vk = createVkWorkspace({ baseUrl, auth: { privateToken: env.VK_WORKSPACE_TOKEN } });

const { tokens } = await vk.listGitIntegrationTokens({ workspace });
for (const { id, name, type, author, createdAt } of tokens) {
  console.log(`${id}  ${name} (${type}), created by ${author.displayName} on ${createdAt.slice(0, 10)}`);
}
