import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  createOctokit,
  githubFailure
} from "./chunk-RPITXM22.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import {
  secretForms
} from "./chunk-LSW3YM3J.js";

// src/github/graphql-failure.ts
var STATUS = {
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  STALE_DATA: 409,
  UNPROCESSABLE: 422
};
function graphqlFailure(thrown, context) {
  const error = typeof thrown === "object" && thrown !== null ? thrown : {};
  const errors = errorsOf(error);
  if (errors.length === 0) return githubFailure(thrown, context);
  const known = errors.map(({ type }) => STATUS[String(type)]).find((status) => status !== void 0);
  const badDocument = errors.some(({ extensions }) => extensions !== void 0);
  const data = { errors: errors.map(({ message }) => ({ message: String(message) })) };
  const headers = error.headers ?? error.response?.headers;
  const response = { data, headers: isRecord(headers) ? headers : {} };
  return githubFailure({ status: known ?? (badDocument ? 400 : 500), response }, context);
}
function errorsOf({ errors, response }) {
  const found = errors ?? (isRecord(response?.data) && isGraphQL(response.data) ? response.data["errors"] : []);
  return Array.isArray(found) ? found.filter(isRecord) : [];
}
function isGraphQL(data) {
  return data["message"] === void 0;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/github/ask.ts
function asker(options) {
  const secrets = secretForms(options.token);
  const { apiUrl } = options.repository;
  const rights = options.rights === void 0 ? {} : { rights: options.rights };
  let loading = null;
  return async (doing, request) => {
    loading ??= createOctokit(options);
    const octokit = await loading;
    try {
      return ok(await request(octokit));
    } catch (error) {
      const context = { doing, secrets, apiUrl, ...rights };
      return { ok: false, error: graphqlFailure(error, context) };
    }
  };
}

// src/github/rest.ts
function connectGitHub(options) {
  const { owner, repo } = options.repository;
  const here = { owner, repo };
  const head = options.head ?? here;
  const fork = head.owner.toLowerCase() !== owner.toLowerCase();
  const ask = asker(options);
  function list(branch, state) {
    return ask(`list the pull requests of ${branch}`, async ({ rest }) => {
      const found = await rest.pulls.list({ ...here, head: `${head.owner}:${branch}`, state, per_page: 100 });
      return own(found.data).filter((one) => one.branch === branch);
    });
  }
  function own(raw) {
    const ours = ({ head: { repo: repo2 }, base }) => repo2?.full_name.toLowerCase() === (fork ? `${head.owner}/${head.repo}` : base.repo?.full_name)?.toLowerCase();
    return raw.filter(ours).map(toPullRequest).sort((a, b) => a.number - b.number);
  }
  function ofRotations(raw) {
    return own(raw).filter(({ branch }) => branch.startsWith("rotate/"));
  }
  return {
    fork: () => ask(`fork ${owner}/${repo}`, async ({ rest }) => {
      await rest.repos.createFork({ ...here, default_branch_only: true });
    }),
    repository: () => ask(`read the repository ${owner}/${repo}`, async ({ rest }) => {
      const { data } = await rest.repos.get(here);
      return {
        fullName: data.full_name,
        defaultBranch: data.default_branch,
        archived: data.archived,
        canPush: data.permissions?.push ?? null,
        parent: data.parent?.full_name ?? null
      };
    }),
    async branchHead(branch) {
      const asked = await ask(`read the branch ${branch}`, async ({ rest }) => {
        const { data } = await rest.git.getRef({ ...here, ref: `heads/${branch}` });
        return data.object.sha;
      });
      return !asked.ok && asked.error.code === "not-found" ? ok(null) : asked;
    },
    openPullRequests: () => ask("list the open pull requests", async (octokit) => {
      const request = { ...here, state: "open", per_page: 100 };
      return ofRotations(await octokit.paginate(octokit.rest.pulls.list, request));
    }),
    closedPullRequests: (since) => ask("list the closed pull requests", async (octokit) => {
      const order = { sort: "updated", direction: "desc" };
      const request = { ...here, ...order, state: "closed", per_page: 100 };
      const found = await octokit.paginate(octokit.rest.pulls.list, request, ({ data }, done) => {
        if (data.some(({ updated_at }) => updated_at < since)) done();
        return data.filter(({ updated_at }) => updated_at >= since);
      });
      return ofRotations(found);
    }),
    pullRequestsOf: list,
    async pullRequest(number) {
      const found = await ask(`read #${number}`, async ({ rest }) => {
        const { data } = await rest.pulls.get({ ...here, pull_number: number });
        return toPullRequest(data);
      });
      return !found.ok && found.error.code === "not-found" ? ok(null) : found;
    },
    async closedBy(number) {
      const closer = await ask(`see who closed #${number}`, async ({ rest }) => {
        const { data } = await rest.issues.get({ ...here, issue_number: number });
        const by = data.closed_by;
        return by ? { login: by.login, bot: by.type === "Bot" || by.login.endsWith("[bot]") } : null;
      });
      return !closer.ok && ["forbidden", "not-found"].includes(closer.error.code) ? ok(null) : closer;
    },
    async create({ title, body, branch, base, draft }) {
      const created = await ask(`create the pull request of ${branch}`, async ({ rest }) => {
        const { data } = await rest.pulls.create({
          ...here,
          title,
          body,
          base,
          head: fork ? `${head.owner}:${branch}` : branch,
          ...draft ? { draft } : {}
        });
        return toPullRequest(data);
      });
      if (created.ok || created.error.code !== "validation" || !/already exists/i.test(created.error.message)) {
        return created;
      }
      const open = await list(branch, "open");
      if (!open.ok) return open;
      const one = open.value.find(({ baseBranch }) => baseBranch === base) ?? open.value[0];
      return one ? this.update(one.number, { title, body }) : created;
    },
    update: (number, change) => ask(`update #${number}`, async ({ rest }) => {
      const { data } = await rest.pulls.update({ ...here, pull_number: number, ...change });
      return toPullRequest(data);
    }),
    // Not tried again after a lost answer: a comment twice is worse than none.
    comment: (number, body) => ask(`comment on #${number}`, async ({ rest }) => {
      await rest.issues.createComment({ ...here, issue_number: number, body, request: { retries: 0 } });
    }),
    updateComment: (id, body) => ask(`change the comment ${id}`, async ({ rest }) => {
      await rest.issues.updateComment({ ...here, comment_id: id, body });
    }),
    comments: (number) => ask(`read the comments of #${number}`, async (octokit) => {
      const request = { ...here, issue_number: number, per_page: 100 };
      const comments = await octokit.paginate(octokit.rest.issues.listComments, request);
      return comments.map(({ id, body, user }) => ({ id, author: user?.login ?? null, body: body ?? "" }));
    }),
    labels: () => ask("read the labels", async (octokit) => {
      const labels = await octokit.paginate(octokit.rest.issues.listLabelsForRepo, {
        ...here,
        per_page: 100
      });
      return labels.map(({ name }) => name);
    }),
    async createLabel(label) {
      const made = await ask(`create the label ${label.name}`, async ({ rest }) => {
        await rest.issues.createLabel({ ...here, ...label });
      });
      return !made.ok && /already_exists/.test(made.error.message) ? ok(void 0) : made;
    },
    dress: (number, { labels, assignees, body }) => ask(`label and assign #${number}`, async ({ rest }) => {
      await rest.issues.update({
        ...here,
        issue_number: number,
        labels: [...labels],
        assignees: [...assignees],
        body
      });
    }),
    requestReview: (number, { reviewers, teams }) => ask(`ask for a review of #${number}`, async ({ rest }) => {
      const wanted = { reviewers: [...reviewers], team_reviewers: [...teams] };
      await rest.pulls.requestReviewers({ ...here, pull_number: number, ...wanted });
    })
  };
}
function toPullRequest(raw) {
  return {
    number: raw.number,
    nodeId: raw.node_id ?? "",
    url: raw.html_url,
    title: raw.title,
    body: raw.body ?? "",
    state: raw.state === "open" ? "open" : "closed",
    merged: Boolean(raw.merged_at),
    draft: raw.draft ?? false,
    branch: raw.head.ref,
    headSha: raw.head.sha,
    baseBranch: raw.base.ref,
    labels: (raw.labels ?? []).map(({ name }) => name ?? ""),
    assignees: (raw.assignees ?? []).map(({ login }) => login),
    author: raw.user?.login ?? null,
    createdAt: raw.created_at ?? "",
    closedAt: raw.closed_at ?? null,
    mergedAt: raw.merged_at ?? null,
    mergeSha: raw.merged_at ? raw.merge_commit_sha ?? null : null
  };
}
function missingToken() {
  return fail(
    "authentication",
    "There is no GitHub token: set GITHUB_TOKEN or GH_TOKEN, or sign in with gh auth login."
  );
}

export {
  asker,
  connectGitHub,
  missingToken
};
