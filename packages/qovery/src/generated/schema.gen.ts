// Generated from qovery.yaml by `spec-tools codegen`. Do not edit: change the spec.

export interface paths {
  "/organization/{organizationId}/gitToken": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the git tokens of an organization
     * @description Returns all git tokens of the organization in one response; there are no pages. The secrets are not part of it.
     */
    get: operations["listOrganizationGitTokens"];
    put?: never;
    /**
     * Create a git token
     * @description Stores a secret of a git provider under a name. The secret is your own: Qovery never returns it, so keep it if you will edit the token later. Do not simply repeat the request: that may leave two tokens of one name.
     */
    post: operations["createGitToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organization/{organizationId}/gitToken/{gitTokenId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a git token
     * @description Returns one git token without its secret.
     */
    get: operations["getOrganizationGitToken"];
    /**
     * Replace a git token
     * @description Replaces the whole git token with what the request holds. Even a mere rename has to send the secret again, and Qovery does not return it, so the caller must still have it. Send the optional fields as well if they are to stay. Repeating the request changes nothing more.
     */
    put: operations["editGitToken"];
    post?: never;
    /**
     * Delete a git token
     * @description Deletes the git token at Qovery. Ask getGitTokenAssociatedServices (GET on the path of the token with `/associatedServices` after it) first which services use it. Do not count on the secret being revoked at the git provider: revoke it there yourself.
     */
    delete: operations["deleteGitToken"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organization/{organizationId}/gitToken/{gitTokenId}/associatedServices": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the services that use a git token
     * @description Returns every service that uses the git token, with its environment and its project. Worth a look before the token is edited or deleted.
     */
    get: operations["getGitTokenAssociatedServices"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    GitToken: GitToken;
    GitTokenList: GitTokenList;
    GitTokenType: GitTokenType;
    GitTokenRequest: GitTokenRequest;
    BitbucketGitTokenRequest: BitbucketGitTokenRequest;
    GithubOrGitlabGitTokenRequest: GithubOrGitlabGitTokenRequest;
    AssociatedService: AssociatedService;
    AssociatedServiceList: AssociatedServiceList;
    ServiceType: ServiceType;
  };
  responses: {
    /** @description The credential is missing, or Qovery does not accept it. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The credential is valid, but it does not allow this. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The organization or the git token was not found. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The request is not valid. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
  };
  parameters: {
    /** @description The UUID of the organization. */
    organizationId: string;
    /** @description The UUID of the git token. */
    gitTokenId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listOrganizationGitTokens: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The UUID of the organization. */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All git tokens of the organization. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitTokenList"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
  createGitToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The UUID of the organization. */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["GitTokenRequest"];
      };
    };
    responses: {
      /** @description The new git token, without its secret. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitToken"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
  getOrganizationGitToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The UUID of the organization. */
        organizationId: components["parameters"]["organizationId"];
        /** @description The UUID of the git token. */
        gitTokenId: components["parameters"]["gitTokenId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The git token. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitToken"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
  editGitToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The UUID of the organization. */
        organizationId: components["parameters"]["organizationId"];
        /** @description The UUID of the git token. */
        gitTokenId: components["parameters"]["gitTokenId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["GitTokenRequest"];
      };
    };
    responses: {
      /** @description The git token as it is now, without its secret. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitToken"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
  deleteGitToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The UUID of the organization. */
        organizationId: components["parameters"]["organizationId"];
        /** @description The UUID of the git token. */
        gitTokenId: components["parameters"]["gitTokenId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The git token is deleted. The response has no body. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
  getGitTokenAssociatedServices: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The UUID of the organization. */
        organizationId: components["parameters"]["organizationId"];
        /** @description The UUID of the git token. */
        gitTokenId: components["parameters"]["gitTokenId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The services that use the git token. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AssociatedServiceList"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
    };
  };
}
/** @description A git token without its secret. */
export interface GitToken {
  /**
   * Format: uuid
   * @description The UUID of the git token.
   */
  id: string;
  /**
   * Format: date-time
   * @description When the git token was created.
   */
  created_at: string;
  /**
   * Format: date-time
   * @description When the git token was last changed.
   */
  updated_at?: string;
  /** @description The name of the git token. */
  name: string;
  /** @description What the git token is for. */
  description?: string;
  /** @description The git provider that issued the secret. */
  type: components["schemas"]["GitTokenType"];
  /**
   * Format: date
   * @description The day of the git token's expiry.
   */
  expired_at?: string;
  /** @description The Bitbucket workspace of the git token. */
  workspace?: string;
  /** @description How many services use the git token. */
  associated_services_count: number;
  /**
   * Format: uri
   * @description The URL of the git provider's API.
   */
  git_api_url: string;
}
/** @description All git tokens of an organization. */
export interface GitTokenList {
  /** @description The git tokens, without their secrets. May be absent. */
  results?: components["schemas"]["GitToken"][];
}
/**
 * @description A git provider.
 * @enum {string}
 */
export type GitTokenType = "BITBUCKET" | "GITHUB" | "GITLAB";
/** @description A git token with its secret. For Bitbucket it must also name the workspace. */
export type GitTokenRequest = components["schemas"]["BitbucketGitTokenRequest"] | components["schemas"]["GithubOrGitlabGitTokenRequest"];
/** @description A git token for Bitbucket. */
export interface BitbucketGitTokenRequest {
  /** @description The name of the git token. */
  name: string;
  /**
   * @description The git provider that issued the secret.
   * @enum {string}
   */
  type: "BITBUCKET";
  /**
   * Format: password
   * @description The secret that the git provider issued. Qovery never returns it.
   */
  token: string;
  /** @description What the git token is for. */
  description?: string;
  /** @description The Bitbucket workspace. Qovery needs it to find the repositories when a service is created or edited. */
  workspace: string;
  /**
   * Format: uri
   * @description The URL of the git provider's API, where it is not the usual one.
   */
  git_api_url?: string;
}
/** @description A git token for GitHub or GitLab. */
export interface GithubOrGitlabGitTokenRequest {
  /** @description The name of the git token. */
  name: string;
  /**
   * @description The git provider that issued the secret.
   * @enum {string}
   */
  type: "GITHUB" | "GITLAB";
  /**
   * Format: password
   * @description The secret that the git provider issued. Qovery never returns it.
   */
  token: string;
  /** @description What the git token is for. */
  description?: string;
  /** @description GitHub and GitLab need no workspace; it may be left out. */
  workspace?: string;
  /**
   * Format: uri
   * @description The URL of the git provider's API, where it is not the usual one.
   */
  git_api_url?: string;
}
/** @description A service that uses a git token, with its environment and its project. */
export interface AssociatedService {
  /**
   * Format: uuid
   * @description The UUID of the project.
   */
  project_id: string;
  /** @description The name of the project. */
  project_name: string;
  /**
   * Format: uuid
   * @description The UUID of the environment.
   */
  environment_id: string;
  /** @description The name of the environment. */
  environment_name: string;
  /**
   * Format: uuid
   * @description The UUID of the service.
   */
  service_id: string;
  /** @description The name of the service. */
  service_name: string;
  /** @description The kind of the service. */
  service_type: components["schemas"]["ServiceType"];
}
/** @description The services that use a git token. */
export interface AssociatedServiceList {
  /** @description The services. May be absent. */
  results?: components["schemas"]["AssociatedService"][];
}
/**
 * @description The kind of a service.
 * @enum {string}
 */
export type ServiceType = "APPLICATION" | "CRON" | "LIFECYCLE" | "HELM" | "TERRAFORM";
