import { __toESM } from "./rolldown-runtime.js";
import { require_picocolors } from "./lib/picocolors.js";
import { formatTable, terminalOf, truncate, withoutEnclosed, wrap } from "./audit.js";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "node:http";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
// src/demo/observe.ts
var import_picocolors = __toESM(require_picocolors(), 1);
async function observeClone(sandbox) {
	const index = await sandbox.runGit("ls-files", "--stage");
	const [commit = "", head = ""] = (await sandbox.runGit("rev-parse", "HEAD", "--abbrev-ref", "HEAD")).split("\n");
	return {
		branch: head === "HEAD" ? "" : head,
		commit,
		index: createHash("sha256").update(index).digest("hex"),
		entries: index.split("\n").length - 1,
		changes: (await sandbox.runGit("status", "--short")).trimEnd()
	};
}
async function get(sandbox, path) {
	const response = await fetch(`${sandbox.github.url}/repos/${sandbox.repository}${path}`, { headers: { Authorization: `Bearer ${sandbox.env["GITHUB_TOKEN"]}` } });
	if (!response.ok) throw new Error(`GET ${path} was answered with ${response.status}.`);
	return response.json();
}
function listed({ number, title, body, head }) {
	return {
		number,
		title,
		branch: head.ref,
		body: body ?? ""
	};
}
async function listPulls(sandbox) {
	return (await get(sandbox, "/pulls?direction=asc&per_page=100")).map(listed);
}
async function getPull(sandbox, number) {
	return listed(await get(sandbox, `/pulls/${number}`));
}
function countTraffic(sandbox) {
	const pushed = ({ method, path }) => method === "POST" && path.endsWith("/git-receive-pack");
	return {
		api: sandbox.github.log.length,
		apiWrites: sandbox.github.log.filter(({ method }) => method !== "GET").length,
		git: sandbox.git.log.length,
		pushes: sandbox.git.log.filter(pushed).length
	};
}
function trafficSince(before, after) {
	return {
		api: after.api - before.api,
		apiWrites: after.apiWrites - before.apiWrites,
		git: after.git - before.git,
		pushes: after.pushes - before.pushes
	};
}
// src/demo/run.ts
const NOT_INHERITED = /^(?:GIT_(?!EXEC_PATH$).*|(?:GITHUB|GH|INPUT|ACTIONS|RUNNER|ROTATE_PR)_.*|CI|FORCE_COLOR|NO_COLOR|COLUMNS)$/i;
function cleanEnvironment() {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name)));
}
async function run(command, args, options) {
	const child = spawn(command, [...args], {
		cwd: options.cwd,
		env: {
			...cleanEnvironment(),
			...options.env
		},
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		windowsHide: true
	});
	const stdout = [];
	const stderr = [];
	child.stdout.on("data", (chunk) => stdout.push(chunk));
	child.stderr.on("data", (chunk) => stderr.push(chunk));
	child.stdin.on("error", () => {});
	child.stdin.end(options.input ?? "");
	return {
		status: await new Promise((resolve, reject) => {
			child.on("error", reject);
			child.on("close", resolve);
		}),
		stdout: Buffer.concat(stdout).toString("utf8"),
		stderr: Buffer.concat(stderr).toString("utf8")
	};
}
async function git(cwd, args, env = {}, input = new Uint8Array()) {
	const { status, stdout, stderr } = await run("git", args, {
		cwd,
		env: {
			GIT_TERMINAL_PROMPT: "0",
			LC_ALL: "C",
			...env
		},
		input
	});
	if (status !== 0) throw new Error(`git ended with status ${status ?? "none"}: ${stderr.trim()}`);
	return stdout;
}
// src/demo/http.ts
async function listen(listener) {
	const server = createServer(listener);
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server has no port.");
	return {
		server,
		url: `http://127.0.0.1:${address.port}`
	};
}
async function shut(server) {
	await new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
async function readBody(request) {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks);
}
function sendText(response, status, text, headers = {}) {
	response.writeHead(status, {
		"Content-Type": "text/plain; charset=utf-8",
		...headers
	});
	response.end(text);
}
// src/demo/git-server.ts
async function startGitServer(options) {
	const backend = gitBackend(options);
	const log = [];
	const { server, url } = await listen((request, response) => {
		response.on("close", () => {
			log.push({
				method: request.method ?? "",
				path: request.url ?? "",
				status: response.statusCode
			});
		});
		backend.handle(request, response);
	});
	return {
		url,
		log,
		async close() {
			await shut(server);
			await backend.stop();
		}
	};
}
function gitBackend({ repositories, admit }) {
	const running = new Set();
	return {
		handle(request, response, answer = relay) {
			const asked = parseRequest(repositories, request);
			if (asked === null) {
				sendText(response, 404, "Not Found");
				return;
			}
			const admission = admit({
				name: asked.name,
				writes: asked.service === "git-receive-pack",
				http: request
			});
			if ("status" in admission) {
				sendText(response, admission.status, admission.text, admission.headers);
				return;
			}
			const child = startBackend(asked, admission.login, request, response);
			running.add(child);
			child.on("close", () => running.delete(child));
			answer(child.stdout, response);
		},
		async stop() {
			const ends = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
			for (const child of running) child.kill();
			await Promise.all(ends);
		}
	};
}
function parseRequest(repositories, request) {
	const [path = "", query = ""] = (request.url ?? "").split("?", 2);
	const { name = "", rest = "" } = /^\/(?<name>[^/]+\/[^/]+?)(?:\.git)?(?<rest>\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/.exec(path)?.groups ?? {};
	const folder = Object.hasOwn(repositories, name) ? repositories[name] : void 0;
	const service = rest === "/info/refs" ? new URLSearchParams(query).get("service") : rest.slice(1);
	if (folder === void 0 || service !== "git-upload-pack" && service !== "git-receive-pack") return null;
	return {
		folder,
		name,
		rest,
		query,
		service
	};
}
function startBackend(asked, login, request, response) {
	const child = spawn("git", ["http-backend"], {
		env: backendEnvironment(asked, login, request),
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		],
		windowsHide: true
	});
	child.on("error", () => {
		if (!response.headersSent) sendText(response, 500, "git http-backend did not start");
	});
	child.stdin.on("error", () => {});
	request.on("error", () => child.kill());
	request.pipe(child.stdin);
	return child;
}
function backendEnvironment(asked, login, request) {
	const header = (name) => {
		const value = request.headers[name];
		return typeof value === "string" ? value : "";
	};
	const length = header("content-length");
	return {
		...cleanEnvironment(),
		GIT_PROJECT_ROOT: dirname(asked.folder),
		GIT_HTTP_EXPORT_ALL: "1",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_COUNT: "3",
		GIT_CONFIG_KEY_0: "http.receivepack",
		GIT_CONFIG_VALUE_0: "true",
		GIT_CONFIG_KEY_1: "uploadpack.allowFilter",
		GIT_CONFIG_VALUE_1: "true",
		GIT_CONFIG_KEY_2: "uploadpack.allowAnySHA1InWant",
		GIT_CONFIG_VALUE_2: "true",
		PATH_INFO: `/${basename(asked.folder)}${asked.rest}`,
		QUERY_STRING: asked.query,
		REQUEST_METHOD: request.method ?? "GET",
		CONTENT_TYPE: header("content-type"),
		...length === "" ? {} : { CONTENT_LENGTH: length },
		HTTP_CONTENT_ENCODING: header("content-encoding"),
		GIT_PROTOCOL: header("git-protocol"),
		REMOTE_ADDR: "127.0.0.1",
		...login === null ? {} : { REMOTE_USER: login }
	};
}
function relay(stdout, response) {
	let head = Buffer.alloc(0);
	stdout.on("data", (chunk) => {
		if (head === null) {
			response.write(chunk);
			return;
		}
		head = Buffer.concat([head, chunk]);
		const end = /\r?\n\r?\n/.exec(head.toString("latin1"));
		if (end === null) return;
		for (const line of head.toString("latin1", 0, end.index).split(/\r?\n/)) {
			const colon = line.indexOf(":");
			const [name, value] = [line.slice(0, Math.max(0, colon)), line.slice(colon + 1).trim()];
			if (name.toLowerCase() === "status") response.statusCode = Number.parseInt(value, 10);
			else if (name !== "") response.setHeader(name, value);
		}
		response.write(head.subarray(end.index + end[0].length));
		head = null;
	});
	stdout.on("end", () => {
		if (head !== null && !response.headersSent) sendText(response, 500, "git http-backend gave no answer");
		else response.end();
	});
}
// src/demo/github-objects.ts
const REPOSITORY_LINKS = {
	archive: "/{archive_format}{/ref}",
	assignees: "/assignees{/user}",
	blobs: "/git/blobs{/sha}",
	branches: "/branches{/branch}",
	collaborators: "/collaborators{/collaborator}",
	comments: "/comments{/number}",
	commits: "/commits{/sha}",
	compare: "/compare/{base}...{head}",
	contents: "/contents/{+path}",
	contributors: "",
	deployments: "",
	downloads: "",
	events: "",
	forks: "",
	git_commits: "/git/commits{/sha}",
	git_refs: "/git/refs{/sha}",
	git_tags: "/git/tags{/sha}",
	hooks: "",
	issue_comment: "/issues/comments{/number}",
	issue_events: "/issues/events{/number}",
	issues: "/issues{/number}",
	keys: "/keys{/key_id}",
	labels: "/labels{/name}",
	languages: "",
	merges: "",
	milestones: "/milestones{/number}",
	notifications: "/notifications{?since,all,participating}",
	pulls: "/pulls{/number}",
	releases: "/releases{/id}",
	stargazers: "",
	statuses: "/statuses/{sha}",
	subscribers: "",
	subscription: "",
	tags: "",
	teams: "",
	trees: "/git/trees{/sha}"
};
const USER_LINKS = {
	events: "/events{/privacy}",
	followers: "",
	following: "/following{/other_user}",
	gists: "/gists{/gist_id}",
	organizations: "/orgs",
	received_events: "",
	repos: "",
	starred: "/starred{/owner}{/repo}",
	subscriptions: ""
};
function links(address, paths) {
	return Object.fromEntries(Object.entries(paths).map(([name, path]) => [`${name}_url`, `${address}${path || `/${name}`}`]));
}
function nodeId(type, id) {
	return Buffer.from(`${type}:${id}`).toString("base64");
}
function stamp(at) {
	return `${at.toISOString().slice(0, 19)}Z`;
}
function showUser({ api, web }, login, id, type) {
	const url = `${api}/users/${login}`;
	return {
		login,
		id,
		node_id: nodeId(type, id),
		type,
		site_admin: false,
		gravatar_id: "",
		url,
		html_url: `${web}/${login}`,
		avatar_url: `${web}/avatars/${login}`,
		...links(url, USER_LINKS)
	};
}
function showOwner(place) {
	return showUser(place, place.repository.split("/")[0] ?? "", 1, "Organization");
}
function showRepository(place) {
	const { api, web, repository, defaultBranch } = place;
	const url = `${api}/repos/${repository}`;
	const html_url = `${web}/${repository}`;
	const { host } = new URL(web);
	const since = stamp(new Date(0));
	return {
		id: 1,
		node_id: nodeId("Repository", 1),
		name: repository.split("/")[1],
		full_name: repository,
		private: false,
		visibility: "public",
		owner: showOwner(place),
		html_url,
		url,
		description: null,
		fork: false,
		default_branch: defaultBranch,
		size: 1,
		language: null,
		homepage: null,
		license: null,
		created_at: since,
		updated_at: since,
		pushed_at: since,
		topics: [],
		mirror_url: null,
		git_url: `git://${host}/${repository}.git`,
		ssh_url: `git@${host}:${repository}.git`,
		clone_url: `${html_url}.git`,
		svn_url: html_url,
		archived: false,
		disabled: false,
		has_issues: true,
		has_projects: false,
		has_wiki: false,
		has_pages: false,
		has_downloads: false,
		has_discussions: false,
		is_template: false,
		allow_forking: true,
		allow_auto_merge: false,
		allow_merge_commit: true,
		allow_rebase_merge: true,
		allow_squash_merge: true,
		delete_branch_on_merge: false,
		web_commit_signoff_required: false,
		stargazers_count: 0,
		watchers_count: 0,
		watchers: 0,
		forks_count: 0,
		forks: 0,
		open_issues_count: 0,
		open_issues: 0,
		subscribers_count: 0,
		network_count: 0,
		permissions: {
			admin: false,
			maintain: false,
			push: true,
			triage: true,
			pull: true
		},
		...links(url, REPOSITORY_LINKS)
	};
}
function showShared(place, { number, title, body, author, created, updated }) {
	const { api, web, repository } = place;
	return {
		number,
		title,
		body,
		state: "open",
		locked: false,
		active_lock_reason: null,
		user: showUser(place, author, 2, "User"),
		author_association: "MEMBER",
		labels: [],
		assignee: null,
		assignees: [],
		milestone: null,
		created_at: stamp(created),
		updated_at: stamp(updated),
		closed_at: null,
		html_url: `${web}/${repository}/pull/${number}`,
		comments_url: `${api}/repos/${repository}/issues/${number}/comments`
	};
}
function showPull(place, pull, change) {
	const { number, head, base, headSha, baseSha, draft, teams } = pull;
	const api = `${place.api}/repos/${place.repository}`;
	const url = `${api}/pulls/${number}`;
	const shared = showShared(place, pull);
	const addresses = {
		url,
		html_url: String(shared["html_url"]),
		issue_url: `${api}/issues/${number}`,
		comments_url: String(shared["comments_url"]),
		review_comments_url: `${url}/comments`,
		review_comment_url: `${api}/pulls/comments{/number}`,
		commits_url: `${url}/commits`,
		statuses_url: `${api}/statuses/${headSha}`
	};
	const hrefs = Object.entries({
		...addresses,
		self_url: url
	}).filter(([name]) => name !== "url");
	return {
		...shared,
		...addresses,
		id: number,
		node_id: nodeId("PullRequest", number),
		draft,
		diff_url: `${shared["html_url"]}.diff`,
		patch_url: `${shared["html_url"]}.patch`,
		head: showBranch(place, head, headSha),
		base: showBranch(place, base, baseSha),
		requested_reviewers: [],
		requested_teams: teams.map((slug) => showTeam(place, slug)),
		merged_at: null,
		merge_commit_sha: null,
		auto_merge: null,
		_links: Object.fromEntries(hrefs.map(([name, href]) => [name.replace(/_url$/, ""), { href }])),
		...change && {
			merged: false,
			merged_by: null,
			mergeable: null,
			rebaseable: null,
			mergeable_state: "unknown",
			comments: 0,
			review_comments: 0,
			maintainer_can_modify: false,
			...change
		}
	};
}
function showBranch(place, ref, sha) {
	const user = showOwner(place);
	return {
		label: `${user["login"]}:${ref}`,
		ref,
		sha,
		user,
		repo: showRepository(place)
	};
}
function showTeam({ api, web, repository, teams }, slug) {
	const id = teams.indexOf(slug) + 1;
	const url = `${api}/organizations/1/team/${id}`;
	return {
		id,
		node_id: nodeId("Team", id),
		name: slug,
		slug,
		description: null,
		parent: null,
		url,
		privacy: "closed",
		permission: "push",
		notification_setting: "notifications_enabled",
		html_url: `${web}/orgs/${repository.split("/")[0]}/teams/${slug}`,
		members_url: `${url}/members{/member}`,
		repositories_url: `${url}/repos`,
		type: "organization",
		organization_id: 1
	};
}
function showIssue(place, pull) {
	const api = `${place.api}/repos/${place.repository}`;
	const url = `${api}/issues/${pull.number}`;
	const shared = showShared(place, pull);
	const web = String(shared["html_url"]);
	return {
		...shared,
		id: 1e6 + pull.number,
		node_id: nodeId("Issue", pull.number),
		url,
		repository_url: api,
		labels_url: `${url}/labels{/name}`,
		events_url: `${url}/events`,
		comments: 0,
		closed_by: null,
		pull_request: {
			url: `${api}/pulls/${pull.number}`,
			html_url: web,
			merged_at: null,
			diff_url: `${web}.diff`,
			patch_url: `${web}.patch`
		}
	};
}
// src/demo/json.ts
function isJson(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function parseJson(text, reviver) {
	try {
		return text === "" ? null : JSON.parse(text, reviver);
	} catch {
		return text;
	}
}
// src/demo/refs.ts
async function readRefs(bare) {
	const loose = await readLooseRefs(bare);
	const refs = new Map([...await readPackedRefs(bare), ...loose]);
	return new Map([...refs].sort(([a], [b]) => a < b ? -1 : 1));
}
async function readLooseRefs(bare) {
	const refs = (await readdir(join(bare, "refs"), {
		recursive: true,
		withFileTypes: true
	})).filter((entry) => entry.isFile() && !entry.name.endsWith(".lock")).map(async ({ parentPath, name }) => {
		const path = join(parentPath, name);
		const text = await readFile(path, "utf8").catch(() => "");
		return [relative(bare, path).split(sep).join("/"), text.trim()];
	});
	return (await Promise.all(refs)).filter(([, sha]) => isSha(sha));
}
async function readPackedRefs(bare) {
	return (await readFile(join(bare, "packed-refs"), "utf8").catch(() => "")).split("\n").map((line) => [line.slice(41), line.slice(0, 40)]).filter(([, sha]) => isSha(sha));
}
function isSha(text) {
	return /^[0-9a-f]{40}$/.test(text);
}
// src/demo/github.ts
async function startGitHub(options) {
	const log = [];
	let queue = Promise.resolve();
	const { server, url } = await listen((request, response) => {
		queue = queue.then(() => exchange(request, response)).catch((error) => write(response, refusal(500, String(error))));
	});
	const api = new Api(options, {
		api: url,
		web: options.webUrl,
		...options
	});
	async function exchange(request, response) {
		const { method = "GET", url: path = "/" } = request;
		const requestBody = parseJson((await readBody(request)).toString("utf8"));
		const answer = request.headers.authorization?.split(" ")[1] === options.token ? await api.answer(method, path, isJson(requestBody) ? requestBody : {}) : refusal(401, "Bad credentials");
		log.push({
			method,
			path,
			status: answer.status,
			requestBody,
			responseBody: answer.body
		});
		write(response, answer);
	}
	return {
		url,
		log,
		async close() {
			await shut(server);
			await queue;
		}
	};
}
function write(response, { status, body }) {
	response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
	response.end(JSON.stringify(body));
}
function refusal(status, message, errors) {
	return {
		status,
		body: {
			message,
			documentation_url: "https://docs.github.com/rest",
			status: String(status),
			...errors && { errors }
		}
	};
}
var Api = class {
	#options;
	#place;
	#pulls = [];
	constructor(options, place) {
		this.#options = options;
		this.#place = place;
	}
	async answer(method, address, body) {
		const [path = "", query = ""] = address.split("?", 2);
		const root = `/repos/${this.#options.repository}`;
		if (path !== root && !path.startsWith(`${root}/`)) return refusal(404, "Not Found");
		const [, digits, tail = ""] = /^\/(?:pulls|issues)\/(\d+)(\/.+)?$/.exec(path.slice(root.length)) ?? [];
		const rest = path.slice(root.length).replace(/\d+/, "N");
		const pull = this.#pulls.find(({ number }) => String(number) === digits);
		if (digits !== void 0 && pull === void 0) return refusal(404, "Not Found");
		if (method === "GET" && rest === "") return {
			status: 200,
			body: showRepository(this.#place)
		};
		if (method === "GET" && rest === "/pulls") return this.#list(new URLSearchParams(query));
		if (method === "POST" && rest === "/pulls") return this.#create(body);
		if (pull !== void 0) {
			if (method === "GET" && rest === "/pulls/N") return this.#show(200, pull);
			if (method === "POST" && tail === "/requested_reviewers") return this.#askTeams(pull, body);
			if (method === "PATCH" && rest === "/issues/N") return this.#update(pull, body);
		}
		return refusal(501, `The demo does not play ${method} ${path}.`);
	}
	async #list(query) {
		const refs = await readRefs(this.#options.bare);
		const shown = query.get("state") === "closed" ? [] : this.#pulls;
		const owner = this.#options.repository.split("/")[0];
		const head = query.get("head");
		const bodies = shown.filter((pull) => head === null || head === `${owner}:${pull.head}`).map((pull) => showPull(this.#place, this.#withHead(pull, refs)));
		return {
			status: 200,
			body: query.get("direction") === "asc" ? bodies : bodies.reverse()
		};
	}
	async #create({ title, body, head, base, draft }) {
		const refs = await readRefs(this.#options.bare);
		for (const [field, branch] of Object.entries({
			head,
			base
		})) {
			if (refs.has(`refs/heads/${branch}`)) continue;
			return refusal(422, "Validation Failed", [{
				resource: "PullRequest",
				field,
				code: "invalid"
			}]);
		}
		if (this.#pulls.some((pull) => pull.head === head)) return refusal(422, "Validation Failed", [{
			resource: "PullRequest",
			code: "custom",
			message: `A pull request already exists for ${this.#options.repository.split("/")[0]}:${head}.`
		}]);
		const now = new Date();
		const pull = {
			number: this.#pulls.length + 1,
			title: String(title),
			body: String(body ?? ""),
			head: String(head),
			base: String(base),
			headSha: "",
			baseSha: refs.get(`refs/heads/${base}`) ?? "",
			draft: draft === true,
			author: this.#options.login,
			teams: [],
			created: now,
			updated: now
		};
		this.#pulls.push(pull);
		return this.#show(201, pull);
	}
	async #show(status, pull) {
		const shown = this.#withHead(pull, await readRefs(this.#options.bare));
		return {
			status,
			body: showPull(this.#place, shown, await this.#changeOf(shown))
		};
	}
	async #askTeams(pull, { reviewers = [], team_reviewers: teams = [] }) {
		if (!isEmpty(reviewers) || !Array.isArray(teams)) return refusal(501, "The demo has teams alone.");
		if (teams.some((slug) => !this.#options.teams.includes(slug))) return refusal(422, "Reviews may only be requested from collaborators.");
		this.#change(pull, { teams: [...new Set([...pull.teams, ...teams])] });
		const shown = this.#withHead(this.#pulls[pull.number - 1] ?? pull, await readRefs(this.#options.bare));
		return {
			status: 201,
			body: showPull(this.#place, shown)
		};
	}
	#update(pull, { labels = [], assignees = [], title, body, ...rest }) {
		if (!isEmpty(labels) || !isEmpty(assignees) || Object.keys(rest).length > 0) return refusal(501, "The demo has titles and bodies alone.");
		const text = (value, before) => typeof value === "string" ? value : before;
		this.#change(pull, {
			title: text(title, pull.title),
			body: text(body, pull.body)
		});
		return {
			status: 200,
			body: showIssue(this.#place, this.#pulls[pull.number - 1] ?? pull)
		};
	}
	#change(pull, fields) {
		this.#pulls[pull.number - 1] = {
			...pull,
			...fields,
			updated: new Date()
		};
	}
	#withHead(pull, refs) {
		return {
			...pull,
			headSha: refs.get(`refs/heads/${pull.head}`) ?? pull.headSha
		};
	}
	async #changeOf({ baseSha, headSha }) {
		const { bare } = this.#options;
		const commits = Number(await git(bare, [
			"rev-list",
			"--count",
			`${baseSha}..${headSha}`
		]));
		const lines = (await git(bare, [
			"diff",
			"--numstat",
			`${baseSha}...${headSha}`
		])).trimEnd().split("\n");
		const sum = (column) => lines.reduce((total, line) => total + (Number.parseInt(line.split("	")[column] ?? "", 10) || 0), 0);
		return {
			commits,
			additions: sum(0),
			deletions: sum(1),
			changed_files: lines.length
		};
	}
};
function isEmpty(value) {
	return Array.isArray(value) && value.length === 0;
}
// src/demo/repositories.ts
const AUTHOR = {
	GIT_AUTHOR_NAME: "Rotation Demo",
	GIT_AUTHOR_EMAIL: "rotation-demo@example.com",
	GIT_COMMITTER_NAME: "Rotation Demo",
	GIT_COMMITTER_EMAIL: "rotation-demo@example.com"
};
async function isolatedEnvironment(folder) {
	await writeFile(join(folder, "gitconfig"), "");
	return {
		GIT_CONFIG_GLOBAL: join(folder, "gitconfig"),
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_TERMINAL_PROMPT: "0",
		GH_CONFIG_DIR: join(folder, "gh"),
		XDG_CACHE_HOME: join(folder, "cache"),
		...AUTHOR,
		NO_PROXY: "127.0.0.1",
		no_proxy: "127.0.0.1"
	};
}
async function connectClone(clone, remotes) {
	const sections = Object.entries(remotes).map(([name, url]) => {
		return `[remote "${name}"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/${name}/*\n`;
	});
	await appendFile(join(clone, ".git", "config"), sections.join(""));
}
async function makeRepositories(into, source, branch) {
	const seed = join(into, "seed");
	const bare = join(into, "remote.git");
	const clone = join(into, "clone");
	const env = {
		...AUTHOR,
		GIT_CONFIG_GLOBAL: devNull,
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_AUTHOR_DATE: "2026-11-02T09:00:00Z",
		GIT_COMMITTER_DATE: "2026-11-02T09:00:00Z"
	};
	await cp(source, seed, {
		recursive: true,
		filter: (path) => !/[\\/]\.git$/.test(path)
	});
	await git(into, [
		"init",
		"--quiet",
		"--template=",
		`--initial-branch=${branch}`,
		seed
	], env);
	await git(seed, [
		"-c",
		"core.autocrlf=false",
		"-c",
		"core.fileMode=false",
		"add",
		"--all"
	], env);
	await git(seed, [
		"commit",
		"--quiet",
		"-m",
		"Add the environments"
	], env);
	await git(seed, [
		"repack",
		"--quiet",
		"-a",
		"-d"
	], env);
	await git(into, [
		"clone",
		"--quiet",
		"--template=",
		"--bare",
		seed,
		bare
	], env);
	await git(into, [
		"clone",
		"--quiet",
		"--template=",
		bare,
		clone
	], env);
	await rm(seed, {
		recursive: true,
		force: true,
		maxRetries: 5
	});
	for (const folder of [bare, join(clone, ".git")]) {
		const config = await readFile(join(folder, "config"), "utf8");
		await writeFile(join(folder, "config"), config.replace(/^\[remote "origin"\]\n(?:\t.*\n)*/m, ""));
		await mkdir(join(folder, "hooks"));
		await mkdir(join(folder, "info"), { recursive: true });
	}
}
// src/demo/sample.ts
async function packageRoot(from = fileURLToPath(import.meta.url)) {
	for (let folder = dirname(from);; folder = dirname(folder)) {
		const text = await readFile(join(folder, "package.json"), "utf8").catch(() => "{}");
		const { name } = JSON.parse(text);
		if (name === "rotate-pr") return folder;
		if (folder === dirname(folder)) throw new Error(`No package.json of rotate-pr above ${from}.`);
	}
}
async function sampleEnvironments() {
	return join(await packageRoot(), "fixtures", "environments");
}
// src/demo/sandbox.ts
const REPOSITORY = "example-org/environments";
const DEFAULT_BRANCH = "main";
const LOGIN = "rotation-team";
const TOKEN = "ghp_demo0write0token0that0is0no0secret00";
async function createSandbox(teams) {
	const folder = await realpath(await mkdtemp(join(tmpdir(), "rotate-pr-")));
	const bare = join(folder, "remote", `${REPOSITORY}.git`);
	const clone = join(folder, "clone");
	const closers = [() => rm(folder, {
		recursive: true,
		force: true,
		maxRetries: 5
	})];
	const close = async ({ keep = false } = {}) => {
		for (const closer of closers.splice(keep ? 1 : 0).reverse()) await closer();
	};
	try {
		await makeRepositories(folder, await sampleEnvironments(), DEFAULT_BRANCH);
		await mkdir(dirname(bare), { recursive: true });
		await rename(join(folder, "remote.git"), bare);
		const git$1 = await startGitServer({
			repositories: { [REPOSITORY]: bare },
			admit
		});
		closers.push(() => git$1.close());
		const github = await startGitHub({
			repository: REPOSITORY,
			defaultBranch: DEFAULT_BRANCH,
			token: TOKEN,
			login: LOGIN,
			bare,
			teams,
			webUrl: git$1.url
		});
		closers.push(() => github.close());
		await connectClone(clone, { origin: `${git$1.url}/${REPOSITORY}.git` });
		const env = {
			...await isolatedEnvironment(folder),
			GITHUB_API_URL: github.url,
			GITHUB_SERVER_URL: git$1.url,
			GITHUB_REPOSITORY: REPOSITORY,
			GITHUB_TOKEN: TOKEN
		};
		return {
			folder,
			bare,
			clone,
			repository: REPOSITORY,
			defaultBranch: DEFAULT_BRANCH,
			git: git$1,
			github,
			env,
			close,
			runGit: (...args) => git(clone, args, env)
		};
	} catch (error) {
		await close();
		throw error;
	}
}
function admit({ writes, http }) {
	const [, credentials = ""] = http.headers.authorization?.split(" ") ?? [];
	const known = Buffer.from(credentials, "base64").toString("utf8").split(":")[1] === TOKEN;
	if (known || !writes) return { login: known ? LOGIN : null };
	return {
		status: 401,
		text: "Invalid username or token.",
		headers: { "WWW-Authenticate": "Basic realm=\"GitHub\"" }
	};
}
// src/commands/demo.ts
const DATE = "2026-11-23";
const TEAMS = [...[
	"allotments",
	"apiary",
	"coast-guides",
	"dovecotes",
	"ferries",
	"granary",
	"grounds-operations"
], ...[
	"hedgerows",
	"millers",
	"river-watch",
	"waterways"
]];
const PLANNED = [
	"-n",
	"allotment-register-dev",
	"--cluster",
	"live"
];
const SHOWN = "beekeeping-licence-dev";
const CLUSTER = "live.cloud-platform.service.justice.gov.uk";
const TEXT = {
	title: "A tour of rotate-pr",
	intro: "Everything below is real and on this machine: an environments repository of invented namespaces, its remote behind git http-backend, a GitHub API, and a clone in which somebody is in the middle of something else.",
	audit: "Every credential of the repository, the worst first: when it was rotated, and what stands in the way.",
	plan: "What would be done to one namespace: the change to its files and the text of the pull request.",
	open: "Everything that is due, one pull request for each namespace. The environments of one application go one after another on different days, production last: what is not its turn yet is deferred.",
	list: "The pull requests that GitHub has now.",
	body: "One of them as a reviewer reads it.",
	diff: "Its change, as git has it on the remote.",
	again: "The same command again on the same day: everything is there already, so nothing is done.",
	clone: "The clone is as it was before: its branch, its index and its unfinished work.",
	more: (lines) => `… ${lines} more ${lines === 1 ? "line" : "lines"}`,
	wroteNothing: (requests) => `It asked ${requests} times and wrote nothing, neither to GitHub nor to git.`,
	wrote: (writes) => `It wrote ${writes} times, and should not have.`,
	unexpected: (status) => `That ended with status ${status ?? "none"}, and should not have.`,
	unchanged: "unchanged",
	changed: "CHANGED",
	kept: (folder) => `The folder is kept: ${folder}`,
	total: (pulls, requests, pushes, seconds) => `${pulls} pull requests, ${requests} requests to the API, ${pushes} ${pushes === 1 ? "push" : "pushes"} to git, ${seconds} seconds.`
};
var TourError = class extends Error {};
async function demo(options) {
	const { clock, onInterrupt } = options;
	const started = clock();
	const sandbox = await createSandbox(TEAMS);
	let listenNoMore = () => {};
	const stopped = new Promise((resolve) => {
		listenNoMore = onInterrupt(() => resolve(null));
	});
	try {
		const pulls = await Promise.race([new Tour(options, sandbox).walk(), stopped]);
		if (pulls === null) return 130;
		const { api, pushes } = countTraffic(sandbox);
		const seconds = ((clock() - started) / 1e3).toFixed(1);
		options.write(`\n${TEXT.total(pulls.length, api, pushes, seconds)}\n`);
		return 0;
	} catch (error) {
		if (!(error instanceof TourError)) throw error;
		options.write(`\n${error.message}\n`);
		return 1;
	} finally {
		listenNoMore();
		await sandbox.close({ keep: options.keep });
		if (options.keep) options.write(`${TEXT.kept(sandbox.folder)}\n`);
	}
}
var Tour = class {
	#options;
	#sandbox;
	#colors;
	#step = 0;
	constructor(options, sandbox) {
		this.#options = options;
		this.#sandbox = sandbox;
		this.#colors = import_picocolors.default.createColors(options.color);
	}
	async walk() {
		this.#print(this.#colors.bold(TEXT.title), ...this.#wrapped(TEXT.intro));
		await this.#startSomethingElse();
		const before = await observeClone(this.#sandbox);
		this.#head(TEXT.audit);
		await this.#rotatePr(["audit"], 20);
		this.#head(TEXT.plan);
		await this.#rotatePr(["plan", ...PLANNED], 80);
		this.#head(TEXT.open);
		await this.#rotatePr(["open", "--due"], 8);
		const pulls = await this.#showPulls();
		this.#head(TEXT.again);
		await this.#openAgain();
		this.#head(TEXT.clone);
		this.#compare(before, await observeClone(this.#sandbox));
		return pulls;
	}
	async #startSomethingElse() {
		await this.#sandbox.runGit("switch", "--quiet", "--create", "something-else");
		await appendFile(join(this.#sandbox.clone, "README.md"), "\nNot finished yet.\n");
	}
	async #showPulls() {
		const pulls = await listPulls(this.#sandbox);
		this.#head(TEXT.list);
		this.#print(this.#colors.dim(`GET /repos/${this.#sandbox.repository}/pulls`));
		const columns = [
			{ align: "right" },
			{},
			{ min: 20 }
		];
		const rows = pulls.map(({ number, title, branch }) => [
			{
				text: `#${number}`,
				paint: this.#colors.green
			},
			{
				text: branch,
				paint: this.#colors.cyan
			},
			{ text: title }
		]);
		this.#print(...formatTable(columns, rows, this.#options.width, "  "));
		const found = pulls.find(({ branch }) => branch === `rotate/${SHOWN}`);
		if (found === void 0) throw new TourError(`There is no pull request for ${SHOWN}.`);
		const shown = await getPull(this.#sandbox, found.number);
		this.#head(TEXT.body);
		this.#print(this.#colors.dim(`GET /repos/${this.#sandbox.repository}/pulls/${shown.number}`));
		this.#print(this.#colors.bold(shown.title), "");
		this.#cut(foldMarkdown(shown.body, this.#options.width), 10);
		this.#head(TEXT.diff);
		await this.#showDiff(shown.branch);
		return pulls;
	}
	async #showDiff(branch) {
		const { defaultBranch } = this.#sandbox;
		const range = `origin/${defaultBranch}...origin/${branch}`;
		this.#prompt("git fetch");
		this.#prompt(`cd namespaces/live.*/${SHOWN}`);
		this.#prompt(`git diff -U1 --relative ${range}`);
		await this.#sandbox.runGit("fetch", "--quiet", "origin");
		const folder = join(this.#sandbox.clone, "namespaces", CLUSTER, SHOWN);
		const color = `color.ui=${this.#options.color ? "always" : "never"}`;
		const diff = await this.#sandbox.runGit("-C", folder, "-c", color, "diff", "-U1", "--relative", range);
		this.#cut(diff.split("\n"), 50);
	}
	async #openAgain() {
		const before = countTraffic(this.#sandbox);
		await this.#rotatePr(["open", "--due"], 4);
		const { api, apiWrites, git, pushes } = trafficSince(before, countTraffic(this.#sandbox));
		if (apiWrites + pushes > 0) throw new TourError(TEXT.wrote(apiWrites + pushes));
		this.#print("", this.#colors.green(TEXT.wroteNothing(api + git)));
	}
	#compare(before, after) {
		const line = (name, value, same) => [
			{ text: name },
			{ text: value },
			{
				text: same ? TEXT.unchanged : TEXT.changed,
				paint: same ? this.#colors.green : this.#colors.red
			}
		];
		const rows = [
			line("branch", `${after.branch} at ${after.commit.slice(0, 7)}`, before.branch === after.branch && before.commit === after.commit),
			line("index", `${after.entries} entries`, before.index === after.index),
			line("working tree", after.changes.trim(), before.changes === after.changes)
		];
		this.#print(...formatTable([
			{},
			{ min: 10 },
			{}
		], rows, this.#options.width, "  "));
		if (rows.some((row) => row[2]?.text === TEXT.changed)) throw new TourError(TEXT.changed);
	}
	async #rotatePr(args, lines) {
		const { node, cli, color, width } = this.#options;
		const all = [
			...args,
			"--date",
			DATE
		];
		this.#prompt(`rotate-pr ${all.join(" ")}`);
		const result = await run(node, [cli, ...all], {
			cwd: this.#sandbox.clone,
			env: {
				...this.#sandbox.env,
				COLUMNS: String(width),
				...color ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }
			}
		});
		this.#cut(result.stdout.split(/\r?\n/), lines);
		if (result.status !== 0 && result.status !== 1 || result.stdout === "") throw new TourError(`${result.stderr.trimEnd()}\n\n${TEXT.unexpected(result.status)}`);
		return result;
	}
	#head(sentence) {
		this.#step += 1;
		const [first = "", ...rest] = wrap(sentence, Math.min(this.#options.width, 100) - 3);
		const lines = [`${String(this.#step).padEnd(2)} ${first}`, ...rest.map((line) => `   ${line}`)];
		this.#print("", ...lines.map(this.#colors.bold), "");
	}
	#prompt(command) {
		this.#print(`${this.#colors.dim("$")} ${this.#colors.cyan(command)}`);
	}
	#cut(text, most) {
		const lines = text.slice(0, text.findLastIndex((line) => line.trim() !== "") + 1);
		const left = lines.length - most - 1;
		if (left <= 1) this.#print(...lines);
		else this.#print(...lines.slice(0, most), this.#colors.dim(TEXT.more(left)), "", lines.at(-1) ?? "");
	}
	#wrapped(text) {
		return wrap(text, Math.min(this.#options.width, 100));
	}
	#print(...lines) {
		this.#options.write(`${lines.join("\n")}\n`);
	}
};
function foldMarkdown(text, width) {
	let code = false;
	return withoutEnclosed(text, "<!--", "-->").split(/\r?\n/).flatMap((line) => {
		const fence = /^\s*(?:```|~~~)/.test(line);
		if (fence) code = !code;
		if (code || fence || line.startsWith("|")) return [truncate(line, width)];
		const [indent = ""] = /^\s*(?:[-*] (?:\[.\] )?)?/.exec(line) ?? [];
		const [first = "", ...rest] = wrap(line.slice(indent.length), width - indent.length);
		return [indent + first, ...rest.map((more) => " ".repeat(indent.length) + more)];
	});
}
// src/cli/verbs/demo.ts
async function runDemo(flags, io) {
	const { out, width, color } = terminalOf(io, flags.color);
	return demo({
		write: out,
		color,
		width,
		node: io.program.node,
		cli: io.program.script,
		clock: io.monotonic,
		onInterrupt(stop) {
			io.signals.on("SIGINT", stop);
			return () => io.signals.off("SIGINT", stop);
		},
		keep: flags.keep
	});
}
export { runDemo };
