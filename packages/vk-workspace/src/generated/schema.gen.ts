// Generated from vk-workspace.yaml by `spec-tools codegen`. Do not edit: change the spec.

export interface paths {
  "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the git integration tokens of a workspace
     * @description Returns all tokens of the workspace in one response; there are no pages. The secrets are not part of it.
     */
    get: operations["listGitIntegrationTokens"];
    put?: never;
    /**
     * Create a git integration token
     * @description Creates a token and returns it together with its secret. Store the secret at once: it is in this response only and cannot be read later. Do not simply repeat the request: that may leave two tokens of one name.
     */
    post: operations["createGitIntegrationToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a git integration token
     * @description Returns one token without its secret.
     */
    get: operations["getGitIntegrationToken"];
    /**
     * Rename a git integration token
     * @description Gives the token a new name. The secret stays as it is, so whatever uses it keeps working, and it is not part of the response. Repeating the request changes nothing more.
     */
    put: operations["renameGitIntegrationToken"];
    post?: never;
    /**
     * Delete a git integration token
     * @description Deletes the token. Its secret is revoked at once, so everything that still uses it loses access.
     */
    delete: operations["deleteGitIntegrationToken"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/cwm/public/api/v1/workspaces/{workspace}/git-integration-tokens/{tokenId}/refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Refresh the secret of a git integration token
     * @description Issues a new secret for the token. The old secret stops working at once, and the new one is in this response only, so store it before anything else. The method is PUT, but the operation is not idempotent: every further request makes the secret before it invalid.
     */
    put: operations["refreshGitIntegrationToken"];
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
    GitIntegrationToken: GitIntegrationToken;
    GitIntegrationTokenWithSecret: GitIntegrationTokenWithSecret;
    GitIntegrationTokenList: GitIntegrationTokenList;
    GitIntegrationTokenType: GitIntegrationTokenType;
    GitIntegrationTokenCreate: GitIntegrationTokenCreate;
    GitIntegrationTokenRename: GitIntegrationTokenRename;
    User: User;
    ApiProblem: ApiProblem;
  };
  responses: {
    /** @description A parameter of the request is wrong or unknown to the service. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiProblem"];
      };
    };
    /** @description The credential is missing, or the service does not accept it. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiProblem"];
      };
    };
    /** @description The credential is valid, but its owner has no access to this object. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiProblem"];
      };
    };
    /** @description The service failed. Whether it carried out the request before it failed cannot be told from this response. */
    InternalError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ApiProblem"];
      };
    };
  };
  parameters: {
    /** @description The key of the workspace or its UUID. Both are accepted, according to the page "Замена названия токена", which shows a path with each. */
    workspace: string;
    /** @description The UUID of the token, as the list of tokens shows it. */
    tokenId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listGitIntegrationTokens: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The key of the workspace or its UUID. Both are accepted, according to the page "Замена названия токена", which shows a path with each. */
        workspace: components["parameters"]["workspace"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All tokens of the workspace. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitIntegrationTokenList"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalError"];
    };
  };
  createGitIntegrationToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The key of the workspace or its UUID. Both are accepted, according to the page "Замена названия токена", which shows a path with each. */
        workspace: components["parameters"]["workspace"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["GitIntegrationTokenCreate"];
      };
    };
    responses: {
      /** @description The new token with its secret. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitIntegrationTokenWithSecret"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalError"];
    };
  };
  getGitIntegrationToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The key of the workspace or its UUID. Both are accepted, according to the page "Замена названия токена", which shows a path with each. */
        workspace: components["parameters"]["workspace"];
        /** @description The UUID of the token, as the list of tokens shows it. */
        tokenId: components["parameters"]["tokenId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The token. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitIntegrationToken"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalError"];
    };
  };
  renameGitIntegrationToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The key of the workspace or its UUID. Both are accepted, according to the page "Замена названия токена", which shows a path with each. */
        workspace: components["parameters"]["workspace"];
        /** @description The UUID of the token, as the list of tokens shows it. */
        tokenId: components["parameters"]["tokenId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["GitIntegrationTokenRename"];
      };
    };
    responses: {
      /** @description The token under its new name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitIntegrationToken"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalError"];
    };
  };
  deleteGitIntegrationToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The key of the workspace or its UUID. Both are accepted, according to the page "Замена названия токена", which shows a path with each. */
        workspace: components["parameters"]["workspace"];
        /** @description The UUID of the token, as the list of tokens shows it. */
        tokenId: components["parameters"]["tokenId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The token is deleted. The response has no body. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalError"];
    };
  };
  refreshGitIntegrationToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The key of the workspace or its UUID. Both are accepted, according to the page "Замена названия токена", which shows a path with each. */
        workspace: components["parameters"]["workspace"];
        /** @description The UUID of the token, as the list of tokens shows it. */
        tokenId: components["parameters"]["tokenId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The token with its new secret. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GitIntegrationTokenWithSecret"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      500: components["responses"]["InternalError"];
    };
  };
}
/** @description A git integration token without its secret. */
export interface GitIntegrationToken {
  /**
   * Format: uuid
   * @description The UUID of the token.
   */
  id: string;
  /** @description The name of the token. */
  name: string;
  /** @description An address that belongs to the token. The service documents it as a plain string and does not say what it points at. */
  url: string;
  /**
   * Format: date-time
   * @description When the token was created.
   */
  createdAt: string;
  /**
   * Format: date-time
   * @description When the token was last changed. May be null or absent.
   */
  updatedAt?: string | null;
  /** @description Who created the token. */
  author: components["schemas"]["User"];
  /** @description Who last changed the token. May be null or absent. */
  changedBy?: components["schemas"]["User"] | null;
  /** @description The system that the token is for. */
  type: components["schemas"]["GitIntegrationTokenType"];
}
/** @description A git integration token together with its secret, as only the responses of create and refresh show it. */
export type GitIntegrationTokenWithSecret = components["schemas"]["GitIntegrationToken"] & {
  /**
   * Format: password
   * @description The secret. It is shown this one time; store it before anything else.
   */
  token: string;
};
/** @description All git integration tokens of a workspace. */
export interface GitIntegrationTokenList {
  /** @description The tokens, without their secrets. */
  tokens: components["schemas"]["GitIntegrationToken"][];
}
/**
 * @description The system that a token connects the workspace to.
 * @enum {string}
 */
export type GitIntegrationTokenType = "GitLab" | "GitFlic";
/** @description What a new token needs. */
export interface GitIntegrationTokenCreate {
  /** @description The name of the new token. */
  name: string;
  /** @description The system that the new token is for. */
  type: components["schemas"]["GitIntegrationTokenType"];
}
/** @description The new name of a token. */
export interface GitIntegrationTokenRename {
  /** @description The name the token has from now on. */
  name: string;
}
/** @description A user of VK WorkSpace Projects. */
export interface User {
  /**
   * Format: uuid
   * @description The UUID of the user.
   */
  id: string;
  /** @description The name that the service shows for the user. */
  displayName: string;
  /** @description The user name. */
  username: string;
  /** @description The e-mail address of the user. May be null. */
  email: string | null;
  /**
   * Format: uuid
   * @description The UUID of the provider of the user. May be null or absent.
   */
  providerId?: string | null;
}
/** @description The body of an error. */
export interface ApiProblem {
  /** @description The kind of the error. The values are not documented. */
  type: string;
  /** @description The key of the error. The values are not documented. */
  key: string;
  /** @description What went wrong, in words for people. */
  messages: string[];
  /** @description Details of the error by name. May be null or absent. */
  payload?: {
    [key: string]: string;
  } | null;
}
