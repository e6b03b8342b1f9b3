import { type Demo, refused } from "@git-tokens/demo/demo";
import { createQovery, isApiError } from "@git-tokens/qovery";
import { editGitToken } from "@git-tokens/qovery/operations";

const organizationId = "5b1c9e47-80d2-4f3a-b6e8-19c7d4a2f056";

/** The steps of this package in `pnpm demo`. */
export const demo: Demo = {
  title: "Qovery",
  steps({ baseUrl, credential }) {
    const qovery = createQovery({ baseUrl, auth: { apiToken: credential } });
    const stranger = createQovery({ baseUrl, auth: { jwt: "an-expired-session" } });
    const token = "example-secret-from-github";
    let gitTokenId = "";

    return [
      {
        operation: "listOrganizationGitTokens",
        about: "tokens of the organization",
        async run() {
          const { results = [] } = await qovery.listOrganizationGitTokens({ organizationId });
          gitTokenId = results[0]?.id ?? "";
          return results.map(({ name, type }) => `${name} (${type})`).join(", ");
        },
      },
      {
        operation: "editGitToken",
        about: "a full replacement",
        async run() {
          const edit = { organizationId, gitTokenId, name: "deploy-bot-eu", type: "GITHUB", token } as const;
          const { name, associated_services_count } = await qovery.editGitToken(edit);
          return `is now ${name}, used by ${associated_services_count} services`;
        },
      },
      {
        operation: "getGitTokenAssociatedServices",
        about: "who uses it",
        async run() {
          const { results = [] } = await qovery.getGitTokenAssociatedServices({ organizationId, gitTokenId });
          return results.map(({ service_name, service_type }) => `${service_name} (${service_type})`).join(", ");
        },
      },
      {
        operation: "editGitToken",
        about: "with an expired session",
        async run() {
          const edit = { organizationId, gitTokenId, name: "x", type: "GITHUB", token } as const;
          const error = await refused(editGitToken(stranger, edit));
          if (!isApiError(error, editGitToken, 401)) throw error;
          return `${error.name} ${error.status}, ${error.outcome}`;
        },
      },
      {
        operation: "editGitToken",
        about: "Bitbucket without a workspace",
        async run() {
          const input = JSON.parse(JSON.stringify({ organizationId, gitTokenId, name: "x", type: "BITBUCKET", token }));
          const error = await refused(qovery.editGitToken(input));
          if (!isApiError(error, editGitToken, 400)) throw error;
          return `${error.name} ${error.status}, ${error.outcome}`;
        },
      },
    ];
  },
};
