/** `vk-workspace` or `editGitToken` as the name of a type: `VkWorkspace`, `EditGitToken`. */
export const pascalCase = (name: string): string =>
  name.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
