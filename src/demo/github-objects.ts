/** Objects as GitHub's REST API shows them, with every field that its description requires. */
import type { Json } from './json.ts';

/** Where the objects are. */
export interface Place {
  /** Address of the API. */
  readonly api: string;
  /** Address of the web site. */
  readonly web: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly defaultBranch: string;
  readonly teams: readonly string[];
}

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly headSha: string;
  readonly base: string;
  readonly baseSha: string;
  readonly draft: boolean;
  readonly author: string;
  /** Slugs of the teams that are asked for a review. */
  readonly teams: readonly string[];
  readonly created: Date;
  readonly updated: Date;
}

/** What a pull request changes, which is shown of one alone and not in a list. */
export interface Change {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changed_files: number;
}

/** What follows the address of a repository, for each of its links; a name that stands for itself has none. */
const REPOSITORY_LINKS = {
  ...{ archive: '/{archive_format}{/ref}', assignees: '/assignees{/user}', blobs: '/git/blobs{/sha}' },
  ...{ branches: '/branches{/branch}', collaborators: '/collaborators{/collaborator}' },
  ...{ comments: '/comments{/number}', commits: '/commits{/sha}', compare: '/compare/{base}...{head}' },
  ...{
    contents: '/contents/{+path}',
    contributors: '',
    deployments: '',
    downloads: '',
    events: '',
    forks: '',
  },
  ...{
    git_commits: '/git/commits{/sha}',
    git_refs: '/git/refs{/sha}',
    git_tags: '/git/tags{/sha}',
    hooks: '',
  },
  ...{ issue_comment: '/issues/comments{/number}', issue_events: '/issues/events{/number}' },
  ...{
    issues: '/issues{/number}',
    keys: '/keys{/key_id}',
    labels: '/labels{/name}',
    languages: '',
    merges: '',
  },
  ...{ milestones: '/milestones{/number}', notifications: '/notifications{?since,all,participating}' },
  ...{ pulls: '/pulls{/number}', releases: '/releases{/id}', stargazers: '', statuses: '/statuses/{sha}' },
  ...{ subscribers: '', subscription: '', tags: '', teams: '', trees: '/git/trees{/sha}' },
};

const USER_LINKS = {
  ...{ events: '/events{/privacy}', followers: '', following: '/following{/other_user}' },
  ...{ gists: '/gists{/gist_id}', organizations: '/orgs', received_events: '', repos: '' },
  ...{ starred: '/starred{/owner}{/repo}', subscriptions: '' },
};

function links(address: string, paths: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [`${name}_url`, `${address}${path || `/${name}`}`]),
  );
}

function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}

/** A moment as GitHub writes one: RFC 3339 in UTC, to the second. */
function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

function showUser({ api, web }: Place, login: string, id: number, type: 'User' | 'Organization'): Json {
  const url = `${api}/users/${login}`;
  return {
    ...{ login, id, node_id: nodeId(type, id), type, site_admin: false, gravatar_id: '', url },
    ...{ html_url: `${web}/${login}`, avatar_url: `${web}/avatars/${login}` },
    ...links(url, USER_LINKS),
  };
}

function showOwner(place: Place): Json {
  return showUser(place, place.repository.split('/')[0] ?? '', 1, 'Organization');
}

/** The repository, with the rights of somebody who may write. */
export function showRepository(place: Place): Json {
  const { api, web, repository, defaultBranch } = place;
  const url = `${api}/repos/${repository}`;
  const html_url = `${web}/${repository}`;
  const { host } = new URL(web);
  const since = stamp(new Date(0));
  return {
    ...{ id: 1, node_id: nodeId('Repository', 1), name: repository.split('/')[1], full_name: repository },
    ...{ private: false, visibility: 'public', owner: showOwner(place), html_url, url, description: null },
    ...{ fork: false, default_branch: defaultBranch, size: 1, language: null, homepage: null, license: null },
    ...{ created_at: since, updated_at: since, pushed_at: since, topics: [], mirror_url: null },
    ...{ git_url: `git://${host}/${repository}.git`, ssh_url: `git@${host}:${repository}.git` },
    ...{ clone_url: `${html_url}.git`, svn_url: html_url, archived: false, disabled: false },
    ...{ has_issues: true, has_projects: false, has_wiki: false, has_pages: false, has_downloads: false },
    ...{ has_discussions: false, is_template: false, allow_forking: true, allow_auto_merge: false },
    ...{ allow_merge_commit: true, allow_rebase_merge: true, allow_squash_merge: true },
    ...{ delete_branch_on_merge: false, web_commit_signoff_required: false },
    ...{ stargazers_count: 0, watchers_count: 0, watchers: 0, forks_count: 0, forks: 0 },
    ...{ open_issues_count: 0, open_issues: 0, subscribers_count: 0, network_count: 0 },
    permissions: { admin: false, maintain: false, push: true, triage: true, pull: true },
    ...links(url, REPOSITORY_LINKS),
  };
}

/** What a pull request and the issue that it also is have in common. */
function showShared(place: Place, { number, title, body, author, created, updated }: Pull): Json {
  const { api, web, repository } = place;
  return {
    ...{ number, title, body, state: 'open', locked: false, active_lock_reason: null },
    ...{ user: showUser(place, author, 2, 'User'), author_association: 'MEMBER' },
    ...{ labels: [], assignee: null, assignees: [], milestone: null },
    ...{ created_at: stamp(created), updated_at: stamp(updated), closed_at: null },
    html_url: `${web}/${repository}/pull/${number}`,
    comments_url: `${api}/repos/${repository}/issues/${number}/comments`,
  };
}

/** @param change given for a pull request that is asked for alone, not in a list */
export function showPull(place: Place, pull: Pull, change?: Change): Json {
  const { number, head, base, headSha, baseSha, draft, teams } = pull;
  const api = `${place.api}/repos/${place.repository}`;
  const url = `${api}/pulls/${number}`;
  const shared = showShared(place, pull);
  const addresses = {
    ...{ url, html_url: String(shared['html_url']), issue_url: `${api}/issues/${number}` },
    ...{ comments_url: String(shared['comments_url']), review_comments_url: `${url}/comments` },
    ...{ review_comment_url: `${api}/pulls/comments{/number}`, commits_url: `${url}/commits` },
    statuses_url: `${api}/statuses/${headSha}`,
  };
  const hrefs = Object.entries({ ...addresses, self_url: url }).filter(([name]) => name !== 'url');
  return {
    ...shared,
    ...addresses,
    ...{ id: number, node_id: nodeId('PullRequest', number), draft },
    ...{ diff_url: `${shared['html_url']}.diff`, patch_url: `${shared['html_url']}.patch` },
    head: showBranch(place, head, headSha),
    base: showBranch(place, base, baseSha),
    requested_reviewers: [],
    requested_teams: teams.map((slug) => showTeam(place, slug)),
    ...{ merged_at: null, merge_commit_sha: null, auto_merge: null },
    _links: Object.fromEntries(hrefs.map(([name, href]) => [name.replace(/_url$/, ''), { href }])),
    ...(change && {
      ...{ merged: false, merged_by: null, mergeable: null, rebaseable: null, mergeable_state: 'unknown' },
      ...{ comments: 0, review_comments: 0, maintainer_can_modify: false, ...change },
    }),
  };
}

function showBranch(place: Place, ref: string, sha: string): Json {
  const user = showOwner(place);
  return { label: `${user['login']}:${ref}`, ref, sha, user, repo: showRepository(place) };
}

function showTeam({ api, web, repository, teams }: Place, slug: string): Json {
  const id = teams.indexOf(slug) + 1;
  const url = `${api}/organizations/1/team/${id}`;
  return {
    ...{ id, node_id: nodeId('Team', id), name: slug, slug, description: null, parent: null, url },
    ...{ privacy: 'closed', permission: 'push', notification_setting: 'notifications_enabled' },
    html_url: `${web}/orgs/${repository.split('/')[0]}/teams/${slug}`,
    ...{ members_url: `${url}/members{/member}`, repositories_url: `${url}/repos` },
    ...{ type: 'organization', organization_id: 1 },
  };
}

/** A pull request as the issue that it also is. */
export function showIssue(place: Place, pull: Pull): Json {
  const api = `${place.api}/repos/${place.repository}`;
  const url = `${api}/issues/${pull.number}`;
  const shared = showShared(place, pull);
  const web = String(shared['html_url']);
  return {
    ...shared,
    // issues and pull requests have ids of their own; only the number is one
    ...{ id: 1_000_000 + pull.number, node_id: nodeId('Issue', pull.number), url, repository_url: api },
    ...{ labels_url: `${url}/labels{/name}`, events_url: `${url}/events`, comments: 0, closed_by: null },
    pull_request: {
      ...{ url: `${api}/pulls/${pull.number}`, html_url: web, merged_at: null },
      ...{ diff_url: `${web}.diff`, patch_url: `${web}.patch` },
    },
  };
}
