import { __toESM } from "./rolldown-runtime.js";
import { configSettings, fail, groupBy, kindNamed, knownKinds, nearest, ok, readPublished, readVersion } from "./main.js";
import { ACTIONS, CONFIG_FILES, FetchError, GitError, MAX_FILE_BYTES, MODULE_HOST, MODULE_OWNER, NO_DATE, OUTCOMES as OUTCOMES$1, addDays, alsoChanged, applySplices, branchName, buildScope, changeTable as changeTable$1, clusterLabel, clusterLabel$1, code, command, compareNames, compareVersions, count, dayInLondon, daysBetween, decodeSecret, decodeText, defaultMaxAge, deleteAllPods, deletePod, details, digits, dueOn, editOf as editOf$1, equalsColumn, escapeMarkdown, fastImport, fence, findAttribute, findBlocks, findCall, findElements, findEntries, findModules, findTemplateParts, findTraversals, groupByTeam, hasFailures, hasRunOut, hasTail, holdsNamespaces, insertArguments, isBlank, isConfiguration, isEverywhere, isGlob, isJson, isLoadedValues, isPartialClone, isRotatable, isShallow, kindCounts, kindNoun, kindsOf, leadingSpace, lineAt, lineEndingOf, lineStartAfter, lineStartOf, link, listGitHubSecrets, listOf, listPods, listSecrets, listWords, literalString, loadConfig, markdownTable, maxAgeOfKind, namespaceName, namespacePath, onlyWhenNamed, openCommit, openRepository, openRoot, originInFile, otherSteps, ownershipAdvice, paragraph, phraseString, place, plainSettings, plainText, policyRules, positionAt, printText, problems, proveEdit, publishedModule, pushedByFolder, quote, readBlobs, readDate, readFlags, readOpenRequest, reasonOf, referenceIn, releasesAbove, rememberedUntil, repeatedArguments, reportFailure, reportFormats, requestLink, requestName, requestNoun, resolveCommit, resolveDate, resolveSettings, resolveValue, rolloutRestart, rotateAgain, runDoor, runGit, sameBut, say, sayGitHub, sayKeys, sayList, sayThing, sayValue, scan, secretOf as secretOf$1, section, selectsCredential, selfRotationBlocks, setNewest, sharedBranches, shellWords, shortFile, shortSecretOf, showConfigMap, skippedBlocks, skippedOf, sorted, sourceScanner, step as step$1, stepBetween, subjectOf, surveyEstate, surveySelected, surveyTree, table, tailColumn, takesWholeNamespaces, teamKey, terminalOf, timeInLondon, toJson, togetherBlocks, toned, trimEndOf, trimOf, tryGit, upgradeRemarks, versionOf, waitingBlocks, whatApplyingDoes, whatWasDone, whoUses, wordsOf as wordsOf$1, writeDate, writeDateAgain, writtenValue } from "./audit.js";
import { require_dist } from "./lib/yaml.js";
import { TZDate } from "./lib/date-fns-tz.js";
import { addDays as addDays$1, format } from "./lib/date-fns.js";
import { structuredPatch } from "./lib/diff.js";
import { dirname, join, sep } from "node:path";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { lstat, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";
// src/github/redact.ts
const MASK = "***";
function basicCredentials(token) {
	return Buffer.from(`x-access-token:${token}`, "utf8").toString("base64");
}
function secretForms(token) {
	return [
		token,
		basicCredentials(token),
		encodeURIComponent(token),
		Buffer.from(token).toString("base64")
	];
}
function redact(text, secrets) {
	let result = text;
	const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
	for (const secret of longestFirst) if (secret !== "") result = result.replaceAll(secret, MASK);
	return result.replaceAll(/:\/\/[^\s/@'"]+@/g, "://");
}
// src/environments/metadata.ts
var import_dist = __toESM(require_dist(), 1);
const NAMESPACE_FILES = ["00-namespace.yaml", "00-namespace.yml"];
const RBAC_FILES = ["01-rbac.yaml", "01-rbac.yml"];
const MAX_METADATA_BYTES = 262144;
const MAX_ALIASES = 50;
const PREFIX = "cloud-platform.justice.gov.uk/";
const TEAM_PREFIX = "github:";
async function readAllMetadata(folders, reader) {
	const all = new Map();
	const wanted = new Map();
	for (const folder of folders) {
		const facts = noFacts();
		all.set(folder.path, facts);
		const namespaceFile = NAMESPACE_FILES.find((name) => folder.files.includes(name));
		const rbacFile = RBAC_FILES.find((name) => folder.files.includes(name));
		if (namespaceFile) wanted.set(`${folder.path}/${namespaceFile}`, {
			facts,
			learn: learnNamespace
		});
		if (rbacFile) wanted.set(`${folder.path}/${rbacFile}`, {
			facts,
			learn: learnTeams
		});
	}
	if (wanted.size === 0) return all;
	await reader.read(wanted.keys(), (path, content) => {
		const { facts, learn } = wanted.get(path);
		for (const found of parse(path, content)) if ("code" in found) facts.problems.push(found);
		else learn(found, facts);
	});
	for (const facts of all.values()) facts.teams = [...new Set(facts.teams)].sort(compareNames);
	return all;
}
function teamOf$1(metadata) {
	return metadata?.teamName ?? metadata?.teams[0] ?? null;
}
async function readOwners(folders, reader) {
	const owners = new Map();
	const only = (names, some) => some.map((folder) => ({
		...folder,
		files: folder.files.filter((name) => names.includes(name))
	}));
	const annotated = await readAllMetadata(only(NAMESPACE_FILES, folders), reader);
	for (const [path, { teamName, production, slackChannel }] of annotated) owners.set(path, {
		team: teamName,
		production,
		slackChannel
	});
	const others = folders.filter(({ path }) => owners.get(path)?.team === null);
	for (const [path, { teams }] of await readAllMetadata(only(RBAC_FILES, others), reader)) {
		const known = owners.get(path);
		if (known !== void 0) owners.set(path, {
			...known,
			team: teams[0] ?? null
		});
	}
	return owners;
}
function noFacts() {
	return {
		production: null,
		businessUnit: null,
		application: null,
		owner: null,
		sourceCode: null,
		slackChannel: null,
		teamName: null,
		teams: [],
		problems: []
	};
}
function parse(file, content) {
	if (!(content instanceof Uint8Array)) return [problem(file, "metadata-unreadable", content.message)];
	if (content.length > MAX_METADATA_BYTES) return [problem(file, "metadata-unreadable", `larger than ${MAX_METADATA_BYTES / 1024} KB: not read`)];
	const decoded = decodeText(content);
	if ("code" in decoded) return [problem(file, "metadata-unreadable", decoded.message, decoded)];
	try {
		return parseText(file, decoded.text);
	} catch (error) {
		return [problem(file, "metadata-malformed", wordsOf(error))];
	}
}
function parseText(file, text) {
	const lines = new import_dist.LineCounter();
	const place = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			line: Math.max(line, 1),
			column: Math.max(col, 1)
		};
	};
	const options = {
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		logLevel: "silent"
	};
	return [...import_dist.parseAllDocuments(text, options)].flatMap((document) => {
		const [error] = document.errors;
		if (error) return [problem(file, "metadata-malformed", wordsOf(error), place(error.pos[0]))];
		let data;
		try {
			data = document.toJS({ maxAliasCount: MAX_ALIASES });
		} catch (failed) {
			return [problem(file, "metadata-malformed", wordsOf(failed), place(firstBadAlias(document)))];
		}
		if (!isFields(data)) return [];
		const placeOf = (...keys) => {
			const node = document.getIn(keys, true);
			return place(import_dist.isNode(node) ? node.range?.[0] ?? 0 : 0);
		};
		return [{
			file,
			data,
			placeOf
		}];
	});
}
function firstBadAlias(document) {
	let first;
	let bad;
	import_dist.visit(document, { Alias(_key, alias) {
		first ??= alias.range?.[0];
		if (alias.resolve(document) === void 0) bad ??= alias.range?.[0];
	} });
	return bad ?? first ?? 0;
}
function learnNamespace({ file, data, placeOf }, facts) {
	if (data.kind !== "Namespace") return;
	const metadata = fieldsOf(data.metadata);
	const annotations = fieldsOf(metadata.annotations);
	facts.businessUnit ??= stringOf$1(annotations[`${PREFIX}business-unit`]);
	facts.application ??= stringOf$1(annotations[`${PREFIX}application`]);
	facts.owner ??= stringOf$1(annotations[`${PREFIX}owner`]);
	facts.sourceCode ??= stringOf$1(annotations[`${PREFIX}source-code`]);
	facts.slackChannel ??= stringOf$1(annotations[`${PREFIX}slack-channel`]);
	facts.teamName ??= stringOf$1(annotations[`${PREFIX}team-name`]);
	const key = `${PREFIX}is-production`;
	const production = stringOf$1(fieldsOf(metadata.labels)[key])?.toLowerCase();
	if (production === "true" || production === "false") facts.production ??= production === "true";
	else if (production !== void 0) {
		const message = `the label is-production is neither "true" nor "false" but ${JSON.stringify(production.slice(0, 40))}`;
		facts.problems.push(problem(file, "metadata-unclear", message, placeOf("metadata", "labels", key)));
	}
}
function learnTeams({ data }, facts) {
	if (data.kind !== "RoleBinding" || !Array.isArray(data.subjects)) return;
	for (const subject of data.subjects) {
		const name = stringOf$1(fieldsOf(subject).name);
		if (name?.startsWith(TEAM_PREFIX) && name !== TEAM_PREFIX) facts.teams.push(name.slice(7));
	}
}
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function fieldsOf(value) {
	return isFields(value) ? value : {};
}
function stringOf$1(value) {
	return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
function problem(file, code, message, place = {
	line: 1,
	column: 1
}) {
	return {
		file,
		line: place.line,
		column: place.column,
		code,
		message
	};
}
function wordsOf(error) {
	const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
	return `not valid YAML: ${first.replace(/[\x00-\x1f\x7f]/g, " ").slice(0, 200)}`;
}
// src/github/failure.ts
function unexpectedAnswer(text = "", contentType = "") {
	const title = /<title[^>]{0,200}>([^<]{1,80})/i.exec(text.slice(0, 4e3))?.[1]?.trim();
	const named = title === void 0 ? "" : ` "${title.replaceAll(/\s+/g, " ")}"`;
	const type = contentType.split(";", 1)[0] ?? "";
	const unexpected = text === "" ? "with data of another shape" : `with a page${named} (${type})`;
	return Object.assign(new Error(`GitHub's API answered ${unexpected}`), { unexpected });
}
function unexpectedWords(thrown) {
	if (typeof thrown === "object" && thrown !== null && "unexpected" in thrown) return String(thrown.unexpected);
	return thrown instanceof TypeError && thrown.cause === void 0 && !/fetch/.test(thrown.message) ? "with data of another shape" : null;
}
function githubFailure(thrown, context) {
	const error = typeof thrown === "object" && thrown !== null ? thrown : {};
	const status = typeof error.status === "number" ? error.status : 0;
	const unexpected = unexpectedWords(thrown);
	if (unexpected !== null) {
		const { doing, apiUrl, secrets } = context;
		return {
			code: "unexpected-answer",
			message: `Could not ${doing}: ${`${apiUrl} answered ${redact(unexpected, secrets)}, not as GitHub's API does`}. Is GITHUB_API_URL right, and does no proxy or sign-in stand before it?`
		};
	}
	const words = redact(githubWords(error), context.secrets);
	if (!error.response) return {
		code: "unreachable",
		message: `Could not ${context.doing}: ${context.apiUrl} can't be reached (${words}).`
	};
	const { code, advice } = classify(status, words, error.response.headers ?? {}, context.rights);
	return {
		code,
		message: `Could not ${context.doing}: GitHub says "${words}" (${status}).${advice === "" ? "" : ` ${advice}`}`
	};
}
function classify(status, words, headers, rights = "\"Contents: write\" and \"Pull requests: write\"") {
	if (status === 401) return {
		code: "authentication",
		advice: "The token is wrong, expired or revoked (that of a GitHub App is good for an hour): set GITHUB_TOKEN or run gh auth login."
	};
	if (status === 429 || status === 403 && isLimit(words, headers) || isDisguisedLimit(status, words)) return {
		code: "rate-limited",
		advice: limitAdvice(headers)
	};
	if (status === 403) return {
		code: "forbidden",
		advice: forbiddenAdvice(words, headers, rights)
	};
	if (status === 404 || status === 410) return {
		code: "not-found",
		advice: "GitHub also says this when the token may not see the repository."
	};
	if (status === 409) return {
		code: "conflict",
		advice: ""
	};
	if (status === 422 || status === 400) return {
		code: "validation",
		advice: signatureAdvice(words)
	};
	return {
		code: "server",
		advice: "Run again later; what is done already is found again."
	};
}
function isLimit(words, headers) {
	return String(headers["x-ratelimit-remaining"] ?? "") === "0" || headers["retry-after"] !== void 0 || /rate limit|abuse detection/i.test(words);
}
function isDisguisedLimit(status, words) {
	return (status === 422 || status === 500) && /submitted too quickly|rate limit|abuse detection/i.test(words);
}
function limitAdvice(headers) {
	const seconds = Number(headers["retry-after"]);
	if (seconds > 0) return `Run again in ${Math.ceil(seconds / 60)} minutes.`;
	const reset = Number(headers["x-ratelimit-reset"]);
	return `Run again${Number.isFinite(reset) && reset > 0 ? ` after ${new Date(reset * 1e3).toISOString()}` : " later"}; what is done already is found again.`;
}
function signatureAdvice(words) {
	return /verified signature|signed commits?|GPG signature/i.test(words) ? "--sign has GitHub make them, and sign them." : "";
}
function forbiddenAdvice(words, headers, rights) {
	if (/IP allow list/i.test(words)) return "Run it from an address of that list: a self-hosted runner, or one of GitHub with a static address.";
	if (/token'?s lifetime/i.test(words)) return "Make a token that ends sooner.";
	if (/forbids access via/i.test(words)) return "Use a kind of token that the organisation allows: a fine-grained one, or that of a GitHub App.";
	if (/not permitted to create or approve/i.test(words)) return "Allow it under Settings > Actions > General > Workflow permissions, or use the token of a GitHub App.";
	if (/SAML|SSO/.test(words)) return "Authorize the token for the organisation's single sign-on.";
	const accepted = headers["x-accepted-github-permissions"];
	return `The token needs ${typeof accepted === "string" && accepted !== "" ? accepted : rights} on the repository.${/not accessible by integration/i.test(words) ? " A workflow's own token has what stands under permissions: of the workflow; in a run for a pull request from a fork it is read-only, whatever stands there." : ""}`;
}
function githubWords(error) {
	const data = error.response?.data;
	const parts = [];
	if (typeof data === "object" && data !== null) {
		const { message, errors } = data;
		parts.push(message);
		if (Array.isArray(errors)) for (const entry of errors) {
			const described = entry;
			if (typeof described === "string") parts.push(described);
			else parts.push(described?.message ?? [described?.field, described?.code].filter(Boolean).join(" "));
		}
	} else if (!error.response) parts.push(causeWords(error));
	return parts.filter((part) => typeof part === "string" && part !== "").join(": ").replaceAll(/\s+/g, " ").replace(/\.$/, "").slice(0, 500) || "no reason given";
}
function causeWords(error) {
	let current = error;
	for (let depth = 0; depth < 5; depth++) {
		if (typeof current.cause !== "object" || current.cause === null) break;
		current = current.cause;
	}
	const code = current.code;
	return (typeof current.message === "string" && current.message !== "" ? current.message : "") || (typeof code === "string" ? code : "no answer");
}
// src/github/proxy.ts
function proxiesOf(env) {
	const read = (name) => env[name.toLowerCase()] || env[name] || "";
	const all = read("ALL_PROXY");
	const proxies = {
		http: read("HTTP_PROXY") || all,
		https: read("HTTPS_PROXY") || all,
		none: read("NO_PROXY")
	};
	return proxies.http === "" && proxies.https === "" ? null : proxies;
}
async function fetchThrough(proxies) {
	if (proxies === null) return fetch;
	const { EnvHttpProxyAgent, fetch: proxied } = await import("./import/undici.js").then((m) => __toESM(m.default, 1));
	const { http: httpProxy, https: httpsProxy, none: noProxy } = proxies;
	const dispatcher = new EnvHttpProxyAgent({
		httpProxy,
		httpsProxy,
		noProxy
	});
	const send = (url, init) => proxied(url, {
		...init,
		dispatcher
	});
	return send;
}
// src/github/client.ts
async function createOctokit(options) {
	const { Octokit } = await import("./import/octokit.js");
	const { token, version, repository, pacing = true, timeoutMs = 6e4, maxWaitSeconds = 300 } = options;
	const secrets = token === null ? [] : secretForms(token);
	const send = await fetchThrough(repository.proxies ?? null);
	const warn = (message) => options.onWarning?.(redact(String(message), secrets));
	const wait = (what) => (seconds, _request, _octokit, retries) => {
		const again = seconds <= maxWaitSeconds && retries < 3;
		if (again) warn(`waiting for GitHub's ${what} limit until ${clockTime(Date.now() + seconds * 1e3)}`);
		return again;
	};
	const octokit = new Octokit({
		...token === null ? {} : { auth: token },
		baseUrl: repository.apiUrl,
		userAgent: `rotate-pr/${version}`,
		log: {
			debug: () => {},
			info: () => {},
			warn,
			error: warn
		},
		throttle: pacing ? {
			onRateLimit: wait("rate"),
			onSecondaryRateLimit: wait("secondary rate")
		} : { enabled: false },
		retry: { enabled: pacing },
		request: { fetch: (url, init) => send(url, {
			...init,
			signal: AbortSignal.timeout(timeoutMs)
		}) }
	});
	octokit.hook.after("request", ({ headers, data }, { url }) => {
		const type = headers["content-type"] ?? "";
		if (typeof data === "string" && /^text\/html\b/i.test(type)) throw unexpectedAnswer(data, type);
		if (url.endsWith("/graphql") && !isGraphQL$1(data)) throw unexpectedAnswer();
		const time = Date.parse(headers.date ?? "");
		if (Number.isFinite(time)) options.onTime?.(new Date(time));
		const remaining = Number(headers["x-ratelimit-remaining"] ?? NaN);
		if (Number.isFinite(remaining)) options.onLimit?.({ remaining });
	});
	return octokit;
}
function isGraphQL$1(answer) {
	return typeof answer === "object" && answer !== null && ("data" in answer || "errors" in answer);
}
function clockTime(milliseconds) {
	return new Date(milliseconds).toTimeString().slice(0, 5);
}
// src/github/graphql-failure.ts
const STATUS = {
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
	const response = {
		data,
		headers: isRecord(headers) ? headers : {}
	};
	return githubFailure({
		status: known ?? (badDocument ? 400 : 500),
		response
	}, context);
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
const TOO_QUICK_MS = [6e4, 12e4];
function asker(options) {
	const secrets = secretForms(options.token);
	const { apiUrl } = options.repository;
	const rights = options.rights === void 0 ? {} : { rights: options.rights };
	let loading = null;
	const { pacing = true, sleep = pacing ? setTimeout : null, onWarning = () => {} } = options;
	return async (doing, request) => {
		loading ??= createOctokit(options);
		const octokit = await loading;
		for (let attempt = 0;; attempt++) try {
			return ok(await request(octokit));
		} catch (error) {
			const failure = graphqlFailure(error, {
				doing,
				secrets,
				apiUrl,
				...rights
			});
			const wait = TOO_QUICK_MS[attempt];
			if (sleep === null || wait === void 0 || !/submitted too quickly/i.test(failure.message)) return {
				ok: false,
				error: failure
			};
			onWarning(`GitHub says that requests come too quickly: waiting ${wait / 1e3} seconds`);
			await sleep(wait);
		}
	};
}
// src/github/graphql-documents.ts
const VIEWER = `query Viewer {
  viewer { login }
}`;
const OPEN_PULL_REQUESTS = `query OpenPullRequests($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: OPEN, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id number url title body isDraft createdAt updatedAt
        headRefName headRefOid headRepository { nameWithOwner } baseRefName
        author { __typename login }
        mergeable reviewDecision
        labels(first: 100) { nodes { name } }
        commits(last: 1) { nodes { commit { statusCheckRollup { state } } } }
      }
    }
  }
}`;
const BRANCH_HEAD = `query BranchHead($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $branch) {
      target { __typename oid ... on Commit { signature { isValid } } }
    }
  }
}`;
const COMMIT_ON_BRANCH = `mutation CommitOnBranch($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) {
    commit { oid signature { isValid } }
  }
}`;
const ENABLE_AUTO_MERGE = `mutation EnableAutoMerge($input: EnablePullRequestAutoMergeInput!) {
  enablePullRequestAutoMerge(input: $input) {
    pullRequest { number }
  }
}`;
// src/github/graphql.ts
const PAGE$2 = 50;
function connectGraphQL(options) {
	const { owner, repo: name } = options.repository;
	const ask = asker(options);
	async function page(after) {
		const asked = await ask("list the open pull requests", ({ graphql }) => graphql(OPEN_PULL_REQUESTS, {
			owner,
			name,
			first: PAGE$2,
			after
		}));
		if (!asked.ok) return asked;
		const found = asked.value.repository?.pullRequests;
		return found ? ok(found) : fail("not-found", `GitHub shows no repository ${owner}/${name} to this token.`);
	}
	return {
		async viewer() {
			const asked = await ask("see whose token this is", ({ graphql }) => graphql(VIEWER));
			if (!asked.ok) return asked;
			const { login } = asked.value.viewer;
			return ok({
				login,
				bot: login.endsWith("[bot]")
			});
		},
		async openPullRequests() {
			const found = [];
			for (let after = null;;) {
				const listed = await page(after);
				if (!listed.ok) return listed;
				const { nodes, pageInfo } = listed.value;
				for (const node of nodes ?? []) if (node?.headRefName.startsWith("rotate/")) found.push(toOpen(node));
				if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return ok(found);
				after = pageInfo.endCursor;
			}
		},
		async branchHead(branch) {
			const asked = await ask(`see where ${branch} is`, ({ graphql }) => graphql(BRANCH_HEAD, {
				owner,
				name,
				branch: `refs/heads/${branch}`
			}));
			if (!asked.ok) return asked;
			const target = asked.value.repository?.ref?.target;
			return ok(target?.__typename === "Commit" ? toKnown(target) : null);
		},
		async commitOnBranch({ branch, expectedHead, headline, body, files }) {
			const input = {
				branch: {
					repositoryNameWithOwner: `${owner}/${name}`,
					branchName: branch
				},
				expectedHeadOid: expectedHead,
				message: {
					headline,
					body
				},
				fileChanges: { additions: files.map(({ path, bytes }) => ({
					path,
					contents: Buffer.from(bytes).toString("base64")
				})) }
			};
			const asked = await ask(`commit to ${branch}`, ({ graphql }) => graphql(COMMIT_ON_BRANCH, { input }));
			if (!asked.ok) return asked;
			const commit = asked.value.createCommitOnBranch?.commit;
			if (commit) return ok(toKnown(commit));
			return fail("server", `GitHub did not say which commit it made on ${branch}: run again.`);
		},
		async enableAutoMerge(id, method) {
			const input = {
				pullRequestId: id,
				mergeMethod: method.toUpperCase()
			};
			const asked = await ask("let the pull request merge by itself", ({ graphql }) => graphql(ENABLE_AUTO_MERGE, { input }));
			return asked.ok ? ok(void 0) : asked;
		}
	};
}
function toKnown({ oid, signature }) {
	return {
		oid,
		verified: signature?.isValid === true
	};
}
const MERGEABLE$1 = {
	MERGEABLE: "yes",
	CONFLICTING: "conflict"
};
const REVIEW = {
	APPROVED: "approved",
	CHANGES_REQUESTED: "changes-requested",
	REVIEW_REQUIRED: "review-required"
};
const CHECKS$1 = {
	SUCCESS: "success",
	FAILURE: "failure",
	ERROR: "failure",
	PENDING: "pending",
	EXPECTED: "pending"
};
function meaning(words, word) {
	return word != null && Object.hasOwn(words, word) ? words[word] ?? null : null;
}
function toOpen(node) {
	const rollup = node.commits.nodes?.[0]?.commit.statusCheckRollup;
	return {
		id: node.id,
		number: node.number,
		url: node.url,
		title: node.title,
		body: node.body,
		author: node.author && toAccount(node.author),
		branch: node.headRefName,
		headSha: node.headRefOid,
		headRepository: node.headRepository?.nameWithOwner ?? null,
		baseBranch: node.baseRefName,
		draft: node.isDraft,
		labels: (node.labels?.nodes ?? []).flatMap((label) => label ? [label.name] : []),
		mergeable: meaning(MERGEABLE$1, node.mergeable) ?? "unknown",
		review: meaning(REVIEW, node.reviewDecision),
		checks: meaning(CHECKS$1, rollup?.state),
		createdAt: node.createdAt,
		updatedAt: node.updatedAt
	};
}
function toAccount({ __typename, login }) {
	const bot = __typename === "Bot" || login.endsWith("[bot]");
	return {
		login: bot && !login.endsWith("[bot]") ? `${login}[bot]` : login,
		bot
	};
}
// src/github/repository.ts
function readRemoteUrl(url) {
	const withScheme = /^(?<protocol>[a-z][a-z0-9+.-]*):\/\/(?<rest>.*)$/is.exec(url)?.groups;
	if (withScheme) {
		const { protocol = "", rest = "" } = withScheme;
		const slash = rest.indexOf("/");
		const authority = slash === -1 ? rest : rest.slice(0, slash);
		const [path = "", query = ""] = (slash === -1 ? "" : rest.slice(slash + 1)).split(/[?#](.*)/s);
		const at = authority.lastIndexOf("@");
		const host = authority.slice(at + 1).toLowerCase();
		const scheme = protocol.toLowerCase();
		return {
			host: scheme === "file" ? null : host,
			protocol: scheme,
			path: bare(path),
			shown: `${scheme}://${host}${slash === -1 ? "" : "/"}${path}`,
			secrets: [...at === -1 ? [] : credentials(authority.slice(0, at)), ...queryValues(query)]
		};
	}
	const scp = /^(?:(?<user>[^@/:]+)@)?(?<host>\[[^\]]+\]|[^/:@\\]{2,}):(?<path>.*)$/s.exec(url)?.groups;
	if (scp) {
		const host = (scp["host"] ?? "").toLowerCase();
		const path = scp["path"] ?? "";
		const user = scp["user"] ?? "git";
		const isPlain = user === "git";
		const shown = isPlain ? url : `${host}:${path}`;
		return {
			host,
			protocol: "ssh",
			path: bare(path),
			shown,
			secrets: isPlain ? [] : credentials(user)
		};
	}
	return {
		host: null,
		protocol: "file",
		path: bare(url),
		shown: url,
		secrets: []
	};
}
function resolveRepository(env, remoteUrl) {
	const github = gitHubOf(env);
	const host = hostOf(github.serverUrl);
	const address = remoteUrl === null ? null : readRemoteUrl(remoteUrl);
	const fromRemote = address && isGitHubHost(address.host, host) ? ownerAndRepo(address.path) : null;
	const named = env["GITHUB_REPOSITORY"];
	if (named) {
		const given = ownerAndRepo(named);
		if (!given) return fail("bad-github-repository", `GITHUB_REPOSITORY is "${redact(named, [])}": it must read owner/repository.`);
		if (fromRemote && !sameRepository(given, fromRemote)) return fail("other-repository", `GITHUB_REPOSITORY names ${given.owner}/${given.repo}, but the remote is ${fromRemote.owner}/${fromRemote.repo}. Unset GITHUB_REPOSITORY or choose another remote with --remote.`);
		return ok({
			...given,
			...github
		});
	}
	if (!address) return fail("no-remote", "This repository has no remote. Add one (git remote add origin …) or set GITHUB_REPOSITORY=owner/repository.");
	if (!fromRemote) return fail("not-github", `The remote ${address.shown} is not a repository on ${host}. Choose another remote with --remote, or set GITHUB_REPOSITORY=owner/repository (and GITHUB_SERVER_URL for a GitHub Enterprise Server).`);
	return ok({
		...fromRemote,
		...github
	});
}
function gitHubOf(env) {
	const address = (url) => trimEndOf(readRemoteUrl(url).shown, "/");
	const serverUrl = address(env["GITHUB_SERVER_URL"] || "https://github.com");
	const isPublic = hostOf(serverUrl) === "github.com";
	const apiUrl = env["GITHUB_API_URL"] || (isPublic ? "https://api.github.com" : `${serverUrl}/api/v3`);
	const proxies = proxiesOf(env);
	return {
		serverUrl,
		apiUrl: address(apiUrl),
		...proxies === null ? {} : { proxies }
	};
}
function repositoryOf(env, remote) {
	const named = resolveRepository(env, remote.url);
	if (named.ok || named.error.code !== "not-github") return named;
	const rewritten = resolveRepository(env, remote.reached);
	return rewritten.ok ? rewritten : named;
}
function isRepositoryUrl(env, remote) {
	return repositoryOf({
		...env,
		GITHUB_REPOSITORY: void 0
	}, remote).ok;
}
function isGitHubHost(host, server) {
	if (host === null) return false;
	const name = withoutPort(host);
	return name === withoutPort(server) || name === `www.${server}` || name === `ssh.${server}`;
}
function ownerAndRepo(path) {
	const { owner, repo } = /^\/*(?<owner>[A-Za-z0-9][A-Za-z0-9_-]*)\/(?<repo>[A-Za-z0-9._-]+?)(?:\.git)?\/*$/.exec(path)?.groups ?? {};
	return owner && repo && repo !== "." && repo !== ".." ? {
		owner,
		repo
	} : null;
}
function sameRepository(a, b) {
	return `${a.owner}/${a.repo}`.toLowerCase() === `${b.owner}/${b.repo}`.toLowerCase();
}
function hostOf(url) {
	return readRemoteUrl(url).host ?? "";
}
function isLoopback(host) {
	return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);
}
function withoutPort(host) {
	return host.replace(/:\d+$/, "");
}
function bare(path) {
	return trimOf(path, "/").replace(/\.git$/, "");
}
function credentials(userInfo) {
	const colon = userInfo.indexOf(":");
	const parts = colon === -1 ? [userInfo] : [userInfo, userInfo.slice(colon + 1)];
	return [...new Set(parts.flatMap((part) => [part, decode(part)]))].filter((part) => part.length > 3);
}
function queryValues(query) {
	const values = query.split(/[&#]/).map((part) => part.slice(part.indexOf("=") + 1));
	return [...new Set(values.flatMap((value) => [value, decode(value)]))].filter((value) => value.length > 3);
}
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function siblingUrl(url, from, to) {
	const at = url.toLowerCase().lastIndexOf(from.toLowerCase());
	return at === -1 ? null : `${url.slice(0, at)}${to}${url.slice(at + from.length)}`;
}
// src/github/rest.ts
function connectGitHub(options) {
	const { owner, repo } = options.repository;
	const here = {
		owner,
		repo
	};
	const head = options.head ?? here;
	const fork = head.owner.toLowerCase() !== owner.toLowerCase();
	const ask = asker(options);
	function list(branch, state) {
		return ask(`list the pull requests of ${branch}`, async ({ rest }) => {
			return own((await rest.pulls.list({
				...here,
				head: `${head.owner}:${branch}`,
				state,
				per_page: 100
			})).data).filter((one) => one.branch === branch);
		});
	}
	async function openOf(branch) {
		const listed = await list(branch, "open");
		if (!listed.ok || listed.value.length > 0) return listed;
		const all = await listOpen();
		return all.ok ? ok(all.value.filter((one) => one.branch === branch)) : all;
	}
	function listOpen() {
		return ask("list the open pull requests", async (octokit) => {
			const request = {
				...here,
				state: "open",
				per_page: 100
			};
			return ofRotations(await octokit.paginate(octokit.rest.pulls.list, request));
		});
	}
	function own(raw) {
		const ours = ({ head: { repo }, base }) => repo?.full_name.toLowerCase() === (fork ? `${head.owner}/${head.repo}` : base.repo?.full_name)?.toLowerCase();
		return raw.filter(ours).map(toPullRequest$1).sort((a, b) => a.number - b.number);
	}
	function ofRotations(raw) {
		return own(raw).filter(({ branch }) => branch.startsWith("rotate/"));
	}
	return {
		fork: () => ask(`fork ${owner}/${repo}`, async ({ rest }) => {
			await rest.repos.createFork({
				...here,
				default_branch_only: true
			});
		}),
		repository: () => ask(`read the repository ${owner}/${repo}`, async ({ rest }) => {
			const { data } = await rest.repos.get(here);
			if (typeof data.full_name !== "string") throw unexpectedAnswer();
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
				const { data } = await rest.git.getRef({
					...here,
					ref: `heads/${branch}`
				});
				return data.object.sha;
			});
			return !asked.ok && asked.error.code === "not-found" ? ok(null) : asked;
		},
		openPullRequests: listOpen,
		closedPullRequests: (since) => ask("list the closed pull requests", async (octokit) => {
			const order = {
				sort: "updated",
				direction: "desc"
			};
			const request = {
				...here,
				...order,
				state: "closed",
				per_page: 100
			};
			return ofRotations(await octokit.paginate(octokit.rest.pulls.list, request, ({ data }, done) => {
				if (data.some(({ updated_at }) => updated_at < since)) done();
				return data.filter(({ updated_at }) => updated_at >= since);
			}));
		}),
		pullRequestsOf: list,
		async pullRequest(number) {
			const found = await ask(`read #${number}`, async ({ rest }) => {
				const { data } = await rest.pulls.get({
					...here,
					pull_number: number
				});
				return toPullRequest$1(data);
			});
			return !found.ok && found.error.code === "not-found" ? ok(null) : found;
		},
		async closedBy(number) {
			const closer = await ask(`see who closed #${number}`, async ({ rest }) => {
				const { data } = await rest.issues.get({
					...here,
					issue_number: number
				});
				const by = data.closed_by;
				return by ? {
					login: by.login,
					bot: by.type === "Bot" || by.login.endsWith("[bot]")
				} : null;
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
				return toPullRequest$1(data);
			});
			if (created.ok || created.error.code !== "validation" || !/already exists/i.test(created.error.message)) return created;
			const open = await openOf(branch);
			if (!open.ok) return open;
			const one = open.value.find(({ baseBranch }) => baseBranch === base) ?? open.value[0];
			return one ? this.update(one.number, {
				title,
				body
			}) : created;
		},
		update: (number, change) => ask(`update #${number}`, async ({ rest }) => {
			const { data } = await rest.pulls.update({
				...here,
				pull_number: number,
				...change
			});
			return toPullRequest$1(data);
		}),
		comment: (number, body) => ask(`comment on #${number}`, async ({ rest }) => {
			await rest.issues.createComment({
				...here,
				issue_number: number,
				body,
				request: { retries: 0 }
			});
		}),
		updateComment: (id, body) => ask(`change the comment ${id}`, async ({ rest }) => {
			await rest.issues.updateComment({
				...here,
				comment_id: id,
				body
			});
		}),
		comments: (number) => ask(`read the comments of #${number}`, async (octokit) => {
			const request = {
				...here,
				issue_number: number,
				per_page: 100
			};
			return (await octokit.paginate(octokit.rest.issues.listComments, request)).map(({ id, body, user }) => ({
				id,
				author: user?.login ?? null,
				body: body ?? ""
			}));
		}),
		labels: () => ask("read the labels", async (octokit) => {
			return (await octokit.paginate(octokit.rest.issues.listLabelsForRepo, {
				...here,
				per_page: 100
			})).map(({ name }) => name);
		}),
		async createLabel(label) {
			const made = await ask(`create the label ${label.name}`, async ({ rest }) => {
				await rest.issues.createLabel({
					...here,
					...label
				});
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
			const wanted = {
				reviewers: [...reviewers],
				team_reviewers: [...teams]
			};
			await rest.pulls.requestReviewers({
				...here,
				pull_number: number,
				...wanted
			});
		})
	};
}
function toPullRequest$1(raw) {
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
		headRepository: raw.head.repo?.full_name ?? null,
		headSha: raw.head.sha,
		baseBranch: raw.base.ref,
		baseRepository: raw.base.repo?.full_name ?? null,
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
	return fail("authentication", "There is no GitHub token: set GITHUB_TOKEN or GH_TOKEN, or sign in with gh auth login. Without one there are rotate-pr plan (what open would do), audit, apply and runbook.");
}
// src/github/token.ts
async function findToken$1(env, host = "github.com") {
	for (const origin of ["GITHUB_TOKEN", "GH_TOKEN"]) {
		const value = env[origin]?.trim();
		if (value) return {
			value,
			origin
		};
	}
	const value = await askGh(env, host);
	return value === null ? null : {
		value,
		origin: "gh"
	};
}
function askGh(env, host) {
	return new Promise((resolve) => {
		const options = {
			env: { ...env },
			timeout: 1e4,
			windowsHide: true
		};
		execFile("gh", [
			"auth",
			"token",
			"--hostname",
			host
		], options, (error, stdout) => {
			const value = stdout?.trim() ?? "";
			resolve(error || !/^\S+$/.test(value) ? null : value);
		});
	});
}
// src/publish/commit-trailers.ts
function messageWithTrailers(message, { base, digest }) {
	return `${message.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").trimEnd()}\n\nRotate-PR-Base: ${base}\nRotate-PR-Digest: ${digest}\n`;
}
const ADDED = /^(?:Signed-off-by|Co-authored-by): [^<>\n]* <[^<>\n]*>$/i;
function parseTrailers(message) {
	const lines = message.split("\n");
	while (lines.length > 0 && (lines.at(-1) === "" || ADDED.test(lines.at(-1) ?? ""))) lines.pop();
	const { base, digest } = /\n\nRotate-PR-Base: (?<base>[0-9a-f]{40}|[0-9a-f]{64})\nRotate-PR-Digest: (?<digest>[0-9a-f]{64})$/.exec(lines.join("\n"))?.groups ?? {};
	return base && digest ? {
		base,
		digest
	} : null;
}
// src/publish/digest.ts
function blobName(content, like) {
	return createHash(like.length === 64 ? "sha256" : "sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
function contentDigest(files) {
	const lines = files.map(({ path, mode, blob }) => `${path}\0${mode}\0${blob}\n`).sort();
	return createHash("sha256").update(lines.join("")).digest("hex");
}
function filesDigest(blobs) {
	const lines = Object.entries(blobs).map(([path, blob]) => `${path}\0${blob}\n`);
	return createHash("sha256").update(lines.sort().join("")).digest("hex");
}
// src/publish/git-auth.ts
const VARIABLE = "ROTATE_PR_GIT_TOKEN";
const HELPER = `!f() { if test "$1" = get; then printf 'username=x-access-token\\npassword=%s\\n' "$${VARIABLE}"; fi; }; f`;
async function withToken(clone, target, token) {
	const online = {
		...clone,
		online: true
	};
	if (token === null || !mayHaveToken(target, clone.env) || hasPassword(target)) return online;
	const { protocol, host, shown } = readRemoteUrl(target);
	const entries = [
		["credential.helper", ""],
		[`credential.${protocol}://${host}.helper`, HELPER],
		["http.proactiveAuth", "basic"]
	];
	if (await hasAuthorization(clone, shown)) entries.push([`http.${shown}.extraheader`, ""]);
	return {
		...online,
		config: [...clone.config ?? [], ...entries],
		variables: {
			[VARIABLE]: token,
			GIT_ASKPASS: ""
		}
	};
}
function mayHaveToken(url, env) {
	const { protocol, host } = readRemoteUrl(url);
	if (host === null || protocol !== "https" && protocol !== "http") return false;
	const server = env["GITHUB_SERVER_URL"] || "https://github.com";
	if (host === hostOf(server)) return protocol === "https" || readRemoteUrl(server).protocol === "http";
	return Boolean(env["GITHUB_REPOSITORY"]) && isLoopback(host);
}
function hasPassword(url) {
	return /^https?:\/\/[^/@:]*:[^/@]+@/i.test(url);
}
async function hasAuthorization(clone, url) {
	const { status, stdout } = await tryGit(clone, [
		"config",
		"--get-urlmatch",
		"http.extraheader",
		url
	]);
	return status === 0 && /^authorization:/im.test(stdout);
}
// src/publish/remote.ts
async function openRemote(options) {
	const { token } = options;
	const clone = {
		folder: options.cwd,
		env: options.env
	};
	const read = await readRemotes(clone);
	if (!read.ok) return read;
	const { names, settings } = read.value;
	const chosen = chooseRemote(names, options.remote);
	if (!chosen.ok) return chosen;
	const name = chosen.value;
	const [url] = settings(`remote.${name}.url`);
	if (url === void 0) return fail("no-remote", `The remote ${name} has no URL.`);
	const [pushUrl = url] = settings(`remote.${name}.pushurl`);
	const helper = [name, PUSH_REMOTE].find((each) => settings(`remote.${each}.vcs`).length > 0);
	if (helper !== void 0) return startsHelper(helper);
	const [reached, reachedByPush] = await Promise.all([rewrittenUrl(clone, ["get-url", name], url), rewrittenUrl(clone, [
		"get-url",
		"--push",
		name
	], pushUrl)]);
	const urls = [
		url,
		pushUrl,
		reached,
		reachedByPush
	];
	const remote = {
		clone: {
			...clone,
			fetch: objectFetcher(async () => ok(remote))
		},
		reading: await withToken(clone, reached, token),
		pushing: await toPush(clone, pushUrl, reachedByPush, token),
		name,
		url,
		reached,
		shown: readRemoteUrl(url).shown,
		secrets: [...token ? secretForms(token) : [], ...urls.flatMap((each) => readRemoteUrl(each).secrets)]
	};
	return ok(remote);
}
const PUSH_REMOTE = "rotate-pr-push";
function toPush(clone, url, reached, token) {
	return withToken({
		...clone,
		config: [[`remote.${PUSH_REMOTE}.url`, url]]
	}, reached, token);
}
function chooseRemote(names, wanted) {
	if (wanted !== void 0) {
		if (names.includes(wanted)) return ok(wanted);
		const known = names.length === 0 ? "This repository has none." : `Known: ${names.join(", ")}.`;
		return fail("unknown-remote", `There is no remote "${redact(wanted, [])}". ${known}`);
	}
	if (names.includes("origin")) return ok("origin");
	const [first, ...others] = names;
	if (first === void 0) return fail("no-remote", "This repository has no remote: add one with git remote add origin URL.");
	if (others.length === 0) return ok(first);
	return fail("which-remote", `There are several remotes (${names.join(", ")}): choose one with --remote.`);
}
async function rewrittenUrl(clone, args, asConfigured) {
	const { status, stdout } = await tryGit(clone, ["remote", ...args]);
	return status === 0 ? stdout.split("\n", 1)[0] || asConfigured : asConfigured;
}
async function readRemotes(clone) {
	const git = await openRepository(clone);
	try {
		const names = (await git.getRemotes()).map(({ name }) => name);
		const { files, values } = await git.listConfig();
		return ok({
			names,
			settings: (key) => files.flatMap((file) => values[file]?.[key] ?? [])
		});
	} catch (error) {
		const words = wordsOf$1(error);
		if (/spawn git ENOENT/.test(words)) throw error;
		return fail("not-a-repository", ownershipAdvice(words) ?? gitWords(words));
	}
}
function startsHelper(name) {
	return fail("remote-helper", `git would start another program for the remote ${name} (remote.${name}.vcs), and the token would be in its reach. Take that out (git config --unset-all remote.${name}.vcs), or choose another remote with --remote.`);
}
async function readRemote(remote) {
	const args = [
		"ls-remote",
		"--symref",
		remote.name,
		"HEAD",
		"refs/heads/*"
	];
	const { status, stdout, stderr } = await tryGit(remote.reading, args);
	if (status !== 0) return {
		ok: false,
		error: remoteFailure(remote, stderr)
	};
	return ok(parseRefs(stdout));
}
function parseRefs(output) {
	let defaultBranch = null;
	const branches = new Map();
	for (const line of output.split("\n")) {
		const [value = "", ref = ""] = line.split("	");
		if (ref === "HEAD" && value.startsWith("ref: refs/heads/")) defaultBranch = value.slice(16);
		else if (ref.startsWith("refs/heads/")) branches.set(ref.slice(11), value);
	}
	return {
		defaultBranch,
		branches
	};
}
async function resolveBase(remote, refs, branch) {
	let seen = refs;
	for (let attempt = 0;; attempt++) {
		const found = findBase$1(remote, seen, branch);
		if (!found.ok) return found;
		const fetched = await ensureCommits(remote, [{
			branch: found.value.branch,
			sha: found.value.sha
		}]);
		if (fetched.ok) return found;
		if (attempt === 2) return fetched;
		const again = await readRemote(remote);
		if (!again.ok) return again;
		if (again.value.branches.get(found.value.branch) === found.value.sha) return fetched;
		seen = again.value;
	}
}
function findBase$1(remote, refs, wanted) {
	const branch = wanted?.replace(/^refs\/heads\//, "") ?? refs.defaultBranch;
	if (branch === null) return fail("no-default-branch", `${remote.shown} does not say what its default branch is: pass --base BRANCH.`);
	const sha = refs.branches.get(branch);
	if (sha !== void 0) return ok({
		branch,
		sha
	});
	const near = nearest(branch, refs.branches.keys(), 3);
	const all = near.length > 0 ? near : [...refs.branches.keys()].slice(0, 3);
	const hint = all.length === 0 ? "It has no branches." : `Nearest: ${all.join(", ")}.`;
	return fail("unknown-branch", `${remote.shown} has no branch "${branch}". ${hint}`);
}
const FETCH_SIZE = 100;
const OBJECTS_ONLY = [
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--refmap=",
	"--no-prune",
	"--no-prune-tags",
	"--no-recurse-submodules",
	"--no-write-commit-graph",
	"--no-auto-maintenance"
];
async function ensureCommits(remote, wanted) {
	const missing = await missingCommits(remote, wanted);
	if (missing.length === 0) return ok(void 0);
	const depth = await isShallow(remote.clone) ? ["--depth=1"] : [];
	const filter = await isPartialClone(remote.clone) ? ["--filter=blob:none"] : [];
	for (let start = 0; start < missing.length; start += FETCH_SIZE) {
		const sources = missing.slice(start, start + FETCH_SIZE).map(({ branch, sha }) => branch === void 0 ? sha : `refs/heads/${branch}`);
		const run = await tryGit(remote.reading, [
			"fetch",
			...OBJECTS_ONLY,
			...filter,
			...depth,
			remote.name,
			...sources
		]);
		if (run.status !== 0) return {
			ok: false,
			error: remoteFailure(remote, run.stderr)
		};
	}
	const still = await missingCommits(remote, missing);
	if (still.length === 0) return ok(void 0);
	const names = still.map(({ branch, sha }) => branch ?? sha).join(", ");
	return fail("moved", `${names} moved on ${remote.shown} while it was being read: run again.`);
}
function objectFetcher(open) {
	return async (oids) => {
		const remote = await open();
		if (!remote.ok) throw new FetchError(remote.error.message);
		const args = [
			"-c",
			"fetch.negotiationAlgorithm=noop",
			"fetch",
			...OBJECTS_ONLY,
			"--filter=blob:none",
			"--stdin"
		];
		const input = oids.map((oid) => `${oid}\n`).join("");
		const run = await tryGit(remote.value.reading, [...args, remote.value.name], { input });
		if (run.status !== 0) throw new FetchError(remoteFailure(remote.value, run.stderr).message);
	};
}
async function missingCommits(remote, wanted) {
	if (wanted.length === 0) return [];
	const input = wanted.map(({ sha }) => `${sha}\n`).join("");
	try {
		const types = (await runGit(remote.clone, ["cat-file", "--batch-check=%(objecttype)"], input)).toString("utf8").split("\n");
		return wanted.filter((_, index) => types[index] !== "commit");
	} catch (error) {
		if (error instanceof GitError) return [...wanted];
		throw error;
	}
}
const SIGNS = [
	{
		code: "forbidden",
		sign: /returned error: 403|Permission to \S+ denied|access denied|not have (the )?(correct|permission)|Write access to repository not granted/i,
		advice: "The token or key may not write there: it needs \"Contents: write\" on the repository."
	},
	{
		code: "authentication",
		sign: /Authentication failed|could not read (Username|Password)|Permission denied \(|Invalid username or (password|token)|returned error: 401|Host key verification failed/i,
		advice: "Check the token (GITHUB_TOKEN, GH_TOKEN or gh auth login) or the SSH key."
	},
	{
		code: "not-found",
		sign: /Repository not found|repository '[^']*' not found|returned error: 404|does not appear to be a git repository|does not exist|not a git repository/i,
		advice: "Check the URL; GitHub also says this when the token may not see the repository."
	},
	{
		code: "unreachable",
		sign: /Could not resolve (host|proxy)|Failed to connect|Couldn't connect|Connection (refused|reset|timed out|closed)|Operation timed out|Network is unreachable|early EOF|hung up unexpectedly|RPC failed|SSL|block timeout reached/i,
		advice: "Nothing more can be done without it."
	}
];
function gitFailure(remote, stderr) {
	const words = gitWords(stderr);
	const known = SIGNS.find(({ sign }) => sign.test(words));
	const advice = known && known.code !== "unreachable" ? ` ${known.advice}` : "";
	return {
		code: known?.code ?? "git",
		message: `git could not talk to ${remote}: ${words}.${advice}`
	};
}
function remoteFailure(remote, stderr) {
	const failure = gitFailure(remote.shown, redact(stderr, remote.secrets));
	const to = /could not read Username for '(?<url>[^']+)'/.exec(stderr)?.groups?.["url"];
	if (to === void 0) return failure;
	const { host, protocol } = readRemoteUrl(to);
	if (host === readRemoteUrl(remote.reached).host) return failure;
	return {
		code: "redirected",
		message: `${remote.shown} sends git to another server, ${protocol}://${host}, which does not get the token. If the repository has moved there: git remote set-url ${remote.name} URL.`
	};
}
function gitWords(stderr) {
	const lines = stderr.split(/[\r\n]+/).map((line) => line.replace(/^(remote:|fatal:|error:)\s*/gi, "").trim()).filter((line) => line !== "" && !/^(hint:|To |Everything up-to-date|Total |Warning: Permanently)/.test(line));
	const unique = [...new Set(lines)].slice(0, 6).join("; ");
	return trimEndOf(unique, ".; 	") || "it gave no reason";
}
// src/publish/branch-ownership.ts
async function readOwnership(remote, heads, baseSha) {
	const result = new Map();
	if (heads.length === 0) return ok(result);
	const fetched = await ensureCommits(remote, heads);
	if (!fetched.ok) return fetched;
	const candidates = [];
	const merges = [];
	const commits = await readCommits(remote, heads.map(({ sha }) => sha));
	for (const [head, commit] of commits) {
		const { authoredAt } = commit;
		const foreign = (why) => result.set(head, {
			ours: false,
			why,
			authoredAt
		});
		const below = commit.parents.length > 1 ? await belowMerges(remote, commit, baseSha) : null;
		const { parents, message } = below?.commit ?? commit;
		const trailers = parseTrailers(message);
		if (parents.length > 1) foreign("its last commit is a merge");
		else if (!trailers) foreign("its last commit is not one of rotate-pr");
		else if (parents[0] !== trailers.base) foreign("its last commit was moved to another parent or has other commits below it");
		else {
			candidates.push({
				head,
				sha: below?.sha ?? head,
				...trailers,
				authoredAt
			});
			if (below !== null) merges.push({
				head,
				sha: head,
				base: below.merged
			});
		}
	}
	const parents = await ensureCommits(remote, [...new Set(candidates.map(({ base }) => base))].map((sha) => ({ sha })));
	if (!parents.ok) return parents;
	const changed = await changedFiles(remote, candidates);
	const merged = await changedFiles(remote, merges);
	for (const { head, sha, base, digest, authoredAt } of candidates) {
		const files = changed.get(sha) ?? [];
		const foreign = (why) => result.set(head, {
			ours: false,
			why,
			authoredAt
		});
		if (contentDigest(files) !== digest) foreign("its commit was amended");
		else if (head !== sha && !await isMergeOf(remote, files, merged.get(head) ?? [])) foreign("its last commit is a merge, and changes more than a merge does");
		else result.set(head, {
			ours: true,
			digest,
			base,
			commit: sha,
			authoredAt
		});
	}
	return ok(result);
}
const MAX_MERGES = 20;
async function belowMerges(remote, top, baseSha) {
	let commit = top;
	let merged = null;
	for (let depth = 0; depth < MAX_MERGES; depth++) {
		const [below, other, ...more] = commit.parents;
		if (below === void 0 || other === void 0 || more.length > 0 || baseSha === void 0) return null;
		if (!(await ensureCommits(remote, [{ sha: below }, { sha: other }])).ok) return null;
		const ancestor = [
			"merge-base",
			"--is-ancestor",
			other,
			baseSha
		];
		if (other !== baseSha && (await tryGit(remote.clone, ancestor)).status !== 0) return null;
		merged ??= other;
		const read = (await readCommits(remote, [below])).get(below);
		if (read === void 0) return null;
		if (read.parents.length <= 1) return {
			sha: below,
			commit: read,
			merged
		};
		commit = read;
	}
	return null;
}
async function isMergeOf({ clone }, ours, merge) {
	const made = new Map(merge.map((file) => [file.path, file]));
	if (made.size !== ours.length) return false;
	for (const { path, blob, mode, before } of ours) {
		const file = made.get(path);
		if (file === void 0 || file.mode !== mode) return false;
		if (file.before === before ? file.blob !== blob : !await isMergedFile(clone, blob, before, file)) return false;
	}
	return true;
}
async function isMergedFile(clone, ours, base, made) {
	const folder = await mkdtemp(join(tmpdir(), "rotate-pr-merge-"));
	try {
		const names = [
			ours,
			base,
			made.before
		];
		const files = names.map((_, index) => join(folder, String(index)));
		for (const [index, file] of files.entries()) await writeFile(file, await runGit(clone, [
			"cat-file",
			"blob",
			names[index] ?? ""
		]));
		const merged = await tryGit(clone, [
			"merge-file",
			"--stdout",
			"--quiet",
			...files
		]);
		const expected = await runGit(clone, [
			"cat-file",
			"blob",
			made.blob
		]);
		return merged.status === 0 && merged.stdout === expected.toString("utf8");
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function parentsOf(remote, sha) {
	return (await readCommits(remote, [sha])).get(sha)?.parents ?? [];
}
async function readCommits(remote, shas) {
	const unique = [...new Set(shas)];
	const input = unique.map((sha) => `${sha}\n`).join("");
	const output = await runGit(remote.clone, ["cat-file", "--batch"], input);
	const commits = new Map();
	let offset = 0;
	for (const sha of unique) {
		const lineEnd = output.indexOf(10, offset);
		const size = Number(output.toString("ascii", offset, lineEnd).split(" ")[2]);
		const text = output.toString("utf8", lineEnd + 1, lineEnd + 1 + size);
		offset = lineEnd + 1 + size + 1;
		const headerEnd = text.indexOf("\n\n");
		const header = text.slice(0, headerEnd);
		const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]);
		const seconds = Number(/^author .*> (\d+) [+-]\d+$/m.exec(header)?.[1] ?? 0);
		commits.set(sha, {
			parents,
			message: text.slice(headerEnd + 2),
			authoredAt: new Date(seconds * 1e3)
		});
	}
	return commits;
}
async function changedFiles({ clone }, pairs) {
	const changed = new Map();
	if (pairs.length === 0) return changed;
	const input = pairs.map(({ sha, base }) => `${sha} ${base}\n`).join("");
	const output = (await runGit(clone, [
		"diff-tree",
		"--stdin",
		"--always",
		"-r",
		"-z",
		"--raw",
		"--no-renames",
		"--no-abbrev"
	], input)).toString("utf8");
	const heads = new Set(pairs.map(({ sha }) => sha));
	const fields = output.split(/[\0\n]/);
	let files = [];
	for (let index = 0; index < fields.length; index++) {
		const field = fields[index];
		if (heads.has(field)) {
			files = [];
			changed.set(field, files);
		} else if (field.startsWith(":")) {
			const [, mode = "", before = "", blob = ""] = field.split(" ");
			files.push({
				path: fields[++index] ?? "",
				mode,
				blob,
				before
			});
		}
	}
	return changed;
}
// src/publish/marker.ts
const MAX_BODY = 65536;
const MAX_MARKER = 48e3;
const OPENING = "<!-- rotate-pr ";
const CLOSING$1 = " -->";
const PATTERN = /<!-- rotate-pr (\{[^<>\n\r]*\}) -->/g;
const CUT = "This text was too long for GitHub and is cut here; `rotate-pr plan` shows all of it.";
function formatMarker(marker) {
	const json = JSON.stringify(toWritten(marker)).replaceAll(/[<>@-]/g, (character) => `\\u00${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
	return `${OPENING}${json}${CLOSING$1}`;
}
function toWritten(marker) {
	if (marker.group === void 0) return marker;
	const { changes, from, ...rest } = marker;
	const values = from && Object.keys(changes).map((id) => from[id] ?? null);
	return {
		...rest,
		packed: pack$1(changes),
		...values === void 0 ? {} : { packedFrom: pack$1(values) }
	};
}
function pack$1(value) {
	return deflateRawSync(JSON.stringify(value), { level: 9 }).toString("base64");
}
function unpack(packed) {
	const json = inflateRawSync(Buffer.from(String(packed), "base64"), { maxOutputLength: 4e6 });
	return JSON.parse(json.toString("utf8"));
}
function parseMarker(body) {
	const last = [...body.matchAll(PATTERN)].at(-1);
	if (!last) return null;
	try {
		const value = fromWritten(JSON.parse(last[1]));
		return isMarker(value) ? value : null;
	} catch {
		return null;
	}
}
function fromWritten(value) {
	if (typeof value !== "object" || value === null || !("packed" in value)) return value;
	const { packed, packedFrom, ...rest } = value;
	const changes = unpack(packed);
	if (packedFrom === void 0 || typeof changes !== "object" || changes === null) return {
		...rest,
		changes
	};
	const values = unpack(packedFrom);
	if (!Array.isArray(values)) return null;
	return {
		...rest,
		changes,
		from: Object.fromEntries(Object.keys(changes).map((id, at) => [id, values[at]]))
	};
}
function isMarker(value) {
	if (typeof value !== "object" || value === null) return false;
	const marker = value;
	const isOptional = (name) => marker[name] === void 0 || typeof marker[name] === "string";
	const isNamed = ["namespace", "cluster"].every((name) => typeof marker["group"] === "string" ? marker[name] === null : typeof marker[name] === "string");
	return marker["v"] === 1 && isNamed && ["head", "base"].every((name) => typeof marker[name] === "string") && isTextRecord(marker["files"]) && isTextRecord(marker["changes"]) && (marker["from"] === void 0 || isRecordOf(marker["from"], isTextOrNull)) && (marker["upgrades"] === void 0 || isTextRecord(marker["upgrades"])) && [
		"group",
		"incident",
		"asked",
		"title",
		"lines",
		"closed"
	].every(isOptional) && (marker["undressed"] === void 0 || marker["undressed"] === true) && (marker["missing"] === void 0 || isTextList(marker["missing"]));
}
function isTextRecord(value) {
	return isRecordOf(value, (entry) => typeof entry === "string");
}
function isTextList(value) {
	return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}
function isTextOrNull(value) {
	return value === null || typeof value === "string";
}
function isRecordOf(value, isEntry) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isEntry);
}
function fitsBody(marker) {
	return formatMarker(marker).length <= MAX_MARKER;
}
function withMarker(body, marker) {
	const end = `\n\n${formatMarker(marker)}\n`;
	const visible = withoutMarker(body);
	if (visible.length + end.length <= 65536) return visible + end;
	const room = MAX_BODY - end.length - 84 - 40;
	if (room < 0) throw new RangeError(`the marker of ${marker.head} is longer than a pull request's body may be`);
	return cutText(visible, room + 84 + 40) + end;
}
function withoutMarker(body) {
	return body.replaceAll(PATTERN, "").trimEnd();
}
function cutText(text, most) {
	const room = Math.max(0, most - 84 - 40);
	const lineEnd = text.lastIndexOf("\n", room);
	const kept = text.slice(0, lineEnd > 0 ? lineEnd : room).replace(/[\uD800-\uDBFF]$/, "");
	let fence = null;
	for (const line of kept.split("\n")) {
		const mark = /^ {0,3}(?<mark>`{3,}|~{3,})/.exec(line)?.groups?.["mark"];
		if (!mark) continue;
		if (fence === null) fence = mark;
		else if (mark.startsWith(fence)) fence = null;
	}
	const open = kept.split("<details").length > kept.split("</details>").length;
	return `${kept}${fence === null ? "" : `\n${fence}`}${open ? "\n\n</details>" : ""}\n\n${CUT}`;
}
// src/publish/messages.ts
const CREATE = {
	"none-yet": "There was no pull request for it.",
	unfinished: "An earlier run had left the branch without a pull request.",
	merged: "The last pull request was merged and the rotation is due again.",
	"closed-by-bot": "A bot had closed the last pull request.",
	"closed-by-us": "The last pull request was closed by rotate-pr itself.",
	"closed-long-ago": "A person closed the last pull request, and the rotation has come due since.",
	"asked-by-name": "The last pull request was closed, and the namespace was asked for by name."
};
const UPDATE = {
	"branch-gone": "Its branch was gone.",
	"marker-lost": "Its description no longer said what it rotates.",
	unfinished: "An earlier run had pushed the branch without updating the pull request.",
	"credentials-changed": "The credentials to rotate are others than before.",
	"base-branch-changed": "It was open against another base branch.",
	"base-moved": "A file that it changes has changed on the base branch.",
	"upgrade-asked": "An upgrade of its modules was asked for, or a newer release has come out.",
	"restore-asked": "Terraform is to rotate its credentials by itself again.",
	incident: "It is taken over for an incident.",
	"date-asked": "Another date was asked for.",
	"date-old": "Its date had become too old."
};
const LEAVE = {
	"foreign-commits": modifiedByOthers,
	"not-ours": () => "The open pull request of this branch is not one of rotate-pr.",
	"closed-by-person": (until) => `A person closed its pull request${until ? `: not reopened before ${until}` : ""}; name the namespace (--namespace) to open it again.`,
	"just-merged": () => "Its pull request was merged just now and the base branch that was read does not have it yet: run again.",
	"selects-less": (count) => `Its open pull request also rotates ${count} credentials that this run did not select: select them too.`
};
const TO_UPDATE = {
	"branch-gone": "its branch is gone",
	"marker-lost": "its description no longer says what it rotates",
	unfinished: "an earlier run was cut short before it had updated it",
	"credentials-changed": "other credentials are to be rotated than it has",
	"base-branch-changed": "it is open against another base branch",
	"base-moved": "a file that it changes has changed on the base branch",
	"upgrade-asked": "an upgrade of its modules was asked for, or a newer release has come out",
	"restore-asked": "Terraform is to rotate its credentials by itself again",
	incident: "it is to be taken over for an incident",
	"date-asked": "another date was asked for",
	"date-old": "its date has become too old"
};
const NEXT$1 = {
	update: (why) => `The next run updates it: ${TO_UPDATE[why]}.`,
	close: "The next run closes it: nothing is left to rotate.",
	duplicate: (kept) => `The next run closes it: #${kept} of the same branch is open too.`,
	unknown: (why) => `What the next run would do with it is not known: ${why}`
};
const WAITING = {
	next: "The next run opens it.",
	blocked: (why) => `It cannot be rotated now: ${why ?? NOTHING_ROTATABLE}.`,
	closed: (until) => `A person closed it: ${reopening(until)}`,
	closedByCommand: (until) => `It was closed by rotate-pr close: ${reopening(until)}`
};
const STAYS = {
	blocked: (why) => `It stays as it is: ${why ?? NOTHING_ROTATABLE}.`,
	rotatesOthers: (others) => `It also rotates ${others} ${others === 1 ? "credential that is" : "credentials that are"} not selected: select them too.`,
	unknown: "Its description no longer says what it rotates: select it by its namespace, or with --all.",
	modifiedByOthers,
	leftAlone: "Somebody else committed to its branch, so rotate-pr leaves it alone.",
	notOurs: "It is not one of rotate-pr.",
	draft: "It is a draft.",
	closedByPerson: (number, until) => `A person closed its pull request #${number}: not reopened before ${until}.`
};
const WOULD_CLOSE = {
	withBranch: "Its branch would be deleted too.",
	branchAlone: "An unfinished run left it: its branch would be deleted."
};
const PREVIEW = {
	notAsked: (why) => `${why === "" ? "" : `${why} `}Which pull requests are open is not known: what could be written is shown as planned.`,
	noToken: "GitHub was not asked, for there is no token (GITHUB_TOKEN, GH_TOKEN or gh auth login)."
};
const NOTHING_ROTATABLE = "nothing in it can be rotated now";
function modifiedByOthers(why) {
	return `Somebody else committed to its branch${why ? ` (${why})` : ""}.`;
}
function reopening(until) {
	return `not reopened before ${until}; rotate-pr open --namespace with its name opens it again.`;
}
function question(requests) {
	return requests === 1 ? "Open or update this pull request?" : `Open or update these ${requests} pull requests?`;
}
const CLOSING = {
	"nothing-to-rotate": "There is nothing left to rotate here: the base branch already has it, or it is no longer selected.",
	"rotated-meanwhile": "There is nothing left to rotate here: the base branch has been rotated meanwhile.",
	"in-group": "The pull request of a group rotates all of it, so it is left to that one.",
	"namespace-gone": "The namespace is no longer in the base branch, so there is nothing to rotate.",
	duplicate: "Another pull request of this branch is open; rotate-pr keeps that one.",
	"taken-back": "It was closed by `rotate-pr close`."
};
const TOLD = { "foreign-commits": "Somebody else has committed to this branch, so rotate-pr leaves it as it is, although what is to be rotated has changed since. Merge it, or close it and delete its branch: then the next run makes a new one." };
function reasonFor(decision, closing = "nothing-to-rotate") {
	switch (decision.do) {
		case "create": return CREATE[decision.why];
		case "update": return UPDATE[decision.why];
		case "unchanged": return "The open pull request already rotates the same credentials.";
		case "left-alone": return LEAVE[decision.why](decision.detail);
		case "close": return closing === "taken-back" ? "It was closed by rotate-pr close." : "There is nothing left to rotate.";
		case "delete-branch": return closing === "taken-back" ? "It had no pull request: the branch of an unfinished run was deleted." : "There is nothing left to rotate; the branch of an unfinished run was deleted.";
		case "nothing": return "There is nothing to rotate and no pull request is open.";
	}
}
function nextActionOf(decision) {
	switch (decision.do) {
		case "update": return {
			next: "update",
			code: decision.why,
			reason: NEXT$1.update(decision.why)
		};
		case "close": return {
			next: "close",
			code: "nothing-to-rotate",
			reason: NEXT$1.close
		};
		case "left-alone": return {
			next: "nothing",
			code: decision.why,
			reason: reasonFor(decision)
		};
		case "create":
		case "unchanged":
		case "delete-branch":
		case "nothing": return {
			next: "nothing",
			code: null,
			reason: null
		};
	}
}
const COMMENT_PREFIX = "<!-- rotate-pr:comment ";
function commentMark(reason) {
	return `${COMMENT_PREFIX}${reason} -->`;
}
function afterMergeMark(page) {
	return `<!-- rotate-pr:after-merge ${page} -->`;
}
const VERIFY_MARK = "<!-- rotate-pr:verify -->";
function pageMark(page) {
	return `<!-- rotate-pr:page ${page} -->`;
}
// src/report/markdown.ts
const UNFOLD = "Show them";
function printMarkdown(document, options = {}) {
	const { title, totals, blocks, steps } = document;
	return `${joined([
		`## ${escapeMarkdown(title)}`,
		totals.map(inlineMarkdown).join(" "),
		...blocks.map((block) => blockMarkdown(block, options)),
		blockMarkdown({
			type: "steps",
			steps
		}, options)
	])}\n`;
}
function blocksMarkdown(blocks, options = {}) {
	return joined(blocks.map((block) => blockMarkdown(block, options)));
}
function joined(parts) {
	return parts.filter((part) => part !== "").join("\n\n");
}
function blockMarkdown(block, options) {
	switch (block.type) {
		case "section": {
			const content = block.blocks.map((each) => each.type === "table" && each.rows.length > (options.unfolded ?? Number.POSITIVE_INFINITY) ? details(UNFOLD, blockMarkdown(each, options)) : blockMarkdown(each, options));
			return joined([`### ${inlineMarkdown(block.title)}`, ...content]);
		}
		case "paragraph":
			if (block.only === "text") return "";
			return block.tone === "strong" ? `**${inlineMarkdown(block.text)}**` : inlineMarkdown(block.text);
		case "warning": return `> [!WARNING]\n> ${inlineMarkdown(block.text)}`;
		case "table": return block.only === "text" ? "" : tableMarkdown(block, options);
		case "names": return block.names.map(code).join(", ");
		case "details": return details(block.summary, blocksMarkdown(block.blocks, options));
		case "code": return block.content === "" ? "" : fence(block.content, block.language);
		case "problems": return problemsMarkdown(block.problems, options);
		case "checklist": return block.steps.map(checkbox).join("\n");
		case "tree": return block.items.flatMap(({ text, below }) => [`- ${inlineMarkdown(text)}${below.length === 0 ? "" : ":"}`, ...below.map((each) => `  - ${inlineMarkdown(each)}`)]).join("\n");
		case "list": return joined([escapeMarkdown(block.title), block.items.map((item, index) => `${index + 1}. ${stepMarkdown(item)}`).join("\n")]);
		case "steps": return block.steps.map((step) => `- ${stepMarkdown(step)}`).join("\n");
	}
}
function stepMarkdown({ say, command }) {
	return `${escapeMarkdown(say)}${command === null ? "" : ` ${code(command)}`}`;
}
function tableMarkdown({ columns, rows }, { rows: most = Number.POSITIVE_INFINITY }) {
	const here = columns.map((column, at) => ({
		...column,
		at
	})).filter(({ only }) => only !== "text");
	const right = here.flatMap(({ align }, index) => align === "right" ? [index] : []);
	const cells = rows.slice(0, most).map((row) => here.map(({ at }) => cellMarkdown(row[at])));
	const header = here.map(({ title }) => title);
	return joined([markdownTable(header, cells, right), moreMarkdown(rows.length - most)]);
}
function moreMarkdown(left) {
	return left > 0 ? `… and ${digits(left)} more: this text would be too long.` : "";
}
function cellMarkdown(cell) {
	if (cell === "-") return "";
	if (typeof cell !== "object" || Array.isArray(cell)) return inlineMarkdown(cell);
	return "text" in cell ? inlineMarkdown(cell.text) : "";
}
function problemsMarkdown(problems, { rows = Number.POSITIVE_INFINITY }) {
	const items = problems.slice(0, rows).map(({ file, line, column, message, url = null }) => {
		return `- ${inlineMarkdown([{
			name: url === null ? `${file}:${line}:${column}` : `${file}:${line}`,
			url
		}])}: ${escapeMarkdown(message)}`;
	});
	return joined([
		`### ${count(problems.length, "problem")}`,
		items.join("\n"),
		moreMarkdown(problems.length - rows)
	]);
}
function checkbox({ title, commands, expect }) {
	const remarks = expect.map(inlineMarkdown);
	return joined([
		`- [ ] ${inlineMarkdown(title)}`,
		commands.length === 0 ? "" : moved(fence(commands.join("\n"), "sh")),
		moved(remarks.length < 2 ? remarks.join("") : `- ${remarks.join("\n- ")}`)
	]);
}
function moved(text) {
	return text.replace(/^(?=.)/gm, "  ");
}
function inlineMarkdown(text) {
	return typeof text === "string" ? escapeMarkdown(text) : text.map(partMarkdown).join("");
}
function partMarkdown(part) {
	if (typeof part === "string") return escapeMarkdown(part);
	const said = "name" in part ? code(part.name) : escapeMarkdown(part.text);
	const shown = part.tone === "strong" && said !== "" ? `**${said}**` : said;
	return (part.url == null ? null : link("name" in part ? shown : part.text, part.url)) ?? ("text" in part && part.url !== void 0 ? code(part.text) : shown);
}
// src/report/csv.ts
const FORMULA_START = "=+-@＝＋－＠";
const STARTS_FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const FIELD_END = ";	\r\n";
const NEEDS_QUOTES = /[",\r\n]/;
function field(value) {
	if (value === null) return "";
	if (typeof value === "number") return String(value);
	const harmless = withoutFormulas(value);
	return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll("\"", "\"\"")}"` : harmless;
}
function withoutFormulas(value) {
	let harmless = STARTS_FORMULA.test(value) ? "'" : "";
	let from = 0;
	let isFieldStart = false;
	for (let i = 0; i < value.length; i += 1) {
		const character = value[i];
		if (FIELD_END.includes(character)) isFieldStart = true;
		else if (isFieldStart && FORMULA_START.includes(character)) {
			harmless += `${value.slice(from, i)}'`;
			from = i;
			isFieldStart = false;
		} else if (character !== "\"" && character.trim() !== "") isFieldStart = false;
	}
	return harmless + value.slice(from);
}
function csv(header, rows) {
	return [header, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}
const CREDENTIAL_FIELDS = [
	"id",
	"cluster",
	"namespace",
	"file",
	"line",
	"kind",
	"module",
	"source",
	"version",
	"latestVersion",
	"latestFrom",
	"variable",
	"value",
	"rotatedOn",
	"ageDays",
	"maxAgeDays",
	"state",
	"team",
	"production",
	"slackChannel",
	"nextDue"
];
function auditCsv(result) {
	const rows = [
		...result.credentials.map((each) => [
			...CREDENTIAL_FIELDS.map((name) => plain$2(each[name])),
			each.reasons.map(({ code }) => code).join(" "),
			each.reasons.map(({ message }) => message).join("; ")
		]),
		...result.summary.notRotatable.map(({ code, message, ...known }) => {
			const values = known;
			return [
				...CREDENTIAL_FIELDS.map((name) => values[name] ?? null),
				code,
				message
			];
		}),
		...(result.summary.otherCredentials ?? []).map(({ code, message, secret, name: module, ...known }) => {
			const values = {
				...known,
				module
			};
			const said = secret === null ? message : `${message}; its Secret is ${secret}`;
			return [
				...CREDENTIAL_FIELDS.map((name) => values[name] ?? null),
				code,
				said
			];
		})
	];
	return csv([
		...CREDENTIAL_FIELDS,
		"reasonCodes",
		"reasons"
	], rows);
}
function plain$2(value) {
	return typeof value === "boolean" ? String(value) : value;
}
const CHANGE_FIELDS = [
	"id",
	"cluster",
	"namespace",
	"file",
	"line",
	"kind",
	"module",
	"variable",
	"action",
	"from",
	"to"
];
const MORE_FIELDS = ["alsoChanged", "selfRotation"];
const SKIPPED_FIELDS = ["code", "message"];
const REQUEST_FIELDS = [
	"branch",
	"outcome",
	"number",
	"url",
	"reason",
	"title"
];
function applyCsv(result) {
	const rows = [...result.changes.map((each) => [
		...changeValues(each),
		null,
		null,
		...moreValues(each)
	]), ...result.skipped.map((each) => [
		...skippedValues(each),
		null,
		null
	])];
	return csv([
		...CHANGE_FIELDS,
		...SKIPPED_FIELDS,
		...MORE_FIELDS
	], rows);
}
function pullRequestsCsv(result) {
	const rows = [...result.pullRequests.flatMap((request) => {
		const values = REQUEST_FIELDS.map((name) => request[name]);
		return request.changes.length === 0 ? [[
			...noChange(request),
			null,
			null,
			...values,
			null,
			null
		]] : request.changes.map((each) => [
			...changeValues(each),
			null,
			null,
			...values,
			...moreValues(each)
		]);
	}), ...result.skipped.map((each) => [
		...skippedValues(each),
		...REQUEST_FIELDS.map(() => null),
		null,
		null
	])];
	return csv([
		...CHANGE_FIELDS,
		...SKIPPED_FIELDS,
		...REQUEST_FIELDS,
		...MORE_FIELDS
	], rows);
}
const ENTRY_FIELDS = [
	"state",
	"team",
	"cluster",
	"namespace",
	"group",
	"number",
	"url",
	"openedOn"
];
function dashboardCsv({ entries }) {
	const rows = entries.flatMap((entry) => {
		const values = ENTRY_FIELDS.map((name) => entry[name]);
		return (entry.credentials.length === 0 ? [{
			id: null,
			kind: null,
			rotatedOn: null,
			reason: null
		}] : entry.credentials).map(({ id, kind, rotatedOn, reason }) => {
			const reasons = [entry.reason, reason].filter((each) => each !== null);
			return [
				...values,
				id,
				kind,
				rotatedOn,
				reasons.join(" ")
			];
		});
	});
	return csv([
		...ENTRY_FIELDS,
		"id",
		"kind",
		"rotatedOn",
		"reason"
	], rows);
}
const ROTATION_FIELDS = [
	"id",
	"cluster",
	"namespace",
	"file",
	"kind",
	"module",
	"team",
	"day",
	"commit",
	"change",
	"from",
	"to",
	"ageDays"
];
function historyCsv({ rotations }) {
	const rows = rotations.map((each) => [...ROTATION_FIELDS.map((name) => each[name]), each.notes.join(" ")]);
	return csv([...ROTATION_FIELDS, "notes"], rows);
}
function changeValues(change) {
	return CHANGE_FIELDS.map((name) => change[name]);
}
function moreValues(change) {
	const also = alsoChanged(change).map(phraseString);
	return [also.length === 0 ? null : also.join("; "), change.selfRotation ?? null];
}
function skippedValues({ id, code, message }) {
	const known = {
		id,
		action: "skipped"
	};
	return [
		...CHANGE_FIELDS.map((name) => known[name] ?? null),
		code,
		message
	];
}
function noChange({ cluster, namespace }) {
	const known = {
		cluster,
		namespace
	};
	return CHANGE_FIELDS.map((name) => known[name] ?? null);
}
// src/commands/read/rotated.ts
async function readCommittedRotations(clone, pairs, prefix) {
	const changed = await changedFiles({ clone }, pairs);
	const blobs = await readChanged(clone, [...changed.values()].flat());
	const found = new Map();
	for (const [base, ofBase] of groupBy(pairs, (pair) => pair.base)) for (const round of withoutSharedPaths(ofBase, changed)) {
		const sides = await readSides(clone, base, prefix, round.flatMap(({ sha }) => changed.get(sha) ?? []), blobs);
		for (const { sha } of round) found.set(sha, await compare$1(changed.get(sha) ?? [], sides));
	}
	return found;
}
function withoutSharedPaths(pairs, changed) {
	const rounds = [];
	for (const pair of new Map(pairs.map((each) => [each.sha, each])).values()) {
		const paths = (changed.get(pair.sha) ?? []).map(({ path }) => path);
		let round = rounds.find((one) => !paths.some((path) => one.paths.has(path)));
		if (round === void 0) {
			round = {
				pairs: [],
				paths: new Set()
			};
			rounds.push(round);
		}
		round.pairs.push(pair);
		for (const path of paths) round.paths.add(path);
	}
	return rounds.map((round) => round.pairs);
}
async function readChanged(clone, files) {
	const blobs = new Map();
	const all = files.flatMap(({ blob, before }) => [blob, before]).filter((name) => !/^0+$/.test(name));
	const names = [...new Set(all)];
	await readBlobs(clone, names, MAX_FILE_BYTES, (index, content) => {
		const name = names[index];
		if (name !== void 0 && content instanceof Uint8Array) blobs.set(name, Uint8Array.from(content));
	});
	return blobs;
}
async function readSides(clone, base, prefix, files, blobs) {
	const root = prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`;
	const below = files.flatMap(({ path, ...file }) => path.startsWith(root) ? [{
		...file,
		path: path.slice(root.length)
	}] : []);
	const reader = await openCommit(clone, base, { prefix });
	const changed = new Map(below.map(({ path, blob }) => [path, blobs.get(blob)]));
	const namespaces = new Set(below.flatMap(({ path }) => namespaceOf$1(path)));
	return {
		root,
		before: await assess(reader, namespaces),
		after: await assess(withChanges(reader, changed), namespaces),
		blobs
	};
}
function namespaceOf$1(path) {
	const [top, cluster, namespace, ...rest] = path.split("/");
	return top === "namespaces" && rest.length > 0 ? [`${cluster}/${namespace}`] : [];
}
function withChanges(reader, changed) {
	const gone = {
		code: "missing",
		message: "it is deleted"
	};
	return {
		...reader,
		read: (paths, each) => reader.read(paths, (path, content) => each(path, changed.has(path) ? changed.get(path) ?? gone : content))
	};
}
async function assess(reader, namespaces) {
	if (namespaces.size === 0) return new Map();
	const folders = await reader.namespaces((cluster, namespace) => namespaces.has(`${cluster}/${namespace}`));
	const { assessments } = await surveyEstate(reader, folders, {
		today: "2000-01-01",
		maxAgeDays: 0,
		includeHeld: true
	});
	return new Map(assessments.map((each) => [each.credential.id, each]));
}
async function compare$1(files, sides) {
	const changes = new Map();
	const others = [];
	for (const [id, concerned] of concernedBy(files, sides)) {
		const [before, after] = concerned;
		if (inForce$1(before) === inForce$1(after)) continue;
		changes.set(id, {
			from: writtenValue(before.date),
			to: writtenValue(after.date)
		});
	}
	for (const file of files) if (!await holdsRotationsOnly(file, changes, sides)) others.push(file.path);
	return {
		changes,
		files,
		others
	};
}
function concernedBy(files, { root, before, after }) {
	const paths = new Set(files.map(({ path }) => path));
	const isIn = ({ file, date }) => paths.has(root + file.path) || date.found === "literal" && paths.has(root + date.file.path);
	const concerned = new Map();
	for (const [id, now] of after) {
		const old = before.get(id);
		if (old !== void 0 && (isIn(now) || isIn(old))) concerned.set(id, [old, now]);
	}
	return concerned;
}
function inForce$1({ date, companion }) {
	return JSON.stringify([writtenValue(date), companion]);
}
async function holdsRotationsOnly({ path, blob, before: blobBefore }, changes, { root, before, after, blobs }) {
	const [old, now] = [textOf$1(blobs.get(blobBefore)), textOf$1(blobs.get(blob))];
	if (old === null || now === null || !path.startsWith(root)) return false;
	const below = path.slice(root.length);
	const places = [...changes.keys()].flatMap((id) => [before.get(id), after.get(id)].flatMap((each) => each === void 0 ? [] : placesIn(below, each)));
	return places.length > 0 && await sameBut(old, now, places);
}
function placesIn(path, { module, file, date }) {
	const places = [];
	if (date.found === "literal" && date.file.path === path) places.push(date.path);
	if (file.path !== path) return places;
	const { argument, companion } = module.kind;
	const names = ["source", ...companion === null ? [] : [companion.argument]];
	const inBlock = [module.date?.path ?? [argument], ...names.map((name) => [name])];
	return [...places, ...inBlock.map((way) => [...module.address, ...way])];
}
function textOf$1(bytes) {
	const decoded = bytes === void 0 ? null : decodeText(bytes);
	return decoded !== null && "text" in decoded ? decoded.text : null;
}
// src/commands/run/github-options.ts
function gitHubOptions(repository, token, version, say) {
	return {
		repository,
		token,
		version,
		pacing: !isLoopback(hostOf(repository.apiUrl)),
		onWarning: say
	};
}
// src/rotation/pacing.ts
function byAge(a, b) {
	if (a.oldest !== b.oldest) {
		if (a.oldest === null) return -1;
		if (b.oldest === null) return 1;
		return a.oldest < b.oldest ? -1 : 1;
	}
	return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
function pace(waiting, rules, facts) {
	const rooms = [
		{
			room: rules.limit,
			reason: `this run opens at most ${rules.limit}`
		},
		{
			room: rules.maxOpen === null ? null : rules.maxOpen - facts.open,
			reason: `at most ${rules.maxOpen} are open at once, and ${facts.open} are`
		},
		{
			room: rules.hourlyLimit === null ? null : rules.hourlyLimit - facts.openedLastHour,
			reason: `at most ${rules.hourlyLimit} are opened in an hour, and ${facts.openedLastHour} were`
		}
	].flatMap(({ room, reason }) => room === null ? [] : [{
		room: Math.max(0, room),
		reason
	}]);
	const ordered = [...waiting].sort(byAge);
	const [narrowest] = rooms.sort((a, b) => a.room - b.room);
	if (narrowest === void 0) return {
		admitted: ordered,
		deferred: []
	};
	const { room, reason } = narrowest;
	return {
		admitted: ordered.slice(0, room),
		deferred: ordered.slice(room).map((one) => ({
			one,
			code: "turn",
			reason: `It waits for its turn: ${reason}.`
		}))
	};
}
// src/commands/run/scopes.ts
const GROUP_BRANCH = /^rotate\/_(?:all|team\.|kind\.)/;
function isGroupBranch(branch) {
	return GROUP_BRANCH.test(branch);
}
function folderOf(path) {
	return path.split("/").slice(0, 3).join("/");
}
function idPrefix$1({ cluster, namespace }) {
	const named = branchName(cluster, namespace);
	return "branch" in named ? named.branch.slice(7) : namespace;
}
function groupOfBranch(branch) {
	return branch.slice(8);
}
function namespaceUnits({ folders, all }, rotations, refs) {
	const byFolder = groupBy(rotations, ({ assessment }) => folderOf(assessment.credential.file));
	const clashing = new Set(sharedBranches(all).flat().map((each) => namespacePath(each.cluster, each.namespace)));
	const units = [];
	const skipped = [];
	for (const folder of folders) {
		const ofFolder = byFolder.get(folder.path) ?? [];
		const named = branchName(folder.cluster, folder.namespace);
		const refusal = clashing.has(folder.path) ? {
			code: "shared-branch",
			message: "another namespace would have the same branch"
		} : "branch" in named ? null : named;
		if (refusal !== null || !("branch" in named)) {
			const { code, message } = refusal ?? {
				code: "bad-name",
				message: "no branch can be named after it"
			};
			skipped.push(...ofFolder.map(({ assessment }) => ({
				id: assessment.credential.id,
				code,
				message
			})));
			continue;
		}
		if (ofFolder.length === 0 && !refs.branches.has(named.branch)) continue;
		const { cluster, namespace } = folder;
		units.push({
			cluster,
			namespace,
			group: null,
			branch: named.branch,
			folders: [folder],
			...wantedOf$2(ofFolder)
		});
	}
	return {
		units,
		skipped
	};
}
async function findUnits({ namespaces, reader }, rotations, { grouping }, refs) {
	if (grouping === "namespace") return namespaceUnits(namespaces, rotations, refs ?? NO_REFS);
	return {
		units: groupUnits(namespaces, rotations, grouping, grouping === "team" ? await readTeamNames(reader) : new Map()),
		skipped: []
	};
}
async function readTeamNames(reader) {
	const { readAllMetadata } = await import("./import/environments-metadata.js");
	return teamNames(await readAllMetadata(await reader.namespaces(() => true), reader));
}
function teamNames(metadata) {
	const named = groupByTeam(metadata, ([, facts]) => teamOf(facts));
	return new Map(named.flatMap(({ team, items }) => team === null ? [] : items.map(([path]) => [path, team])));
}
const NO_REFS = {
	defaultBranch: null,
	branches: new Map()
};
function groupUnits({ folders }, rotations, grouping, teams) {
	const byPath = new Map(folders.map((folder) => [folder.path, folder]));
	return [...groupBy(rotations, ({ assessment: { credential } }) => {
		if (grouping === "all") return "all";
		if (grouping === "kind") return `kind ${credential.kind}`;
		return `team ${teams.get(folderOf(credential.file)) ?? "unknown"}`;
	})].map(([label, ofGroup]) => {
		const paths = new Set(ofGroup.map(({ assessment }) => folderOf(assessment.credential.file)));
		const group = groupKey(label);
		return {
			cluster: null,
			namespace: null,
			group,
			label,
			branch: `rotate/_${group}`,
			folders: [...paths].flatMap((path) => byPath.get(path) ?? []),
			...wantedOf$2(ofGroup)
		};
	});
}
function teamOf(facts) {
	const { teams = [], teamName = null } = facts ?? {};
	const isNamed = (team) => teamName !== null && teamKey(team) === teamKey(teamName);
	if (teamName !== null && (teams.length === 0 || teams.some(isNamed))) return teamName;
	return teams[0] ?? null;
}
function groupKey(label) {
	const [sort = "", ...words] = label.split(" ");
	if (words.length === 0) return sort;
	const name = words.join(" ");
	const plain = trimOf(name.replace(/[^A-Za-z0-9-]+/g, "-"), "-").slice(0, 60);
	const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
	return `${sort}.${plain === name ? plain : [plain, digest].filter(Boolean).join("-")}`;
}
function wantedOf$2(rotations) {
	return {
		wanted: new Map(rotations.map(({ assessment: { credential }, to }) => {
			const { id, rotatedOn, maxAgeDays } = credential;
			return [id, {
				to,
				due: dueOn(rotatedOn, maxAgeDays),
				maxAgeDays
			}];
		})),
		oldest: rotations.map(({ assessment: { credential } }) => ({
			key: credential.id,
			oldest: credential.rotatedOn
		})).sort(byAge)[0]?.oldest ?? null
	};
}
function targetOf({ branch, namespace, cluster, group, wanted }, askedByName) {
	return {
		branch,
		namespace,
		cluster,
		group,
		wanted,
		askedByName
	};
}
function groupTargets({ branches }) {
	return [...branches.keys()].filter(isGroupBranch).map((branch) => {
		return {
			namespace: null,
			cluster: null,
			group: groupOfBranch(branch),
			branch,
			wanted: new Map(),
			askedByName: true
		};
	});
}
function editsOf(units, assigned, among) {
	const known = new Set(among);
	return units.flatMap((unit) => (assigned.get(unit) ?? []).filter((edit) => known.has(edit)));
}
function assignEdits(units, edits) {
	const byId = new Map();
	const byFolder = new Map();
	for (const unit of units) {
		for (const id of unit.wanted.keys()) if (!byId.has(id)) byId.set(id, unit);
		if (unit.group === null) for (const { path } of unit.folders) byFolder.set(path, unit);
	}
	const assigned = new Map();
	for (const edit of edits) {
		const unit = edit.neededBy.flatMap((id) => byId.get(id) ?? [])[0] ?? byFolder.get(folderOf(edit.path));
		if (unit === void 0) continue;
		const known = assigned.get(unit);
		if (known === void 0) assigned.set(unit, [edit]);
		else known.push(edit);
	}
	return assigned;
}
// src/report/steps.ts
const TOKEN_TYPE$1 = "kubernetes.io/service-account-token";
const MOST_COMMANDS = 6;
const BY_OLD_NAME = say`The token’s Secret has a new name: change whatever refers to it by the old one.`;
function afterMerge(input) {
	const { namespace, incident } = input;
	const credentials = kindsOf(input.credentials).flatMap((kind) => input.credentials.filter((each) => each.kind === kind));
	const withSecrets = credentials.filter(({ token }) => token === null);
	return [
		checkApply(input),
		...withSecrets.map((each) => checkStep(each, namespace)),
		...podSteps(withSecrets, namespace),
		...credentials.flatMap((each) => each.token === null ? [] : [tokenStep(each, each.token, namespace)]),
		...credentials.flatMap((each) => otherPlaces(each)),
		...incident ? withSecrets.flatMap((each) => incidentSteps(each, input)) : []
	];
}
function checkApply({ namespace, clusterLabel }) {
	const where = clusterLabel === "live" ? say`${namespace}` : say`${namespace} on ${clusterLabel}`;
	return {
		title: say`Check that the pipeline has applied ${where}.`,
		commands: [],
		expect: [say`The pipeline comments on the merged pull request: “Your PR is applying in the build: …”. The link leads to Concourse’s job ${"apply-namespace-changes-live"}, whose last task has to be green. Until then the old credentials are in force.`],
		credential: null
	};
}
function objectUses({ uses }) {
	return uses.filter(({ object, carriesSecret }) => carriesSecret && object !== null);
}
function isOwn({ object }) {
	return object?.isOwn === true;
}
function checkStep(credential, namespace) {
	const { id, kind, module, unread } = credential;
	const own = objectUses(credential).filter(isOwn);
	const notRead = unread.map((file) => say`${file} could not be read: more Secrets may be filled there.`);
	const noun = secretOf$1(kind);
	if (own.length === 0) return {
		...unknownSecret$1(credential, namespace),
		expect: [...nowhere(credential), ...notRead]
	};
	const [only, more] = own;
	const holder = only?.object ?? null;
	return {
		title: more === void 0 && holder !== null ? say`${module}: check that the ${[holder.kind]} ${sayValue(holder.name)} has the new ${[noun]}.` : say`${module}: check that the new ${[noun]} is in ${sayList(own.map(sayName))}.`,
		commands: [...own.some(({ object }) => object?.name.computed === true) ? [listSecrets(namespace)] : [], ...new Set(own.map((use) => show(use, namespace)))],
		expect: [compare(own, kind), ...notRead],
		credential: id
	};
}
function sayName({ object }) {
	return object === null ? [] : [`${object.kind} `, ...sayValue(object.name)];
}
function show({ object }, namespace) {
	const name = object === null || object.name.computed ? null : object.name.text;
	return object?.kind === "ConfigMap" ? showConfigMap(namespace, name) : decodeSecret(namespace, name);
}
function compare(own, kind) {
	const news = own.map((use) => {
		const where = own.length > 1 && use.object !== null ? say` in ${use.object.name.text}` : [];
		return say`${sayNew(use, kind)}${where}`;
	});
	return say`Must be new: ${sayList(news)}. Pods that started before the apply still have the old value to compare with. Everything else is as it was.`;
}
function sayNew(use, kind) {
	const entries = (use.object?.entries ?? []).filter(({ carriesSecret }) => carriesSecret);
	const whole = entries.filter(({ isWhole }) => isWhole).map(({ key }) => key);
	const partly = entries.filter(({ isWhole }) => !isWhole).map(({ key }) => key);
	const inside = partly.length === 0 ? [] : [say`the ${[secretOf$1(kind)]} inside ${sayList(partly)}`];
	const all = [...whole, ...inside];
	return all.length === 0 ? sayChanged(kind) : sayList(all);
}
function sayChanged(kind) {
	const { secretOutputs } = kindNamed(kind);
	return secretOutputs.includes("*") ? say`what comes from it` : say`what comes from ${sayList(secretOutputs)}`;
}
function unknownSecret$1({ id, kind, module }, namespace) {
	return {
		title: say`${module}: find out who uses the ${[secretOf$1(kind)]}.`,
		commands: [listSecrets(namespace), decodeSecret(namespace, null)],
		credential: id
	};
}
function nowhere(credential) {
	return [credential.uses.some(({ carriesSecret }) => carriesSecret) ? say`This folder’s Terraform writes it to no Secret of this namespace, only to the places below.` : say`This folder’s Terraform hands it to nothing. Whoever was given it by hand has the old one.`];
}
function podSteps(credentials, namespace) {
	const here = credentials.filter((each) => objectUses(each).some(isOwn) || !each.uses.some((use) => use.carriesSecret));
	const read = kindsOf(here).filter(needsRestart);
	return [
		...read.length === 0 ? [] : [ownPods(read, namespace)],
		...copies(credentials),
		...computedNamespaces(credentials)
	];
}
function needsRestart(kind) {
	return kindNamed(kind).restart !== "none";
}
function isRefused(kind) {
	return kindNamed(kind).overlap === "none";
}
const ONE_OF_THE_TWO = say`Run one of the two. ${"kubectl rollout restart"} replaces the pods of Deployments, StatefulSets and DaemonSets a few at a time, so a service with several replicas stays up as far as the old value allows; it touches no Job. ${"kubectl delete pods --all"} takes down every replica at once, the quickest way to the new value, and the pods of Jobs with them: a running Job starts over or counts as failed, as its ${"restartPolicy"} and ${"backoffLimit"} say.`;
function ownPods(kinds, namespace) {
	const secrets = distinct$2(kinds.map(secretOf$1));
	const refused = distinct$2(kinds.filter(isRefused).map(secretOf$1));
	const common = {
		expect: [refused.length === 0 ? noDowntime(kinds) : say`Expect errors from the moment of the apply until the last pod is replaced: a pod with the old ${[refused.join(" or ")]} keeps the connections it has, and the next one that it opens is refused. Jobs that started before the apply fail in the same way: start them again.`],
		credential: null
	};
	const start = say`so that they start with the new ${[listWords(secrets)]}.`;
	if (kinds.some((kind) => kindNamed(kind).restart === "all")) return {
		title: say`Replace all pods at once, ${start}`,
		commands: [rolloutRestart(namespace), deleteAllPods(namespace)],
		...common,
		expect: [...common.expect, ONE_OF_THE_TWO]
	};
	return {
		title: say`Replace the pods one after the other, ${start}`,
		commands: [rolloutRestart(namespace)],
		...common,
		expect: [...common.expect, say`It replaces the pods of Deployments, StatefulSets and DaemonSets a few at a time, and those of no Job: a Job that runs keeps the old value until it ends, and a CronJob’s next one starts with the new.`]
	};
}
function noDowntime(kinds) {
	const [kind, more] = kinds;
	const [server, secret] = kind === void 0 || more !== void 0 ? ["server", "value"] : [kindNamed(kind).noun.server, shortSecretOf(kind)];
	return say`No downtime: the ${[server]} takes the ${[secret]} from before beside the new one.`;
}
function distinct$2(words) {
	return [...new Set(words)];
}
function copies(credentials) {
	const all = credentials.flatMap((credential) => objectUses(credential).filter(({ object }) => object?.isOwn === false).map((use) => ({
		use,
		kind: credential.kind,
		namespace: use.object?.namespace.text ?? ""
	})));
	return [...groupBy(all, ({ namespace }) => namespace)].map(([namespace, found]) => {
		const read = kindsOf(found).filter(needsRestart);
		const names = sayList([...new Map(found.map(({ use }) => [sayId(use), sayName(use)])).values()]);
		const check = say`Copies in another namespace, ${namespace}: check ${names} there`;
		return {
			title: read.length === 0 ? say`${check}.` : say`${check}, and replace the pods that read it.`,
			commands: [...new Set(found.map(({ use }) => show(use, namespace))), ...read.length === 0 ? [] : [listPods(namespace), deletePod(namespace)]],
			expect: [...found.map(({ use }) => say`New in ${use.object?.name.text ?? ""}: ${sayKeys(use)}.`), ...read.length === 0 ? [] : [untilReplaced(read)]],
			credential: null
		};
	});
}
function untilReplaced(kinds) {
	const servers = distinct$2(kinds.filter(isRefused).map((kind) => kindNamed(kind).noun.server));
	const rest = say`All other pods of that namespace may stay.`;
	return servers.length === 0 ? say`${noDowntime(kinds)} ${rest}` : say`Until they are replaced, these pods cannot open new connections to the ${[servers.join(" or the ")]}. ${rest}`;
}
function sayId({ object }) {
	return `${object?.kind}/${object?.name.text}`;
}
function computedNamespaces(credentials) {
	return credentials.flatMap((credential) => objectUses(credential).filter(({ object }) => object?.isOwn === null).map((use) => ({
		title: say`${credential.module}: check the ${sayName(use)} in the namespace that ${use.object?.namespace.text ?? ""} gives, and replace the pods that read it.`,
		commands: [],
		expect: [say`The namespace is computed (${place(use)}): the program does not know it.`],
		credential: credential.id
	})));
}
function otherPlaces(credential) {
	const { id, module, uses, token } = credential;
	const spokenOf = token === null ? objectUses(credential) : pushedByFolder(credential);
	const others = uses.filter((use) => use.carriesSecret && use.block !== "provider" && !spokenOf.includes(use));
	if (others.length === 0) return [];
	return [{
		title: say`${module}: look after what else takes the new value.`,
		commands: [],
		expect: others.map((use) => say`${sayUser(use)} (${place(use)}): ${[whatToDo(use)]}`),
		credential: id
	}];
}
function sayUser(use) {
	return use.object === null ? sayThing(use) : say`${sayName(use)} in the namespace ${sayValue(use.object.namespace)}`;
}
function whatToDo({ block, type }) {
	if (block === "output") return "whoever reads the output has to read it again.";
	if (block === "module") return "Terraform passes the new value on; look at what the module makes of it.";
	if (type?.startsWith("github_")) return "written by the same apply; a workflow run that began before has the old one.";
	if (type === "aws_dms_endpoint") return "changed by the same apply; test its connection before the next task runs.";
	return "written by the same apply; whoever read it before has the old one and must read it again.";
}
function tokenStep(credential, token, namespace) {
	const { id, module } = credential;
	const { secret } = token;
	const print = secret.computed ? [listSecrets(namespace, TOKEN_TYPE$1), decodeSecret(namespace, null)] : [decodeSecret(namespace, secret.text)];
	const alsoCircleCi = token.circleCi ? [say`By its name it is for CircleCI too: if CircleCI has it, paste the ${"token"} of ${sayValue(secret)} there.`] : [];
	const written = [...token.repositories.length > 0 ? [say`${sayValue(token.githubSecret)} of ${sayGitHub(token)}`] : [], ...pushedByFolder(credential).map((use) => say`${sayThing(use)} (${place(use)})`)];
	if (written.length > 0) return {
		title: say`${module}: nothing to paste; check that GitHub has the new token.`,
		commands: checkGitHub(token),
		expect: [
			...written.map((what) => say`The apply wrote ${what}.`),
			say`A workflow run that began before the apply has the old token: run it again.`,
			...alsoCircleCi,
			BY_OLD_NAME
		],
		credential: id
	};
	const pushed = say`Terraform pushes this token to no GitHub repository, and the old one no longer works.`;
	const value = say`The new one is the ${"token"} of the Secret ${sayValue(secret)}.`;
	if (token.circleCi) return {
		title: say`${module}: paste the new token into CircleCI.`,
		commands: print,
		expect: [say`${value} ${pushed} Until it is pasted, CircleCI cannot deploy.`, BY_OLD_NAME],
		credential: id
	};
	return {
		title: say`${module}: replace the token wherever it was pasted by hand, such as CircleCI.`,
		commands: print,
		expect: [say`${value} ${pushed} Pods that run as ${sayValue(token.account)} need nothing: Kubernetes gives them tokens of their own.`, BY_OLD_NAME],
		credential: id
	};
}
function checkGitHub({ owner, repositories, environments }) {
	const isTold = ({ computed }) => !computed;
	if (owner === null || ![...repositories, ...environments].every(isTold)) return [];
	const targets = environments.length === 0 ? [null] : environments.map(({ text }) => text);
	return repositories.flatMap(({ text }) => targets.map((environment) => listGitHubSecrets(owner, text, environment))).filter((command) => command !== null).slice(0, MOST_COMMANDS);
}
function incidentSteps(credential, { namespace, clusterLabel }) {
	const { id, kind, module } = credential;
	const { overlap, setNewest: command } = kindNamed(kind);
	if (overlap === "none") return [];
	const secret = [shortSecretOf(kind)];
	return [{
		title: say`${module}: make the ${[kindNamed(kind).noun.server]} refuse the leaked ${secret}: rotate a second time.`,
		commands: [rotateAgain(namespace, clusterLabel, kind, module)],
		expect: [say`The second rotation drops the ${secret} from before the first. Wait for its apply, then replace the pods again: they have the ${secret} before the newest, which works until the next rotation.`],
		credential: id
	}, ...command === null ? [] : setNewestStep(credential, namespace, command)];
}
function setNewestStep({ id, kind: name, module, uses }, namespace, command) {
	const [rotated = ""] = kindNamed(name).secretOutputs;
	const holds = ({ kind, isOwn, name, entries }) => kind === "Secret" && isOwn === true && !name.computed && keyOf$2(entries, rotated) !== null;
	const secret = uses.map(({ object }) => object).find((object) => object !== null && holds(object));
	if (secret === void 0 || secret === null) return [];
	const output = command.accessOutput;
	const policy = uses.find(({ outputs, block }) => block === "module" && outputs.includes(output));
	const access = policy === void 0 ? say`AWS access comes from the module’s output ${output}, which nothing here uses: without it ask the Cloud Platform team.` : say`AWS access comes from the module’s output ${output}, which the module ${policy.name ?? ""} takes (${place(policy)}): a service pod with its service account has it.`;
	return [{
		title: say`${module}: ${[command.title]}`,
		commands: [setNewest(namespace, secret.name.text, command, (name) => keyOf$2(secret.entries, name))],
		expect: [[command.expect], access],
		credential: id
	}];
}
function keyOf$2(entries, output) {
	return entries.find(({ outputs, isWhole }) => isWhole && outputs.length === 1 && outputs[0] === output)?.key ?? null;
}
// src/usage/flow.ts
const KUBERNETES_OBJECT = /^kubernetes_(?:secret|config_map)(?:_v1)?(?:_data)?$/;
const MAX_DEPTH$1 = 100;
const ORDER_ONLY = [
	"depends_on",
	"providers",
	"provider"
];
function findCarriers(files) {
	const carriers = new Map();
	for (const file of files) for (const block of file.scan.body) {
		if (block.type !== "block") continue;
		const [type, name] = block.labels;
		if (type === void 0 || name === void 0) continue;
		if (block.keyword === "data") carriers.set(`data.${type.text}.${name.text}`, {
			file,
			block
		});
		else if (block.keyword === "resource" && KUBERNETES_OBJECT.test(type.text)) carriers.set(`${type.text}.${name.text}`, {
			file,
			block
		});
	}
	return carriers;
}
function inflowsOfBlock(file, body, flow) {
	const into = new Map();
	for (const item of body) if (item.type === "block") merge(into, inflowsOfBlock(file, item.body, flow), []);
	else if (!ORDER_ONLY.includes(item.name)) merge(into, inflowsOf({
		file,
		range: item.expression
	}, flow), []);
	return into;
}
function inflowsOf({ file, range }, flow) {
	const into = new Map();
	const { resources } = flow;
	if (resources.size === 0 && !/\b(?:module|local|data|kubernetes_\w+)\b/.test(file.text.slice(range.start, range.end))) return into;
	for (const traversal of findTraversals(file.text, range)) {
		const [root = "", name, output] = traversal.parts;
		if (root === "module" && name !== void 0) merge(into, new Map([[name, {
			outputs: new Set([output ?? "*"]),
			via: new Set()
		}]]), []);
		else if (root === "local" && name !== void 0) merge(into, throughLocal(traversal, flow), [`local.${name}`]);
		else if (resources.has(`${root}.${name}`)) {
			const { parts } = traversal;
			const taken = parts.length > 2 ? parts.at(-1) ?? "*" : "*";
			merge(into, new Map([[`${root}.${name}`, {
				outputs: new Set([taken]),
				via: new Set()
			}]]), []);
		} else {
			const carrier = carrierOf(traversal.parts);
			if (carrier !== null) merge(into, throughCarrier(carrier, flow), [carrier]);
		}
	}
	return into;
}
function carrierOf(parts) {
	const length = parts[0] === "data" ? 3 : 2;
	const type = parts[length - 2] ?? "";
	const taken = parts[length];
	const isName = KUBERNETES_OBJECT.test(type) && taken !== void 0 && !/^(?:binary_)?data$/.test(taken);
	return parts.length < length || isName ? null : parts.slice(0, length).join(".");
}
function throughLocal({ parts }, flow) {
	const [, name = "", ...keys] = parts;
	const definition = flow.scope.definitions.get(`local.${name}`);
	if (definition?.kind !== "expression") return new Map();
	return remember(parts.join("."), flow, () => {
		const { file } = definition;
		let range = definition.expression;
		for (const key of keys) {
			const entry = findEntries(file.text, range)?.find((each) => each.key === key);
			if (entry === void 0) break;
			range = entry.value;
		}
		return inflowsOf({
			file,
			range
		}, flow);
	});
}
function throughCarrier(name, flow) {
	const carrier = flow.carriers.get(name);
	if (carrier === void 0) return new Map();
	return remember(name, flow, () => {
		const { file, block } = carrier;
		if (name.startsWith("data.")) {
			const all = inflowsOfBlock(file, block.body, flow);
			return new Map([...all].filter(([module, { outputs }]) => flow.passesOn(module, outputs)));
		}
		const into = new Map();
		for (const argument of ["data", "binary_data"]) {
			const attribute = findAttribute(block.body, argument);
			if (attribute !== null) merge(into, inflowsOf({
				file,
				range: attribute.expression
			}, flow), []);
		}
		return into;
	});
}
function remember(name, flow, find) {
	const { known } = flow;
	const before = known.get(name);
	if (before !== void 0 || flow.depth >= MAX_DEPTH$1) return before ?? new Map();
	known.set(name, new Map());
	flow.depth += 1;
	const found = find();
	flow.depth -= 1;
	known.set(name, found);
	return found;
}
function merge(into, from, via) {
	for (const [module, inflow] of from) {
		const known = into.get(module) ?? {
			outputs: new Set(),
			via: new Set()
		};
		for (const output of inflow.outputs) known.outputs.add(output);
		for (const name of [...via, ...inflow.via]) known.via.add(name);
		into.set(module, known);
	}
}
// src/usage/values.ts
const MAX_DEPTH = 12;
const LONGEST_WRITTEN = 120;
function resolveText(expression, values) {
	const text = evaluate(expression, values, 0);
	return text === null ? {
		text: written(expression),
		computed: true
	} : {
		text,
		computed: false
	};
}
function resolveTexts(expression, values) {
	return elements(expression, values, 0) ?? [{
		text: written(expression),
		computed: true
	}];
}
function plain$1(text) {
	return {
		text,
		computed: false
	};
}
function written({ file, range }) {
	const text = file.text.slice(range.start, range.end).replace(/\s+/g, " ");
	return text.length > LONGEST_WRITTEN ? `${text.slice(0, LONGEST_WRITTEN)}…` : text;
}
function evaluate(expression, values, depth) {
	if (depth > MAX_DEPTH) return null;
	const { file, range } = expression;
	const literal = literalString(file.text, range);
	if (literal !== null) return literal.value;
	const next = definitionOf$2(expression, values);
	if (next !== null) return typeof next === "string" ? next : evaluate(next, values, depth + 1);
	return evaluateTemplate(expression, values, depth) ?? evaluateCall(expression, values, depth);
}
function evaluateTemplate({ file, range }, values, depth) {
	const parts = findTemplateParts(file.text, range);
	if (parts === null) return null;
	const texts = parts.map((part) => "text" in part ? part.text : evaluate({
		file,
		range: part.expression
	}, values, depth + 1));
	return texts.includes(null) ? null : texts.join("");
}
function evaluateCall({ file, range }, values, depth) {
	const call = findCall(file.text, range);
	if (call === null) return null;
	const texts = call.args.map((arg) => evaluate({
		file,
		range: arg
	}, values, depth + 1));
	const [text, from, to] = texts;
	if (text === void 0 || text === null) return null;
	switch (call.name) {
		case "lower": return texts.length === 1 ? text.toLowerCase() : null;
		case "replace":
			if (typeof from !== "string" || typeof to !== "string" || /^\/.*\/$/s.test(from)) return null;
			return text.replaceAll(from, () => to);
		default: return null;
	}
}
function elements(expression, values, depth) {
	if (depth > MAX_DEPTH) return null;
	const { file, range } = expression;
	const listed = findElements(file.text, range);
	if (listed !== null) return listed.map((element) => resolveText({
		file,
		range: element
	}, values));
	if (file.text.slice(range.start, range.end) === "null") return [];
	const next = definitionOf$2(expression, values);
	if (next !== null) return typeof next === "string" ? null : elements(next, values, depth + 1);
	const call = findCall(file.text, range);
	if (call === null || ![
		"toset",
		"tolist",
		"concat",
		"distinct",
		"compact"
	].includes(call.name)) return null;
	const lists = call.args.map((arg) => elements({
		file,
		range: arg
	}, values, depth + 1));
	return lists.some((list) => list === null) ? null : lists.flatMap((list) => list ?? []);
}
function definitionOf$2(expression, values) {
	const { file, range } = expression;
	const reference = referenceIn(file.text, range);
	if (reference === null) return handedBack(expression, values);
	const definition = values.scope.definitions.get(reference);
	if (definition?.kind === "expression") return {
		file: definition.file,
		range: definition.expression
	};
	return reference === "var.namespace" ? values.namespace : null;
}
function handedBack({ file, range }, { modules }) {
	if (!file.text.slice(range.start, range.end).startsWith("module.")) return null;
	const [traversal, more] = findTraversals(file.text, range);
	if (traversal === void 0 || more !== void 0 || traversal.end !== range.end) return null;
	const [, name = "", output = ""] = traversal.parts;
	const known = modules.get(name);
	const echoed = known?.module.kind.echoes[output];
	if (known === void 0 || echoed === void 0) return null;
	const argument = findAttribute(known.module.block.body, echoed);
	return argument === null ? null : {
		file: known.file,
		range: argument.expression
	};
}
// src/usage/token.ts
const CIRCLECI = /circle[-_]?ci/i;
function findToken(file, module, date, values) {
	const { block, kind, name } = module;
	if (kind.serviceAccount === null) return null;
	const { account: accountText, missingDate, push, maybeCircleCi } = kind.serviceAccount;
	const text = ({ argument, missing, suffix }) => {
		const attribute = findAttribute(block.body, argument);
		const value = attribute === null ? {
			text: missing ?? argument,
			computed: missing === null
		} : resolveText({
			file,
			range: attribute.expression
		}, values);
		return {
			...value,
			text: value.text + suffix
		};
	};
	const targets = ({ argument, isList }) => {
		if (!isList) return [text({
			argument,
			missing: null,
			suffix: ""
		})];
		const attribute = findAttribute(block.body, argument);
		return attribute === null ? [] : resolveTexts({
			file,
			range: attribute.expression
		}, values);
	};
	const account = text(accountText);
	const dateThen = date ?? (module.date === null ? missingDate : null);
	const fileName = file.path.slice(file.path.lastIndexOf("/"));
	return {
		account,
		secret: dateThen === null ? unknownSecret(account) : secretName(account, dateThen),
		repositories: targets(push.repositories),
		environments: targets(push.environments),
		githubSecret: typeof push.secret === "string" ? plain$1(push.secret) : text(push.secret),
		owner: gitHubOwner(values),
		circleCi: maybeCircleCi && [
			fileName,
			name,
			account.text
		].some((each) => CIRCLECI.test(each))
	};
}
function secretName(account, date) {
	return {
		text: `${account.text}-token-${date}`,
		computed: account.computed
	};
}
function unknownSecret(account) {
	return {
		text: `${account.text}-token-…`,
		computed: true
	};
}
function gitHubOwner(values) {
	for (const file of values.files) for (const block of findBlocks(file.scan.body, "provider", "github")) {
		const owner = findAttribute(block.body, "owner");
		if (owner === null || findAttribute(block.body, "alias") !== null) continue;
		const { text, computed } = resolveText({
			file,
			range: owner.expression
		}, values);
		if (!computed) return text;
	}
	return null;
}
// src/usage/consequences.ts
const PASSED_OVER = [
	"locals",
	"data",
	"variable",
	"terraform",
	"moved",
	"import",
	"removed"
];
const NAMING = {
	aws_ssm_parameter: ["name"],
	aws_secretsmanager_secret_version: ["secret_id"],
	aws_dms_endpoint: ["endpoint_id"],
	github_actions_secret: ["repository", "secret_name"],
	github_actions_environment_secret: [
		"repository",
		"environment",
		"secret_name"
	],
	github_dependabot_secret: ["repository", "secret_name"],
	circleci_environment_variable: ["project", "name"],
	circleci_context_environment_variable: [
		"context_id",
		"variable",
		"name"
	]
};
function findUses({ namespace, files, unread }) {
	const code = files.filter(({ path }) => isConfiguration(path));
	const scope = buildScope(code, files.filter((file) => !code.includes(file)));
	const modules = new Map();
	for (const file of code) for (const module of findModules(file.text, file.scan).modules) modules.set(blockName(module), {
		file,
		module
	});
	const secretOutputs = (module) => modules.get(module)?.module.kind.secretOutputs ?? [];
	const carries = (module, outputs) => {
		const secret = secretOutputs(module);
		if (secret.includes("*")) return true;
		return secret.length > 0 && (outputs.has("*") || secret.some((output) => outputs.has(output)));
	};
	const folder = {
		values: {
			namespace,
			files: code,
			scope,
			modules
		},
		flow: {
			scope,
			carriers: findCarriers(code),
			resources: resourcesIn(modules),
			passesOn: carries,
			known: new Map(),
			depth: 0
		},
		carries
	};
	const uses = new Map();
	for (const file of code) for (const block of file.scan.body) {
		if (block.type !== "block" || PASSED_OVER.includes(block.keyword)) continue;
		if (isSwitchedOff(file, block, scope)) continue;
		for (const [module, inflow] of inflowsOfBlock(file, block.body, folder.flow)) {
			const use = useOf(file, block, module, inflow, folder);
			const known = uses.get(module);
			if (known === void 0) uses.set(module, [use]);
			else known.push(use);
		}
	}
	return {
		values: folder.values,
		uses,
		unread
	};
}
function resourcesIn(modules) {
	return new Set([...modules].flatMap(([name, { module }]) => module.kind.about.block === "resource" ? [name] : []));
}
function blockName({ address }) {
	return address.slice(1, -1).join(".");
}
function consequencesOf({ values, uses, unread }, file, module, date) {
	return {
		uses: uses.get(blockName(module)) ?? [],
		token: findToken(file, module, date, values),
		unread
	};
}
function isSwitchedOff(file, block, scope) {
	const count = findAttribute(block.body, "count");
	return count !== null && resolveValue(file, count.expression, scope) === "0";
}
function useOf(file, block, module, inflow, folder) {
	const [first, second] = block.labels;
	const hasType = block.keyword === "resource";
	const type = hasType ? first?.text ?? null : null;
	return {
		block: block.keyword,
		type,
		name: (hasType ? second : first)?.text ?? null,
		file: file.path,
		line: positionAt(file.text, block.start).line,
		outputs: [...inflow.outputs].sort(),
		carriesSecret: folder.carries(module, inflow.outputs),
		via: [...inflow.via].sort(),
		object: type !== null && KUBERNETES_OBJECT.test(type) ? objectOf(file, block, type, module, folder) : null,
		naming: namingOf(file, block, type, folder)
	};
}
function namingOf(file, block, type, { values }) {
	return (NAMING[type ?? ""] ?? []).flatMap((argument) => {
		const attribute = findAttribute(block.body, argument);
		return attribute === null ? [] : [{
			argument,
			value: resolveText({
				file,
				range: attribute.expression
			}, values)
		}];
	});
}
function objectOf(file, block, type, module, folder) {
	const [metadata] = findBlocks(block.body, "metadata");
	const text = (name, missing) => {
		const attribute = metadata === void 0 ? null : findAttribute(metadata.body, name);
		return attribute === null ? missing : resolveText({
			file,
			range: attribute.expression
		}, folder.values);
	};
	const namespace = text("namespace", plain$1("default"));
	return {
		kind: type.includes("config_map") ? "ConfigMap" : "Secret",
		name: text("name", {
			text: "generate_name",
			computed: true
		}),
		namespace,
		isOwn: namespace.computed ? null : namespace.text === folder.values.namespace,
		entries: entriesOf(file, block, module, folder)
	};
}
function entriesOf(file, block, module, folder) {
	return ["data", "binary_data"].flatMap((argument) => {
		const attribute = findAttribute(block.body, argument);
		return ((attribute === null ? null : findEntries(file.text, attribute.expression)) ?? []).flatMap(({ key, value }) => {
			const expression = {
				file,
				range: value
			};
			const inflow = inflowsOf(expression, folder.flow).get(module);
			if (inflow === void 0) return [];
			const carriesSecret = folder.carries(module, inflow.outputs);
			return [{
				key,
				outputs: [...inflow.outputs].sort(),
				carriesSecret,
				isWhole: isNothingElse(expression)
			}];
		});
	});
}
function isNothingElse({ file: { text }, range }) {
	const [traversal, more] = findTraversals(text, range);
	if (traversal === void 0 || more !== void 0) return false;
	const around = text.slice(range.start, traversal.start) + text.slice(traversal.end, range.end);
	return around.replace(/\s/g, "") === "" || /^"\$\{\s*\}"$/.test(around);
}
// src/commands/read/consequences.ts
async function readConsequences(reader, folders, wanted) {
	const byFolder = groupBy(wanted, ({ assessment: { credential } }) => {
		const { cluster, namespace } = credential;
		return `${cluster}/${namespace}`;
	});
	const found = new Map();
	const queue = folders.map((folder) => ({
		folder,
		wanted: byFolder.get(`${folder.cluster}/${folder.namespace}`) ?? [],
		paths: folder.resources.flatMap(({ path, applied }) => applied && isTerraform(path) ? [path] : []),
		files: [],
		unread: []
	})).filter(({ paths }) => paths.length > 0);
	const owners = new Map(queue.flatMap((reading) => reading.paths.map((path) => [path, reading])));
	const scanSource = await sourceScanner([...owners.keys()]);
	await reader.read(queue.flatMap(({ paths }) => paths), (path, content) => {
		const owner = owners.get(path);
		const known = owner.wanted.find(({ assessment }) => assessment.file.path === path)?.assessment.file;
		const decoded = content instanceof Uint8Array ? decodeText(content) : content;
		const file = known ?? ("text" in decoded ? sourceFile(path, decoded.text, scanSource) : null);
		if (file === null) owner.unread.push(path);
		else owner.files.push(file);
		if (path === owner.paths.at(-1)) finish(owner, found);
	});
	return found;
}
function sourceFile(path, text, scanSource) {
	const scan = scanSource(path, text);
	return isJson(path) && scan.errors.length > 0 ? null : {
		path,
		text,
		scan
	};
}
function isTerraform(path) {
	return isConfiguration(path) || isLoadedValues(path);
}
function finish(reading, found) {
	const { folder, wanted, files, unread } = reading;
	reading.files = [];
	if (wanted.length === 0) return;
	const uses = findUses({
		namespace: folder.namespace,
		files,
		unread
	});
	for (const { assessment, date } of wanted) found.set(assessment.credential.id, consequencesOf(uses, assessment.file, assessment.module, date));
}
// src/usage/other-credentials.ts
const TOKEN_TYPE = "kubernetes.io/service-account-token";
const WHAT = {
	certificate: "a cert-manager Certificate: deleting its Secret makes a new key",
	"iam-access-key": "an AWS access key, which no date rotates: ask the Cloud Platform team",
	"module-access-key": "an AWS access key that an old version of the module hands on: newer versions have none",
	"token-secret": "a service account token outside the module: ask the Cloud Platform team"
};
const TERRAFORM_MARKS = ["access_key", TOKEN_TYPE];
const MANIFEST_MARKS = ["Certificate", TOKEN_TYPE];
function findInTerraform(files, owner) {
	const resources = files.flatMap((file) => resourcesOf(file));
	const holders = resources.filter(({ type }) => SECRET.test(type));
	return [...resources.flatMap((resource) => {
		const { file, block, type, name } = resource;
		const line = positionAt(file.text, block.start).line;
		const common = {
			...owner,
			file: file.path,
			line,
			name
		};
		if (type === "aws_iam_access_key") {
			const message = whatReplaces(resource, resources, files) ?? WHAT["iam-access-key"];
			return [{
				...common,
				code: "iam-access-key",
				message,
				secret: secretOf(`${type}.${name}`, holders)
			}];
		}
		if (!SECRET.test(type) || stringOf(file, block, "type") !== "kubernetes.io/service-account-token") return [];
		return [{
			...common,
			code: "token-secret",
			message: WHAT["token-secret"],
			secret: nameOf$1(resource)
		}];
	}), ...keysOfModules(files, holders, owner)];
}
const SECRET = /^kubernetes_secret(?:_v1)?$/;
function resourcesOf(file) {
	return findBlocks(file.scan.body, "resource").flatMap((block) => {
		const [type, label] = block.labels;
		return type === void 0 || label === void 0 ? [] : [{
			file,
			block,
			type: type.text,
			name: label.text
		}];
	});
}
function nameOf$1({ file, block }) {
	const [metadata] = findBlocks(block.body, "metadata");
	return metadata === void 0 ? null : stringOf(file, metadata, "name");
}
function secretOf(address, holders) {
	for (const holder of holders) {
		const name = namesIn(holder.file, holder.block.body).some((name) => name.startsWith(`${address}.`)) ? nameOf$1(holder) : null;
		if (name !== null) return name;
	}
	return null;
}
function namesIn(file, body) {
	return body.flatMap((item) => item.type === "block" ? namesIn(file, item.body) : findTraversals(file.text, item.expression).map(({ parts }) => parts.join(".")));
}
function whatReplaces({ file, block }, resources, files) {
	const names = findBlocks(block.body, "lifecycle").flatMap((lifecycle) => {
		const attribute = findAttribute(lifecycle.body, "replace_triggered_by");
		return attribute === null ? [] : findTraversals(file.text, attribute.expression);
	}).flatMap(({ parts: [type, name] }) => {
		const trigger = resources.find((one) => one.type === type && one.name === name);
		return trigger === void 0 ? [`${type}.${name}`] : valuesBehind(trigger);
	});
	if (names.length === 0) return null;
	return `an AWS access key that Terraform replaces when ${[...new Set(names)].map((name) => {
		const place = definitionOf$1(name, files);
		return place === null ? name : `${name} (${place})`;
	}).join(" or ")} changes: give it another value`;
}
function valuesBehind({ file, block, type, name }) {
	const names = namesIn(file, block.body).filter((each) => /^(?:var|local)\./.test(each));
	return names.length === 0 ? [`${type}.${name}`] : names;
}
function definitionOf$1(name, files) {
	const [root, key] = name.split(".");
	for (const file of files) {
		const found = root === "var" ? findBlocks(file.scan.body, "variable", key)[0] : findBlocks(file.scan.body, "locals").flatMap(({ body }) => findAttribute(body, key ?? "") ?? [])[0];
		if (found !== void 0) return `${file.path}:${positionAt(file.text, found.start).line}`;
	}
	return null;
}
function keysOfModules(files, holders, owner) {
	const found = new Map();
	for (const file of files) for (const item of file.scan.body) {
		if (item.type !== "block") continue;
		for (const name of namesIn(file, item.body)) {
			const [root, module = "", output = ""] = name.split(".");
			if (root !== "module" || !KEY_OUTPUTS.includes(output) || found.has(module)) continue;
			found.set(module, {
				...owner,
				code: "iam-access-key",
				message: WHAT["module-access-key"],
				file: file.path,
				line: positionAt(file.text, item.start).line,
				name: `module.${module}`,
				secret: secretOf(`module.${module}`, holders)
			});
		}
	}
	return [...found.values()];
}
const KEY_OUTPUTS = ["access_key_id", "secret_access_key"];
function stringOf(file, block, name) {
	const attribute = findAttribute(block.body, name);
	return attribute === null ? null : literalString(file.text, attribute.expression)?.value ?? null;
}
// src/commands/read/other-credentials.ts
async function readOtherCredentials(reader, folders) {
	const owners = new Map();
	for (const folder of folders) {
		for (const { path, applied } of folder.resources) if (applied && isCode(path)) owners.set(path, folder);
		for (const file of folder.files) if (/\.ya?ml$/.test(file)) owners.set(`${folder.path}/${file}`, folder);
	}
	const texts = [];
	const problems = [];
	await reader.read(owners.keys(), (path, content) => {
		const marks = isCode(path) ? TERRAFORM : MANIFEST;
		if (content instanceof Uint8Array && !contains(content, marks)) return;
		const decoded = content instanceof Uint8Array ? decodeText(content) : content;
		if ("text" in decoded) texts.push({
			path,
			text: decoded.text
		});
		else if (!isCode(path)) problems.push(unreadable(path, decoded.message));
	});
	const found = [];
	const byFolder = groupBy(texts, ({ path }) => owners.get(path));
	for (const [folder, ofFolder] of byFolder) {
		const owner = {
			cluster: folder.cluster,
			namespace: folder.namespace
		};
		const files = ofFolder.filter(({ path }) => isCode(path)).map(({ path, text }) => ({
			path,
			text,
			scan: scan(text)
		}));
		if (files.length > 0) found.push(...findInTerraform(await withTriggers(reader, folder, files), owner));
		for (const { path, text } of ofFolder) {
			if (isCode(path)) continue;
			const { findInManifest } = await import("./import/usage-other-credentials-yaml.js");
			const manifest = findInManifest(path, text, owner);
			found.push(...manifest.found);
			problems.push(...manifest.problems);
		}
	}
	return {
		found,
		problems
	};
}
function isCode(path) {
	return isConfiguration(path) && !isJson(path);
}
async function withTriggers(reader, { resources }, files) {
	if (!files.some(({ text }) => text.includes("replace_triggered_by"))) return files;
	const known = new Set(files.map(({ path }) => path));
	const rest = [];
	const paths = resources.flatMap(({ path, applied }) => applied && isCode(path) && !known.has(path) ? [path] : []);
	await reader.read(paths, (path, content) => {
		const decoded = content instanceof Uint8Array ? decodeText(content) : content;
		if ("text" in decoded) rest.push({
			path,
			text: decoded.text,
			scan: scan(decoded.text)
		});
	});
	return [...files, ...rest];
}
const TERRAFORM = TERRAFORM_MARKS.map((mark) => Buffer.from(mark));
const MANIFEST = MANIFEST_MARKS.map((mark) => Buffer.from(mark));
function contains(content, marks) {
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	return marks.some((mark) => bytes.includes(mark));
}
function unreadable(file, message) {
	return {
		file,
		line: 1,
		column: 1,
		code: "manifest-unreadable",
		message
	};
}
// src/commands/runbook.ts
async function runbook(options, say) {
	const read = await surveyTree(options, say);
	if (!read.ok) return read;
	const { date, reader, selection, survey, namespaces } = read.value;
	const selected = survey.assessments.filter(selectsCredential(selection, "rotate"));
	const skipped = selected.flatMap((assessment) => blockerOf(assessment, selection));
	const out = new Set(skipped.map(({ id }) => id));
	const wanted = selected.filter(({ credential }) => !out.has(credential.id));
	const others = await readOtherCredentials(reader, namespaces.folders);
	const found = await runbooksOf(reader, namespaces.folders, wanted, others.found, options.incident);
	return ok({
		schemaVersion: 1,
		date,
		namespaces: found.filter(({ credentials, otherCredentials }) => credentials.length > 0 || otherCredentials.length > 0 && isAboutNamespaces(selection)),
		skipped,
		problems: [...survey.problems, ...others.problems]
	});
}
async function runbooksOf(reader, folders, wanted, others, incident) {
	const consequences = await readConsequences(reader, folders, wanted.map((assessment) => ({
		assessment,
		date: dateInForce(assessment)
	})));
	return folders.map((folder) => {
		const isHere = (each) => each.file.startsWith(`${folder.path}/`);
		return namespaceOf(folder, wanted.filter(({ credential }) => isHere(credential)).map(({ credential }) => used(credential, consequences.get(credential.id))), others.filter(isHere), incident);
	});
}
function isAboutNamespaces({ kinds, modules, due }) {
	return kinds.length === 0 && modules.length === 0 && !due;
}
function blockerOf({ credential, module, blockers }, { kinds }) {
	const isNamed = module.kind.companion !== null && kinds.includes(credential.kind);
	const [blocker] = blockers.filter(({ code }) => !(isNamed && code === "rotates-itself"));
	return blocker === void 0 ? [] : [{
		id: credential.id,
		...reasonOf(blocker)
	}];
}
function dateInForce({ credential, companion }) {
	return companion === "holds" ? credential.value : null;
}
function used(credential, found) {
	if (found === void 0) throw new Error(`${credential.id} was not looked through`);
	const { id, kind, module, file, line } = credential;
	return {
		id,
		kind,
		module,
		file,
		line,
		...found
	};
}
function namespaceOf({ namespace, cluster }, credentials, others, incident) {
	const label = clusterLabel(cluster);
	const steps = credentials.length === 0 ? [] : afterMerge({
		namespace,
		clusterLabel: label,
		credentials,
		incident
	});
	return {
		namespace,
		cluster,
		credentials: credentials.map((each) => ({
			...each,
			steps: steps.filter(({ credential }) => credential === each.id)
		})),
		steps,
		otherCredentials: others,
		otherSteps: otherSteps(others)
	};
}
// src/report/pull-requests.ts
const OUTCOME_WORDS = {
	planned: "planned",
	created: "created",
	updated: "updated",
	unchanged: "unchanged",
	"left-alone": "left alone",
	closed: "closed",
	deferred: "deferred",
	failed: "failed"
};
const PREVIEW_WORDS = {
	...OUTCOME_WORDS,
	created: "would be created",
	updated: "would be updated",
	closed: "would be closed",
	failed: "would fail"
};
const OUTCOME_TONES = {
	planned: "quiet",
	created: "good",
	updated: "good",
	unchanged: "quiet",
	"left-alone": "warning",
	closed: "quiet",
	deferred: "warning",
	failed: "bad"
};
const FOLLOWED = ["created", "updated"];
const WRITTEN = [
	"planned",
	"created",
	"updated"
];
const UNFINISHED$1 = ["deferred", "failed"];
const MANY = 6;
function openTotal(requests, words = OUTCOME_WORDS) {
	if (requests.length === 0) return "No pull request to open: nothing is selected that could be rotated.";
	return outcomeTotal(requests, requestNoun(requests), words);
}
function outcomeTotal(requests, noun, words) {
	const parts = OUTCOMES$1.flatMap((outcome) => {
		const found = requests.filter((each) => each.outcome === outcome).length;
		return found === 0 ? [] : [`${digits(found)} ${words[outcome]}`];
	});
	return `${count(requests.length, noun)}: ${parts.join(", ")}.`;
}
function openDocument(result, { selection, brief, preview = false }) {
	const { pullRequests } = result;
	const words = preview ? PREVIEW_WORDS : OUTCOME_WORDS;
	const some = (outcomes) => outcomes.filter((each) => pullRequests.some(({ outcome }) => outcome === each));
	const unfinished = some(UNFINISHED$1).map((each) => OUTCOME_WORDS[each]);
	const written = pullRequests.filter(({ outcome }) => WRITTEN.includes(outcome));
	return {
		title: preview ? `What a run would do on ${result.date}` : `Pull requests on ${result.date}`,
		totals: [openTotal(pullRequests, words), ...preview ? [NOTHING_WRITTEN] : []],
		blocks: [
			...selfRotationBlocks(written.flatMap((each) => each.changes)),
			...outcomeBlocks(pullRequests, words, brief),
			...skippedBlocks(result.skipped),
			...problems(result.problems)
		],
		steps: preview ? previewSteps(pullRequests, selection) : unfinished.length === 0 ? [] : [step$1(`To finish what is ${listWords(unfinished)}, run it again:`, command("open", selection))]
	};
}
const NOTHING_WRITTEN = "Nothing was written.";
function previewSteps(requests, selection) {
	return requests.some(({ outcome }) => WRITTEN.includes(outcome) || outcome === "closed") ? [step$1("To do it:", command("open", selection))] : [];
}
function outcomeBlocks(requests, words, brief) {
	const of = (outcome) => requests.filter((each) => each.outcome === outcome);
	const alike = brief ? alikeOf(of("left-alone")) : [];
	const waiting = of("deferred").map(toWaits);
	return [
		...requestTable(requests.filter((each) => each.outcome !== "deferred" && !alike.includes(each)), words),
		...waitingBlocks("Left alone", alike.map(toWaits)),
		...waitingBlocks("Deferred", waiting),
		...togetherBlocks(waiting)
	];
}
function alikeOf(requests) {
	return [...groupBy(requests, ({ reason }) => reason ?? "").values()].filter((group) => group.length >= MANY).flat();
}
function toWaits(request) {
	return {
		name: requestName(request),
		code: request.code ?? null,
		reason: request.reason
	};
}
function requestTable(requests, words) {
	const rows = requests.toSorted((a, b) => OUTCOMES$1.indexOf(a.outcome) - OUTCOMES$1.indexOf(b.outcome)).map((each) => [
		toned(words[each.outcome], OUTCOME_TONES[each.outcome]),
		[{ name: requestName(each) }],
		requestLink(each, FOLLOWED.includes(each.outcome)),
		digits(each.changes.length),
		each.reason ?? ""
	]);
	return table(REQUEST_COLUMNS, rows);
}
const REQUEST_COLUMNS = [
	{ title: "outcome" },
	{
		title: "namespace",
		min: 16
	},
	{ title: "pull request" },
	{
		title: "credentials",
		align: "right",
		only: "markdown"
	},
	{
		title: "reason",
		as: "note"
	}
];
const DIFFS_UP_TO = 10;
function planDocument(result, { selection, bodies, brief }) {
	const { pullRequests } = result;
	const written = pullRequests.filter(({ outcome }) => WRITTEN.includes(outcome));
	const isSummary = brief && written.length > DIFFS_UP_TO;
	const others = isSummary ? pullRequests : pullRequests.filter((each) => !written.includes(each));
	const credentials = written.reduce((sum, each) => sum + each.changes.length, 0);
	return {
		title: `Planned pull requests for ${result.date}`,
		totals: [
			openTotal(pullRequests, PREVIEW_WORDS),
			written.length === 0 ? NOTHING_WRITTEN : `${count(credentials, "credential")} to rotate; nothing was written.`,
			...isSummary ? ["--verbose shows the diffs, --namespace that of one."] : []
		],
		blocks: [
			...isSummary ? selfRotationBlocks(written.flatMap((each) => each.changes)) : written.map((each) => plannedRequest(each, bodies)),
			...outcomeBlocks(others, PREVIEW_WORDS, brief),
			...skippedBlocks(result.skipped),
			...problems(result.problems)
		],
		steps: previewSteps(pullRequests, selection)
	};
}
function plannedRequest(each, bodies) {
	const reason = each.reason === null ? "" : `: ${each.reason}`;
	const link = requestLink(each, true);
	return {
		type: "section",
		title: [{ name: requestName(each) }],
		apart: true,
		blocks: [
			paragraph([
				each.title,
				", branch ",
				{ name: each.branch },
				`, ${PREVIEW_WORDS[each.outcome]}${reason}`,
				...link === "" ? [] : [" ", ...typeof link === "string" ? [link] : link]
			]),
			...selfRotationBlocks(each.changes),
			...changeTable$1(each.changes, "markdown"),
			...each.diff === "" ? [] : [{
				type: "code",
				language: "diff",
				content: each.diff
			}],
			...bodies && each.body !== "" ? [{
				type: "details",
				summary: "Body of the pull request",
				blocks: [{
					type: "code",
					language: "markdown",
					content: each.body
				}]
			}] : []
		]
	};
}
function closeDocument(result, selection) {
	const { pullRequests } = result;
	const some = (...outcomes) => pullRequests.some(({ outcome }) => outcomes.includes(outcome));
	return {
		title: `Pull requests closed on ${result.date}`,
		totals: [pullRequests.length === 0 ? "Nothing to close: no open pull request or branch of rotate-pr is selected." : outcomeTotal(pullRequests, "pull request", CLOSE_WORDS), ...some("closed") ? ["A closed one counts as closed by a person: rotate-pr open --due leaves its credentials alone until they fall due next; rotate-pr open --namespace with its name opens it again."] : []],
		blocks: [...requestTable(pullRequests, CLOSE_WORDS), ...problems(result.problems)],
		steps: [...some("planned") ? [step$1("Nothing was written. To close them:", command("close", selection))] : [], ...some(...UNFINISHED$1) ? [step$1("To finish what failed or is deferred, run it again:", command("close", selection))] : []]
	};
}
const CLOSE_WORDS = {
	...OUTCOME_WORDS,
	planned: "would be closed"
};
// src/dashboard/checkboxes.ts
const KEY = /^(?<clusterLabel>[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)\/(?<namespace>[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)$/;
const BOX = /^(?<start>[ \t]*[-*+] \[)(?<tick>[ xX])\] <!-- rotate-pr:rotate (?<behind>.*)/gm;
function boxKey(cluster, namespace) {
	return `${cluster.split(".", 1)[0]}/${namespace}`;
}
function readBoxKey(key) {
	const { clusterLabel, namespace } = KEY.exec(key)?.groups ?? {};
	return clusterLabel === void 0 || namespace === void 0 ? null : {
		clusterLabel,
		namespace
	};
}
function boxLine(key, markdown) {
	return `- [ ] <!-- rotate-pr:rotate ${key} --> ${markdown}`;
}
function tickedBoxes(text) {
	const ticked = Array.from(text.matchAll(BOX), ({ groups }) => groups?.["tick"] === " " ? null : keyIn(groups?.["behind"] ?? ""));
	return [...new Set(ticked.filter((key) => key !== null))];
}
function withTicks$1(text, ticked) {
	if (ticked.size === 0) return text;
	return text.replace(BOX, (whole, start, _tick, behind) => ticked.has(keyIn(behind) ?? "") ? `${start}x${whole.slice(start.length + 1)}` : whole);
}
function keyIn(behind) {
	const end = behind.indexOf(" -->");
	return end === -1 ? null : behind.slice(0, end);
}
// src/github/issues.ts
function connectIssues(given) {
	const options = {
		...given,
		rights: "\"Issues: write\""
	};
	const { owner, repo } = options.repository;
	const here = {
		owner,
		repo
	};
	const ask = asker(options);
	const { closedBy, comment, updateComment, createLabel } = connectGitHub(options);
	return {
		closedBy,
		comment,
		updateComment,
		createLabel,
		labelled: (label) => ask(`list the issues with the label ${label}`, async (octokit) => {
			const order = {
				state: "all",
				sort: "created",
				direction: "asc"
			};
			const request = {
				...here,
				...order,
				labels: label,
				per_page: 100
			};
			return (await octokit.paginate(octokit.rest.issues.listForRepo, request)).filter(({ pull_request }) => pull_request === void 0).map(toIssue);
		}),
		create: ({ title, body, labels }) => ask("create the issue", async ({ rest }) => {
			const request = {
				...here,
				title,
				body,
				labels: [...labels],
				request: { retries: 0 }
			};
			return toIssue((await rest.issues.create(request)).data);
		}),
		update: (number, change) => ask(`change the issue #${number}`, async ({ rest }) => {
			await rest.issues.update({
				...here,
				issue_number: number,
				...change
			});
		}),
		comments: (number) => ask(`read the comments of #${number}`, async (octokit) => {
			const request = {
				...here,
				issue_number: number,
				per_page: 100
			};
			return (await octokit.paginate(octokit.rest.issues.listComments, request)).map(({ id, body, user }) => ({
				id,
				body: body ?? "",
				author: user?.login ?? null
			}));
		}),
		deleteComment: (id) => ask(`delete the comment ${id}`, async ({ rest }) => {
			await rest.issues.deleteComment({
				...here,
				comment_id: id
			});
		})
	};
}
function toIssue(raw) {
	return {
		number: raw.number,
		url: raw.html_url,
		title: raw.title,
		body: raw.body ?? "",
		state: raw.state === "open" ? "open" : "closed",
		author: raw.user?.login ?? null,
		closedAt: raw.closed_at ?? null
	};
}
// src/dashboard/connect.ts
async function connectDashboard(options, say) {
	const root = openRoot(options, "commit");
	if (!root.ok) return root;
	const token = await findToken$1(options.env);
	const { env, version } = options;
	const remote = await openRemote({
		cwd: root.value.top ?? root.value.root,
		remote: options.remote,
		env,
		token: token?.value ?? null
	});
	if (!remote.ok) return remote;
	const repository = repositoryOf(env, remote.value);
	if (!repository.ok) return repository;
	if (token === null) return missingToken();
	const connection = gitHubOptions(repository.value, token.value, version, say);
	const viewer = await connectGraphQL(connection).viewer();
	if (!viewer.ok) return viewer;
	return ok({
		issues: connectIssues(connection),
		login: viewer.value.login
	});
}
// src/publish/observe.ts
async function observe(targets, context) {
	const sighted = await listPullRequests(targets, context);
	if (!sighted.ok) return sighted;
	const sightings = sighted.value;
	const drafts = targets.map((target) => {
		return {
			target,
			open: (sightings.open.get(target.branch) ?? []).map((pull) => ({
				number: pull.number,
				baseBranch: pull.baseBranch,
				marker: ownMarker(pull.body, target)
			})),
			lastClosed: lastOf$1(sightings.closed.get(target.branch) ?? [])
		};
	});
	const heads = targets.flatMap(({ branch }) => {
		const sha = context.refs.branches.get(branch);
		return sha === void 0 ? [] : [{
			branch,
			sha
		}];
	});
	const owned = await ownershipOf(context.remote, heads, context.base.sha);
	const seen = new Map();
	for (const { target, open, lastClosed } of drafts) {
		const { branch } = target;
		const owner = owned.get(branch);
		if (owner && !owner.ok) {
			seen.set(branch, owner);
			continue;
		}
		const closed = await readClosed(target, open.length === 0 ? lastClosed : null, lastClosed, context);
		if (!closed.ok) {
			seen.set(branch, closed);
			continue;
		}
		const ownership = owner?.value;
		const found = {
			open,
			closed: closed.value.closed,
			branch: foundBranch(context.refs.branches.get(branch), ownership)
		};
		const pulls = [...sightings.open.get(branch) ?? [], ...sightings.closed.get(branch) ?? []];
		seen.set(branch, ok({
			found,
			pullRequests: new Map(pulls.map((one) => [one.number, one])),
			branchBase: ownership?.ours ? ownership.base : null,
			...ownership === void 0 ? {} : { branchAuthoredAt: ownership.authoredAt },
			remembered: closed.value.remembered
		}));
	}
	return ok({
		seen,
		sightings
	});
}
function triedSince({ found, branchAuthoredAt }) {
	const { open, branch, closed } = found;
	return open.length === 0 && branch !== null && branch.sha !== closed?.headSha ? branchAuthoredAt ?? null : null;
}
function ownMarker(body, owner) {
	const marker = parseMarker(body);
	return marker !== null && isOf(marker, owner) ? marker : null;
}
function isOf(marker, { namespace, cluster, group }) {
	return marker.namespace === namespace && marker.cluster === cluster && (marker.group ?? null) === group;
}
function lastOf$1(closed) {
	const key = ({ closedAt, number }) => `${closedAt ?? ""} ${String(number).padStart(12, "0")}`;
	return closed.reduce((last, one) => last === null || key(one) > key(last) ? one : last, null);
}
function foundBranch(sha, ownership) {
	if (sha === void 0 || !ownership) return null;
	if (!ownership.ours) return {
		sha,
		ours: false,
		why: ownership.why,
		digest: null
	};
	return {
		sha,
		ours: true,
		why: null,
		digest: ownership.digest,
		commit: ownership.commit
	};
}
const NOT_REMEMBERED = new Map();
async function readClosed(target, deciding, last, context) {
	if (!last) return ok({
		closed: null,
		remembered: NOT_REMEMBERED
	});
	const { number, merged, headSha } = last;
	const marker = ownMarker(last.body, target);
	const known = (by, part = {}, remembered = NOT_REMEMBERED) => ok({
		closed: {
			number,
			merged,
			headSha,
			by,
			until: null,
			landing: false,
			...part
		},
		remembered
	});
	const takenBack = marker?.closed === "taken-back";
	if (marker?.closed !== void 0 && !(takenBack && target.wanted.size > 0)) return known("us");
	if (deciding === null || target.wanted.size === 0) return known("person");
	if (merged) return known("person", { landing: await isLanding(deciding, marker, target, context) });
	const remembered = target.askedByName ? NOT_REMEMBERED : rememberedIds(deciding, marker, target, context.today);
	if (remembered.size === 0) return known("person");
	if (!takenBack) {
		if (last.labels.some((label) => label.toLowerCase() === "stale")) return known("bot");
		const closer = await context.github.closedBy(number);
		if (!closer.ok) return closer;
		if (closer.value?.bot) return known("bot");
	}
	return known("person", { until: [...target.wanted.keys()].every((id) => remembered.has(id)) ? [...remembered.values()].sort()[0] ?? null : null }, remembered);
}
function rememberedIds({ closedAt }, marker, { wanted }, today) {
	const closedOn = closedAt === null ? today : dayInLondon(new Date(closedAt));
	const remembered = new Map();
	for (const [id, { due, maxAgeDays }] of wanted) {
		if (marker !== null && !Object.hasOwn(marker.changes, id)) continue;
		const until = rememberedUntil(closedOn, due, maxAgeDays);
		if (today < until) remembered.set(id, until);
	}
	return remembered;
}
const LANDING_MS = 36e5;
async function isLanding({ mergedAt, mergeSha }, marker, { wanted }, { remote, base, now }) {
	if (marker === null || mergedAt === null || now.getTime() - Date.parse(mergedAt) > LANDING_MS) return false;
	const had = (id, to) => {
		const value = marker.changes[id];
		const day = readDate(value ?? "");
		return value === to || day !== null && day === readDate(to);
	};
	if (![...wanted].every(([id, { to }]) => had(id, to))) return false;
	if (mergeSha === null) return true;
	const args = [
		"merge-base",
		"--is-ancestor",
		mergeSha,
		base.sha
	];
	return (await tryGit(remote.clone, args)).status !== 0;
}
async function ownershipOf(remote, heads, baseSha) {
	const result = new Map();
	const together = await readOwnership(remote, heads, baseSha);
	if (together.ok) {
		for (const { branch, sha } of heads) result.set(branch, pick(together.value, sha));
		return result;
	}
	const common = [
		"authentication",
		"forbidden",
		"unreachable"
	].includes(together.error.code);
	for (const head of heads) {
		const alone = common ? together : await readOwnership(remote, [head], baseSha);
		result.set(head.branch, alone.ok ? pick(alone.value, head.sha) : alone);
	}
	return result;
}
function pick(owned, sha) {
	const ownership = owned.get(sha);
	const missing = {
		code: "git",
		message: `${sha} could not be read.`
	};
	return ownership ? ok(ownership) : {
		ok: false,
		error: missing
	};
}
const LOOKUPS = 30;
const DAY_MS = 864e5;
async function listPullRequests(targets, context) {
	const { github, refs, now } = context;
	const everything = context.everything || targets.length > LOOKUPS;
	const open = new Map();
	const closed = new Map();
	if (everything) {
		const listed = await github.openPullRequests();
		if (!listed.ok) return listed;
		add(open, listed.value);
	}
	const wanting = targets.filter((target) => needsClosed(target, refs) && !open.has(target.branch));
	const paged = everything && wanting.length > LOOKUPS;
	if (context.everything || paged) {
		const days = paged ? horizonDays(wanting) : 1;
		const listed = await github.closedPullRequests(new Date(now.getTime() - days * DAY_MS).toISOString());
		if (!listed.ok) return listed;
		add(closed, listed.value);
	}
	for (const { branch, ask } of lookUps(targets, wanting, refs, everything, paged)) {
		const listed = await github.pullRequestsOf(branch, ask);
		if (!listed.ok) return listed;
		for (const one of listed.value) put(one.state === "open" ? open : closed, one);
	}
	return ok({
		open,
		closed
	});
}
function needsClosed({ branch, wanted, askedByName }, refs) {
	return refs.branches.has(branch) || wanted.size > 0 && !askedByName;
}
function horizonDays(targets) {
	return Math.max(...targets.flatMap(({ wanted }) => [...wanted.values()].map((one) => one.maxAgeDays)), 1) + 2;
}
function lookUps(targets, wanting, refs, everything, paged) {
	const wants = new Set(wanting.map(({ branch }) => branch));
	if (!everything) return targets.map(({ branch }) => ({
		branch,
		ask: wants.has(branch) ? "all" : "open"
	}));
	return wanting.filter(({ branch }) => !paged || refs.branches.has(branch)).map(({ branch }) => ({
		branch,
		ask: "closed"
	}));
}
function add(to, pulls) {
	for (const one of pulls) put(to, one);
}
function put(to, one) {
	const known = to.get(one.branch);
	if (known === void 0) to.set(one.branch, [one]);
	else if (!known.some(({ number }) => number === one.number)) {
		known.push(one);
		known.sort((a, b) => a.number - b.number);
	}
}
// src/rotation/stagger.ts
function applicationKey(application, own, { notOneApplication }) {
	const name = normal(application ?? "");
	const shared = notOneApplication.some((each) => normal(each) === name);
	return name === "" || shared ? ` ${own}` : name;
}
function normal(name) {
	return name.trim().replace(/\s+/g, " ").toLowerCase();
}
const BEGUN_TODAY = "was begun today";
function stagger(waiting, facts) {
	const admitted = [];
	const deferred = [];
	const instead = [];
	for (const [application, ofApplication] of groupBy(waiting, ({ application }) => application)) {
		const begun = facts.today.get(application) ?? [];
		const [first, ...others] = [...ofApplication].sort((a, b) => Number(begun.includes(b.key)) - Number(begun.includes(a.key)) || Number(isProduction(a)) - Number(isProduction(b)) || byAge(a, b));
		if (first === void 0) continue;
		const obstacle = obstacleOf(first, facts);
		const [second] = others;
		if (obstacle === null) {
			admitted.push(first);
			if (first.mayBeOvertaken && second !== void 0 && obstacleOf(second, facts) === null) instead.push({
				of: first,
				one: second
			});
		} else deferred.push({
			one: first,
			...obstacle
		});
		const before = {
			code: "application",
			reason: `${first.key} of its application comes first, on another day.`
		};
		deferred.push(...others.map((one) => ({
			one,
			...obstacle ?? before
		})));
	}
	return {
		admitted,
		deferred,
		instead
	};
}
function obstacleOf(environment, { today, held, open }) {
	const { application, key } = environment;
	const begun = today.get(application)?.find((other) => other !== key);
	if (begun !== void 0) return {
		code: "application",
		reason: `Another environment of its application, ${begun}, ${BEGUN_TODAY}.`
	};
	const holding = held.get(application)?.find((other) => other.key !== key && (isProduction(environment) || !other.production));
	if (holding !== void 0) return {
		code: holding.why,
		reason: HELD[holding.why](holding)
	};
	const other = isProduction(environment) ? open.get(application) : void 0;
	if (other === void 0) return null;
	return {
		code: "production",
		reason: `It is production, and the pull request of ${other} is still open.`
	};
}
const HELD = {
	refused: ({ key, until }) => `A person closed the pull request of ${key}, another environment of its application: it waits${until === null ? "" : ` until ${until}, or`} until ${key} is opened by its name.`,
	stuck: ({ key, until }) => `The pull request of ${key}, another environment of its application, cannot be opened${until === null ? "" : `: it waits until ${until}`}.`
};
function overtakingWords(one, other) {
	return `${one} no longer waits for ${other} of its application, whose pull request cannot be opened.`;
}
function isProduction({ production }) {
	return production !== false;
}
// src/rotation/edits.ts
function editFiles(rotations) {
	return [...groupBy(rotations.flatMap(piecesOf), ({ file }) => file.path).values()].map(editOf);
}
function editOf(pieces) {
	const { path, text } = pieces[0].file;
	const splices = distinct$1(pieces.flatMap((piece) => piece.splices));
	const after = applySplices(text, splices);
	const shifts = shiftsOf(splices);
	return {
		path,
		before: text,
		after,
		splices,
		intended: pieces.flatMap((piece) => piece.intended),
		changes: pieces.flatMap((piece) => piece.change === null ? [] : [changeOf(piece, piece.change, after, shifts)]),
		neededBy: pieces.map(({ rotation }) => rotation.assessment.credential.id)
	};
}
function distinct$1(splices) {
	return sorted(splices).filter((splice, i, all) => {
		const before = all[i - 1];
		return !(before && before.start === splice.start && before.end === splice.end && before.text === splice.text);
	});
}
function changeOf({ rotation, file, splices: own }, change, after, shifts) {
	const { credential } = rotation.assessment;
	return {
		id: credential.id,
		cluster: credential.cluster,
		namespace: credential.namespace,
		file: file.path,
		line: lineOf(rotation.to, own, after, shifts),
		kind: credential.kind,
		module: credential.module,
		variable: credential.variable,
		action: change.action,
		from: change.from,
		to: rotation.to,
		...change.companion === void 0 ? {} : { companion: change.companion },
		...change.selfRotation === void 0 ? {} : { selfRotation: change.selfRotation },
		...rotation.upgrade.do === "upgrade" ? { upgrade: rotation.upgrade.upgrade } : {},
		...rotation.upgrade.do === "stay" ? { notUpgraded: rotation.upgrade.cause } : {}
	};
}
function shiftsOf(splices) {
	const shifts = new Map();
	let shift = 0;
	for (const splice of splices) {
		shifts.set(spliceKey(splice), shift);
		shift += splice.text.length - (splice.end - splice.start);
	}
	return shifts;
}
function spliceKey({ start, text }) {
	return `${start}:${text}`;
}
function lineOf(to, own, after, shifts) {
	const target = to === "" ? own[0] : own.filter((splice) => splice.text.includes(to)).pop();
	const shift = target === void 0 ? void 0 : shifts.get(spliceKey(target));
	if (target === void 0 || shift === void 0) throw new Error(`no edit writes ${to}`);
	return positionAt(after, target.start + shift + target.text.lastIndexOf(to)).line;
}
function piecesOf(rotation) {
	return rotation.restoration === null ? datedPieces(rotation) : [restoredPiece(rotation, rotation.restoration)];
}
function restoredPiece(rotation, { splices, intended, change }) {
	const { file } = rotation.assessment;
	const upgrade = upgradePiece(rotation);
	return {
		rotation,
		file,
		splices: [...splices, ...upgrade.splices],
		intended: [...intended, ...upgrade.intended],
		change: {
			...change,
			selfRotation: "restored"
		}
	};
}
function upgradePiece({ upgrade, assessment }) {
	if (upgrade.do !== "upgrade") return {
		splices: [],
		intended: []
	};
	return {
		splices: [upgrade.splice],
		intended: [{
			path: [...assessment.module.address, "source"],
			value: upgrade.source
		}]
	};
}
function datedPieces(rotation) {
	const { module, date, file } = rotation.assessment;
	const { block, kind } = module;
	const { to } = rotation;
	const path = module.address;
	const splices = [];
	const intended = [];
	const missing = [];
	const companion = missingCompanion(rotation.assessment);
	if (companion !== null) {
		const { argument, value, attribute } = companion;
		intended.push({
			path: [...path, argument],
			value: value === "true"
		});
		if (attribute === null) missing.push({
			name: argument,
			expression: value
		});
		else splices.push({
			start: attribute.expression.start,
			end: attribute.expression.end,
			text: value
		});
	}
	let elsewhere = null;
	let change = null;
	if (date.found === "absent") {
		missing.push({
			name: kind.argument,
			expression: quote(to)
		});
		intended.push({
			path: [...path, kind.argument],
			value: to
		});
	} else if (date.found === "literal") {
		const splice = {
			...date.inner,
			text: to
		};
		const target = {
			path: date.path,
			value: to
		};
		change = {
			action: "update",
			from: writtenValue(date)
		};
		if (date.file === file) {
			splices.push(splice);
			intended.push(target);
		} else elsewhere = {
			rotation,
			file: date.file,
			splices: [splice],
			intended: [target]
		};
	} else {
		const { expression, path: inBlock } = module.date ?? missingDate(kind.argument);
		splices.push({
			start: expression.start,
			end: expression.end,
			text: quote(to)
		});
		intended.push({
			path: [...path, ...inBlock],
			value: to
		});
		change = {
			action: "update",
			from: writtenValue(date)
		};
	}
	const upgrade = upgradePiece(rotation);
	splices.push(...upgrade.splices);
	intended.push(...upgrade.intended);
	const inserted = insertArguments(file.text, file.scan, block, missing);
	splices.push(...inserted.splices);
	change ??= {
		action: lastOf(inserted.placements),
		from: null
	};
	const written = {
		...change,
		...companion === null ? {} : { companion: companionChange(companion, file, inserted.placements[0]) },
		...selfRotationAfter(rotation.assessment)
	};
	const here = {
		rotation,
		file,
		splices,
		intended,
		change: elsewhere === null ? written : null
	};
	return [...splices.length > 0 ? [here] : [], ...elsewhere === null ? [] : [{
		...elsewhere,
		change: written
	}]];
}
function missingCompanion({ module: { kind, block }, companion }) {
	if (kind.companion === null || companion === "holds") return null;
	return {
		...kind.companion,
		attribute: findAttribute(block.body, kind.companion.argument)
	};
}
function companionChange({ argument: variable, value: to, attribute }, { text }, placement) {
	if (attribute === null) return {
		variable,
		action: placement ?? "insert",
		from: null,
		to
	};
	const { start, end } = attribute.expression;
	return {
		variable,
		action: "update",
		from: text.slice(start, end).replace(/\s+/g, " "),
		to
	};
}
function selfRotationAfter({ blockers, companion }) {
	if (blockers.some(({ code }) => code === "rotates-itself")) return { selfRotation: "ends" };
	return companion === "holds" ? {} : { selfRotation: "may-end" };
}
function missingDate(variable) {
	throw new Error(`${variable} was resolved and is not set`);
}
function lastOf(placements) {
	const last = placements[placements.length - 1];
	if (last === void 0) throw new Error("nothing was inserted");
	return last;
}
// src/hcl/remove.ts
function removeAttributes(text, scan, block, attributes) {
	const gone = new Set(attributes);
	for (const attribute of attributes) if (!isAloneOnItsLines(text, scan, block, attribute)) return notRemovable(attribute, "line");
	const splices = runsOf(text, attributes).map((run) => withBlankLine(text, block, run));
	const crowded = splices.find((splice) => splice.text === "" && bringsCommentsTogether(text, scan, splice));
	const between = attributes.find(({ start }) => crowded && crowded.start <= start && start < crowded.end);
	if (between !== void 0) return notRemovable(between, "comments");
	for (const chain of chainsOf(text, block)) {
		const going = chain.find((each) => gone.has(each));
		if (going === void 0) continue;
		const rest = chain.filter((each) => !gone.has(each));
		const surplus = surplusOf(text, chain, rest);
		if (surplus === 0) continue;
		if (alignsWithOthers(text, scan, rest)) return notRemovable(going, "comments");
		splices.push(...closeUp(text, rest, surplus));
	}
	return { splices };
}
function notRemovable({ name, start: offset }, why) {
	return {
		name,
		offset,
		why
	};
}
function isAloneOnItsLines(text, { comments }, block, attribute) {
	const { start, end } = attribute;
	const lineStart = lineStartOf(text, start);
	const isOnOwnLines = lineStart > block.open && lineStartAfter(text, end) <= block.close;
	const hasComment = comments.some((comment) => comment.start < end && comment.end > start);
	return isOnOwnLines && !hasComment && isBlank(text, lineStart, start) && !hasTail(text, attribute);
}
function runsOf(text, attributes) {
	const runs = [];
	for (const attribute of [...attributes].sort((a, b) => a.start - b.start)) {
		const lines = {
			start: lineStartOf(text, attribute.start),
			end: lineStartAfter(text, attribute.end)
		};
		const above = runs.at(-1);
		if (above !== void 0 && isBlank(text, above.end, lines.start)) above.end = lines.end;
		else runs.push(lines);
	}
	return runs;
}
function bringsCommentsTogether(text, scan, { start, end }) {
	return tailColumn(text, scan, lineStartOf(text, start - 1)) !== null && tailColumn(text, scan, end) !== null;
}
function withBlankLine(text, block, { start, end }) {
	const lineAbove = lineStartOf(text, start - 1);
	const afterBelow = lineStartAfter(text, end);
	const isFirst = lineAbove <= block.open;
	const isLast = afterBelow > block.close;
	const blankAbove = !isFirst && isBlank(text, lineAbove, start);
	const blankBelow = !isLast && isBlank(text, end, afterBelow);
	if (blankBelow && (blankAbove || isFirst)) return {
		start,
		end: afterBelow,
		text: ""
	};
	const stays = /\n[ \t\r]*\n/.test(text.slice(start, end)) && !blankAbove && !blankBelow && !isFirst && !isLast;
	return {
		start: blankAbove && isLast ? lineAbove : start,
		end,
		text: stays ? lineEndingOf(text, block) : ""
	};
}
function chainsOf(text, block) {
	const chains = [];
	let last = null;
	for (const item of block.body) {
		if (item.type !== "attribute" || !isAligned(text, block, item)) {
			last = null;
			continue;
		}
		if (last !== null && lineStartAfter(text, last.end) === lineStartOf(text, item.start)) chains.at(-1).push(item);
		else chains.push([item]);
		last = item;
	}
	return chains;
}
function isAligned(text, block, attribute) {
	const lineStart = lineStartOf(text, attribute.start);
	const isHeredoc = text.startsWith("<<", attribute.expression.start);
	return lineStart > block.open && (isHeredoc || lineStartOf(text, attribute.end) === lineStart);
}
function surplusOf(text, chain, rest) {
	const column = (some) => Math.max(...some.map(({ name }) => name.length)) + 1;
	const before = column(chain);
	if (rest.length === 0 || !chain.every((each) => equalsColumn(text, each) === before)) return 0;
	return before - column(rest);
}
function alignsWithOthers(text, scan, rest) {
	const [first, last] = [rest[0], rest.at(-1)];
	const hasTailAt = (lineStart) => tailColumn(text, scan, lineStart) !== null;
	return first !== void 0 && hasTail(text, first) && hasTailAt(lineStartOf(text, lineStartOf(text, first.start) - 1)) || last !== void 0 && hasTail(text, last) && hasTailAt(lineStartAfter(text, last.end));
}
function closeUp(text, rest, surplus) {
	const splices = rest.map(({ equals }) => ({
		start: equals - surplus,
		end: equals,
		text: ""
	}));
	return splices.every(({ start, end }) => leadingSpace(text, start).length >= end - start) ? splices : [];
}
// src/rotation/restore.ts
function isRestored(to) {
	return to === "" || knownKinds().list.some(({ selfRotation }) => selfRotation?.by === "resource" && to.startsWith(`${selfRotation.resource}.`));
}
function planRestoration(assessment) {
	const { restoration, credential } = assessment;
	if (restoration === null) return credential.reasons.find(({ code }) => code === "self-rotation-unclear") ?? {
		code: "nothing-to-restore",
		facts: {}
	};
	return restoration.way === "remove" ? planRemoval(assessment) : planReference(assessment, restoration.expression);
}
function planReference({ module, date }, to) {
	if (module.date === null) return {
		code: "nothing-to-restore",
		facts: {}
	};
	const { start, end } = module.date.expression;
	return {
		to,
		splices: [{
			start,
			end,
			text: to
		}],
		intended: [{
			path: pathOf(module, module.kind.argument),
			value: `\${${to}}`
		}],
		change: {
			action: "update",
			from: writtenValue(date)
		}
	};
}
function planRemoval({ module, file, date: found }) {
	const { block, kind } = module;
	const companion = kind.companion === null ? null : findAttribute(block.body, kind.companion.argument);
	const gone = [companion, findAttribute(block.body, kind.argument)].filter((each) => each !== null);
	const removal = removeAttributes(file.text, file.scan, block, gone);
	if (!("splices" in removal)) {
		const { name, offset, why } = removal;
		return {
			code: "not-removable",
			facts: {
				argument: name,
				line: positionAt(file.text, offset).line,
				why
			}
		};
	}
	return {
		to: "",
		splices: removal.splices,
		intended: gone.map(({ name }) => ({
			path: pathOf(module, name),
			removed: true
		})),
		change: {
			action: "remove",
			from: writtenValue(found),
			...companion === null ? {} : { companion: {
				variable: companion.name,
				action: "remove",
				from: file.text.slice(companion.expression.start, companion.expression.end),
				to: ""
			} }
		}
	};
}
function pathOf({ address }, argument) {
	return [...address, argument];
}
// src/kinds/kind.ts
const UNDESCRIBED = "Terraform makes a new value. Whatever was given the old one has to be given the new one.";
function aboutWord(about) {
	switch (about.block) {
		case "module": return about.repository;
		case "registry-module": return about.address;
		case "resource": return about.type;
	}
}
// src/rotation/upgrade.ts
const NOTHING$1 = { do: "nothing" };
function decideUpgrade(module, text, latest, limit) {
	if (limit === null) return NOTHING$1;
	const { ref, version, source, kind } = module;
	if (kind.about.block !== "module" || !kind.about.published) return NOTHING$1;
	const published = publishedModule(source);
	if (published === null) return stay({
		code: "not-published",
		facts: { module: aboutWord(kind.about) }
	});
	const noVersion = stay({
		code: "no-version",
		facts: {
			ref,
			version
		}
	});
	if (ref === null || version === null) return noVersion;
	if (latest === void 0 || latest.from === "repository") return stay({
		code: "latest-unknown",
		facts: {
			module: aboutWord(kind.about),
			seen: latest ?? null
		}
	});
	if (compareVersions(version, latest.version) >= 0) return NOTHING$1;
	if (limit === "minor" && stepBetween(version, latest.version) === "major") return stay({
		code: "major-upgrade",
		facts: {
			from: version,
			to: latest.version
		}
	});
	const spliced = spliceRef(text, module.block, latest.tag);
	if (spliced === null) return noVersion;
	const releases = releasesAbove(version, latest);
	return {
		do: "upgrade",
		upgrade: {
			repository: published.repository,
			from: ref,
			to: latest.tag,
			releases
		},
		...spliced
	};
}
function stay(cause) {
	return {
		do: "stay",
		cause
	};
}
const REF = /^(?<before>[^?]*\?(?:[^&]*&)*?ref=)(?<ref>[^&]+)/;
function spliceRef(text, block, ref) {
	const attribute = findAttribute(block.body, "source");
	const literal = attribute === null ? null : literalString(text, attribute.expression);
	if (literal === null) return null;
	const { value, inner } = literal;
	if (text.slice(inner.start, inner.end) !== value) return null;
	const { before = "", ref: old = "" } = REF.exec(value)?.groups ?? {};
	if (old === "") return null;
	const start = inner.start + before.length;
	return {
		splice: {
			start,
			end: start + old.length,
			text: ref
		},
		source: before + ref + value.slice(before.length + old.length)
	};
}
// src/rotation/plan.ts
function planRotations(selected, all, request) {
	const wanted = [];
	const skipped = [];
	const rotations = [];
	for (const assessment of selected) {
		const decision = decideRotation(assessment, request);
		if (!("to" in decision)) skipped.push({
			id: assessment.credential.id,
			cause: decision
		});
		else if (decision.restoration === null) wanted.push({
			assessment,
			...decision
		});
		else rotations.push({
			assessment,
			...decision,
			sharedWith: []
		});
	}
	const sharing = groupBy(all.filter((each) => definitionOf(each) !== ""), definitionOf);
	const chosen = new Map(wanted.map(({ assessment, to }) => [assessment.credential.id, to]));
	for (const { assessment, to, upgrade } of wanted) {
		const { id } = assessment.credential;
		const others = (sharing.get(definitionOf(assessment)) ?? []).filter((other) => other !== assessment);
		const bystanders = others.filter((other) => !chosen.has(other.credential.id) && isRotatable(other));
		if (bystanders.length > 0) {
			const facts = { with: bystanders.map(({ credential }) => credential.id) };
			skipped.push({
				id,
				cause: {
					code: "shared-date",
					facts
				}
			});
			continue;
		}
		const together = [assessment, ...others].filter((other) => chosen.has(other.credential.id));
		const inNames = together.filter(({ module }) => module.kind.isPartOfName);
		const leader = earliest(inNames.length > 0 ? inNames : together);
		rotations.push({
			assessment,
			to: chosen.get(leader.credential.id) ?? to,
			upgrade,
			restoration: null,
			sharedWith: others.map(({ credential }) => credential.id)
		});
	}
	return {
		rotations,
		skipped
	};
}
function earliest(assessments) {
	return assessments.reduce((a, b) => b.credential.id < a.credential.id ? b : a);
}
function definitionOf({ date }) {
	return date.found === "literal" && date.via.length > 0 ? `${date.file.path}:${date.inner.start}` : "";
}
function decideRotation(assessment, request) {
	const { credential, module, file, blockers } = assessment;
	const { kind } = module;
	const upgrade = decideUpgrade(module, file.text, request.latest.get(credential.kind), request.upgrade);
	if (request.restores?.has(credential.id)) {
		const decision = decideRestoration(assessment, request, upgrade);
		if ("to" in decision || !isPending(assessment, request)) return decision;
	}
	const [blocker] = blockers.filter(({ code }) => !isLifted(code, assessment, request, upgrade));
	if (blocker !== void 0) return explain(blocker, upgrade);
	const restoration = null;
	if ((credential.value === null ? null : readDate(credential.value)) !== request.date || assessment.companion !== "holds") return {
		to: writeDate(request.date, kind.format),
		upgrade,
		restoration
	};
	const to = writeDateAgain(request.date, request.time, kind);
	if ((request.again || isPending(assessment, request)) && to !== credential.value) return {
		to,
		upgrade,
		restoration
	};
	return {
		code: "already-rotated",
		facts: {
			value: credential.value ?? to,
			again: request.again
		}
	};
}
function decideRestoration(assessment, request, upgrade) {
	const isGone = assessment.restoration?.way === "remove";
	const [blocker] = assessment.blockers.filter(({ code }) => !(isGone && code === "not-a-literal") && (code === "rotates-itself" || !isLifted(code, assessment, request, upgrade)));
	if (blocker !== void 0) return explain(blocker, upgrade);
	const restoration = planRestoration(assessment);
	return "splices" in restoration ? {
		to: restoration.to,
		upgrade,
		restoration
	} : restoration;
}
function isPending({ credential }, request) {
	return request.pending?.has(credential.id) === true;
}
function isLifted(code, assessment, request, upgrade) {
	const { credential, module } = assessment;
	const literal = request.forceLiteral || isPending(assessment, request);
	switch (code) {
		case "rotates-itself": return module.kind.companion !== null && request.kindsNamed.has(credential.kind) || literal;
		case "not-a-literal": return literal && module.date?.ofKey === void 0;
		case "version-too-old": return upgrade.do === "upgrade" && hasVariable(module, upgrade.upgrade.to);
		default: return false;
	}
}
function hasVariable({ kind }, ref) {
	const version = versionOf(ref);
	return version !== null && (kind.since === null || compareVersions(version, kind.since) >= 0);
}
function explain(blocker, upgrade) {
	if (!("facts" in blocker) || blocker.code !== "version-too-old" || upgrade.do !== "stay") return blocker;
	return {
		...blocker,
		facts: {
			...blocker.facts,
			notUpgraded: upgrade.cause
		}
	};
}
// src/commands/run/edits.ts
const AS_SELECTED = {
	also: new Set(),
	restoring: new Set(),
	without: new Set()
};
async function proveRotations(survey, selection, date, options, say = () => {}) {
	return proveEdits(planEdits(survey, selection, date, options), survey, say);
}
function planEdits(survey, selection, date, options, choice = AS_SELECTED) {
	const { rotations, skipped } = planSelected(survey, selection, date, options, choice);
	return {
		rotations,
		edits: editFiles(rotations).map(editOf$1),
		skipped: [...skipped, ...selectUnrotatable(survey, selection)]
	};
}
function planSelected(survey, selection, date, options, { also, restoring, without } = AS_SELECTED) {
	const selects = selectsCredential(selection, "rotate");
	const isAlso = ({ credential }) => also.has(credential.id);
	const isWanted = (assessment) => isAlso(assessment) || selects(assessment) && !without.has(assessment.credential.id);
	const kindsAlso = survey.assessments.filter(isAlso).map(({ credential }) => credential.kind);
	const kindsNamed = new Set([...selection.kinds, ...kindsAlso]);
	const wanted = survey.assessments.filter(isWanted);
	const restores = new Set([...restoring, ...restoredIds(survey.assessments.filter(selects), options)]);
	const request = {
		...requestOf(survey, date, options),
		kindsNamed,
		pending: also,
		restores
	};
	const planned = planRotations(wanted, survey.assessments, request);
	return {
		rotations: planned.rotations,
		skipped: planned.skipped.map(skippedOf)
	};
}
async function proveEdits({ rotations, edits, skipped }, survey, say = () => {}, cache = new Map()) {
	const progress = (done) => say.progress?.({
		phase: "verifying edits",
		done,
		total: edits.length
	});
	const refusals = new Map();
	for (const [index, edit] of edits.entries()) {
		progress(index);
		const known = cache.get(edit);
		const refusal = known === void 0 ? await proveEdit(edit) : known;
		cache.set(edit, refusal);
		if (refusal !== null) refusals.set(edit.path, refusal);
	}
	if (edits.length > 0) progress(edits.length);
	const problems = [...survey.problems];
	for (const [file, { code, message, position }] of refusals) {
		const { line, column } = position ?? {
			line: 1,
			column: 1
		};
		const text = edits.find((edit) => edit.path === file)?.before;
		const sourceLine = position === null || text === void 0 ? {} : { sourceLine: lineAt(text, line) };
		problems.push({
			file,
			line,
			column,
			code,
			message,
			...sourceLine
		});
	}
	const refused = refuseTogether(edits, refusals);
	const failed = [];
	for (const { assessment } of rotations) {
		const refusal = refused.rotations.get(assessment.credential.id);
		if (refusal === void 0) continue;
		const message = `the file was left as it is: ${refusal.message}`;
		failed.push({
			id: assessment.credential.id,
			code: refusal.code,
			message
		});
	}
	return {
		edits: edits.filter((edit) => !refused.files.has(edit.path)),
		skipped: [...skipped, ...failed],
		problems,
		sharedWith: new Map(rotations.map(({ assessment, sharedWith }) => [assessment.credential.id, sharedWith]))
	};
}
function restoredIds(selected, options) {
	return options.restoreSelfRotation === true ? selected.map(({ credential }) => credential.id) : [];
}
function requestOf(survey, date, options) {
	return {
		date,
		time: timeInLondon(options.now),
		again: options.again,
		forceLiteral: options.forceLiteral,
		kindsNamed: new Set(),
		upgrade: options.upgrade ?? null,
		latest: survey.versions.latest
	};
}
function refuseTogether(edits, refusals) {
	const files = new Map(refusals);
	const rotations = new Map();
	for (let before = -1; before !== files.size + rotations.size;) {
		before = files.size + rotations.size;
		for (const { path, neededBy } of edits) {
			const cause = files.get(path) ?? neededBy.map((id) => rotations.get(id)).find((refusal) => refusal);
			if (cause === void 0) continue;
			files.set(path, cause);
			for (const id of neededBy) rotations.set(id, cause);
		}
	}
	return {
		files,
		rotations
	};
}
function selectUnrotatable(survey, selection) {
	if (selection.kinds.length > 0 || selection.modules.length > 0) return [];
	return survey.unrotatable.map(({ id, code, message }) => ({
		id,
		code,
		message
	}));
}
function rotatable(survey, selection, options) {
	const date = options.date ?? dayInLondon(options.now);
	const selected = survey.assessments.filter(selectsCredential(selection, "rotate"));
	const restores = new Set(restoredIds(selected, options));
	return planRotations(selected, survey.assessments, {
		...requestOf(survey, date, options),
		restores
	}).rotations;
}
function refuseNoSelection(survey, selection, options) {
	const rotations = rotatable(survey, selection, options);
	const names = rotations.map(({ assessment: { credential } }) => `${credential.cluster}/${credential.namespace}`);
	const namespaces = new Set(names).size;
	return fail("no-selection", `Nothing was selected, and everything would be ${rotations.length} credentials in ${namespaces} namespaces. Name what to rotate: --namespace NAME, --kind KIND, --team NAME, --due (what is overdue), or --all.`);
}
// src/commands/run/stagger.ts
const HOUR_MS = 36e5;
function takeTurns(units, context) {
	const { looked, settings, now, githubTime, staggering } = context;
	if (settings.incident !== null) return {
		admitted: units,
		deferred: [],
		instead: [],
		overtaking: new Map()
	};
	const mayNow = units.filter((unit) => settings.closed === null || unit.askedByName === true);
	const waiting = mayNow.map((unit) => ({
		unit,
		key: keyOf$1(unit.branch),
		oldest: unit.oldest
	}));
	const staggered = staggering === null ? {
		admitted: waiting,
		deferred: [],
		instead: [],
		overtaken: new Map()
	} : apart(waiting, staggering, context);
	const paced = pace(staggered.admitted, settings.pacing, pacingFacts(looked.sightings, githubTime ?? now));
	const admitted = new Set(paced.admitted);
	return {
		admitted: paced.admitted.map(({ unit }) => unit),
		deferred: [...[...paced.deferred, ...staggered.deferred].map(({ one, ...why }) => ({
			one: one.unit,
			...why
		})), ...units.filter((unit) => !mayNow.includes(unit)).map((one) => ({
			one,
			code: "window",
			reason: settings.closed ?? ""
		}))],
		instead: staggered.instead.flatMap(({ of, one }) => admitted.has(of) ? [{
			of: of.unit,
			one: one.unit
		}] : []),
		overtaking: new Map([...staggered.overtaken].flatMap(([one, other]) => admitted.has(one) ? [[one.unit, overtakingWords(one.key, other)]] : []))
	};
}
function staggerRules(read, { stagger: rules, grouping, incident }) {
	const { due, namespaces } = read.selection;
	return due && namespaces.length === 0 && grouping === "namespace" && incident === null ? rules : null;
}
function apart(waiting, staggering, context) {
	const { environments } = staggering.applications;
	const { facts, stuck, isLongTried } = staggerFacts(staggering, context);
	const staggered = stagger(waiting.map((one) => {
		const { application = ` ${one.key}`, production = null } = environments.get(one.unit.folders[0]?.path ?? "") ?? {};
		return {
			...one,
			application,
			production,
			mayBeOvertaken: isLongTried(one.unit)
		};
	}), facts);
	const overtaken = new Map();
	for (const one of staggered.admitted) {
		const other = stuck.get(one.application);
		if (other !== void 0) overtaken.set(one, other);
	}
	return {
		...staggered,
		overtaken
	};
}
function staggerFacts({ applications, others, looked: lookedOthers }, { read, looked, units, now }) {
	const { rules, environments } = applications;
	const { open, closed } = looked.sightings;
	const today = new Map();
	const openNow = new Map();
	const day = dayInLondon(now);
	const rotated = rotatedToday(read, others);
	const since = addDays(day, -rules.holdProductionDays);
	const begun = ({ createdAt, mergedAt }) => isOn(createdAt, day) || mergedAt !== null && isOn(mergedAt, day);
	for (const { folder, key, application, production } of environments.values()) {
		const { cluster, namespace } = folder;
		const named = branchName(cluster, namespace);
		if (!("branch" in named)) continue;
		const { branch } = named;
		const ofBranch = open.get(branch) ?? [];
		if (rotated.has(`${cluster}/${namespace}`) || [...ofBranch, ...closed.get(branch) ?? []].some(begun)) today.set(application, [...today.get(application) ?? [], key]);
		if (ofBranch.some(({ createdAt }) => dayInLondon(new Date(createdAt)) > since) && production === false) openNow.set(application, key);
	}
	const held = new Map();
	const stuck = new Map();
	for (const unit of [...units, ...others.units]) {
		const environment = environments.get(unit.folders[0]?.path ?? "");
		const seen = looked.seen.get(unit.branch) ?? lookedOthers.get(unit.branch);
		if (environment === void 0 || seen === void 0 || unit.wanted.size === 0) continue;
		const holding = holdingOf(environment, seen, rules);
		if (holding === null) continue;
		const { application, key } = environment;
		if (holding.until !== null && holding.until <= day) stuck.set(application, key);
		else held.set(application, [...held.get(application) ?? [], holding]);
	}
	const isLongTried = (unit) => {
		const seen = looked.seen.get(unit.branch);
		const tried = seen?.ok ? triedSince(seen.value) : null;
		if (tried !== null) return dayInLondon(tried) <= since;
		return [...unit.wanted.values()].every(({ due }) => due === null || due <= since);
	};
	return {
		facts: {
			today,
			open: openNow,
			held
		},
		stuck,
		isLongTried
	};
}
function holdingOf({ key, production }, seen, { holdProductionDays }) {
	const common = {
		key,
		production: production !== false
	};
	if (!seen.ok) return {
		...common,
		why: "stuck",
		until: null
	};
	const { found, remembered } = seen.value;
	const [until] = [...remembered.values()].sort();
	if (until !== void 0) return {
		...common,
		why: "refused",
		until
	};
	const tried = triedSince(seen.value);
	if (tried === null || found.branch?.ours !== false) return null;
	return {
		...common,
		why: "stuck",
		until: addDays(dayInLondon(tried), holdProductionDays)
	};
}
function rotatedToday({ survey, date }, others) {
	const found = new Set();
	for (const { credential } of [...survey.assessments, ...others.assessments]) if (credential.rotatedOn === date) found.add(folderOf(credential.file).slice(11));
	return found;
}
function isOn(instant, day) {
	return instant !== "" && dayInLondon(new Date(instant)) === day;
}
function pacingFacts({ open, closed }, now) {
	const ofOpen = [...open.values()].flat();
	const lately = ({ createdAt }) => Date.parse(createdAt) > now.getTime() - HOUR_MS;
	return {
		open: ofOpen.length,
		openedLastHour: [...ofOpen, ...[...closed.values()].flat()].filter(lately).length
	};
}
function keyOf$1(branch) {
	return branch.replace(/^rotate\//, "");
}
// src/commands/run/admit.ts
async function admit({ tended, creatable }, provable, context) {
	const unprovable = new Set();
	for (;;) {
		const { admitted, ...turns } = takeTurns(creatable.filter((unit) => !unprovable.has(unit)), context);
		const proved = await prove([
			...tended,
			...admitted,
			...unprovable
		], provable);
		const failed = admitted.filter((unit) => editsOf([unit], provable.assigned, proved.edits).length === 0);
		for (const unit of failed) unprovable.add(unit);
		if (failed.length > 0 && turns.deferred.length > 0) continue;
		const writable = admitted.filter((unit) => !unprovable.has(unit));
		return {
			...turns,
			admitted: writable,
			unprovable: [...unprovable],
			proved
		};
	}
}
async function admitAll(units, provable) {
	const proved = await prove(units, provable);
	const isProved = (unit) => editsOf([unit], provable.assigned, proved.edits).length > 0;
	return {
		admitted: units.filter(isProved),
		deferred: [],
		instead: [],
		overtaking: new Map(),
		unprovable: units.filter((unit) => !isProved(unit)),
		proved
	};
}
async function backfill({ admitted, deferred, instead }, { results, refusedBranches }, looked, provable) {
	const failed = results.flatMap(({ branch, outcome }) => outcome === "failed" ? [branch] : []);
	const places = admitted.filter(({ branch }) => failed.includes(branch)).length;
	const isRefusedForGood = ({ branch }) => {
		const seen = looked.seen.get(branch);
		const isTried = seen?.ok && triedSince(seen.value) !== null;
		return failed.includes(branch) && (isTried || refusedBranches.includes(branch));
	};
	const overtaking = new Map(instead.flatMap(({ of, one }) => isRefusedForGood(of) ? [[one, overtakingWords(keyOf$1(one.branch), keyOf$1(of.branch))]] : []));
	const nextInTurn = deferred.flatMap(({ one, code }) => code === "turn" ? [one] : []);
	const next = new Set([...overtaking.keys(), ...nextInTurn].slice(0, places));
	return {
		admitted: [...next],
		deferred: deferred.filter(({ one }) => !next.has(one)),
		instead: [],
		overtaking: new Map([...overtaking].filter(([one]) => next.has(one))),
		unprovable: [],
		proved: await prove([...next], provable)
	};
}
function prove(units, { planned, assigned, survey, cache, say }) {
	const edits = editsOf(units, assigned, planned.edits);
	const needed = new Set(edits.flatMap(({ neededBy }) => neededBy));
	const rotations = planned.rotations.filter(({ assessment }) => needed.has(assessment.credential.id));
	return proveEdits({
		...planned,
		edits,
		rotations
	}, survey, say, cache);
}
// src/commands/run/applications.ts
async function readApplications({ reader }, rules) {
	const { readAllMetadata } = await import("./import/environments-metadata.js");
	const folders = await reader.namespaces(() => true);
	const metadata = await readAllMetadata(folders, reader);
	const environments = folders.map((folder) => {
		const facts = metadata.get(folder.path);
		const key = idPrefix$1(folder);
		const application = applicationKey(facts?.application ?? null, key, rules);
		return [folder.path, {
			folder,
			key,
			application,
			production: facts?.production ?? null
		}];
	});
	return {
		rules,
		metadata,
		environments: new Map(environments)
	};
}
async function otherEnvironments(read, units, { environments, metadata }, options, refs) {
	const { namespaces, selection, survey, date, config, reader } = read;
	const selected = new Set(namespaces.folders.map(({ path }) => path));
	const wanted = new Set(units.flatMap(({ wanted: { size }, folders }) => size === 0 ? [] : folders.flatMap(({ path }) => environments.get(path)?.application ?? [])));
	const folders = [...environments.values()].flatMap(({ folder, application }) => wanted.has(application) && !selected.has(folder.path) ? [folder] : []);
	if (folders.length === 0) return {
		units: [],
		assessments: []
	};
	const facts = new Map(folders.map(({ path }) => {
		const { production = null, teams = [], teamName = null } = metadata.get(path) ?? {};
		return [path, {
			production,
			teams: teamName === null ? teams : [...teams, teamName]
		}];
	}));
	const ruling = policyRules(config, options.maxAgeDays, facts, date);
	const rules = {
		today: date,
		includeHeld: options.includeHeld,
		...ruling
	};
	const others = await surveyEstate(reader, folders, rules, async () => survey.versions);
	const { rotations } = planSelected(others, selection, date, options);
	return {
		units: namespaceUnits({
			...namespaces,
			folders
		}, rotations, refs).units.filter(({ wanted: { size } }) => size > 0),
		assessments: others.assessments
	};
}
// src/publish/written-day.ts
function writtenDay(value) {
	const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value)?.[1];
	if (iso) return iso;
	const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})(?!\d)/.exec(value) ?? [];
	return year ? `${year}-${month}-${day}` : null;
}
function wholeDaysBetween(from, to) {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 864e5);
}
// src/publish/decide.ts
function decide(wanted, found, policy) {
	const open = chooseOpen(found.open, wanted?.baseBranch);
	if (wanted === null) return decideNothingWanted(open, found);
	return open ? decideOpen(wanted, open, found, policy) : decideCreate(wanted, found, policy);
}
function chooseOpen(open, baseBranch) {
	const rank = (one) => (one.marker ? 0 : 2) + (baseBranch === void 0 || one.baseBranch === baseBranch ? 0 : 1);
	const [kept, ...others] = [...open].sort((a, b) => rank(a) - rank(b));
	if (!kept) return null;
	return {
		kept,
		duplicates: others.filter(({ marker }) => marker).map(({ number }) => number)
	};
}
function decideNothingWanted(open, { branch, closed }) {
	if (!open) return branch?.ours && (closed === null || closed.by === "us") ? { do: "delete-branch" } : { do: "nothing" };
	const { kept, duplicates } = open;
	if (branch && !branch.ours) return leave("foreign-commits", kept.number, branch.why, true);
	if (!branch && !kept.marker) return leave("not-ours", kept.number, null);
	return {
		do: "close",
		number: kept.number,
		deleteBranch: branch !== null,
		duplicates
	};
}
function decideOpen(wanted, { kept, duplicates }, { branch }, policy) {
	const { number, marker } = kept;
	if (branch && !branch.ours) {
		const behind = marker !== null && reasonOfContent(wanted, kept, marker, policy) !== null;
		return leave("foreign-commits", number, branch.why, behind);
	}
	if (!branch && !marker) return leave("not-ours", number, null);
	if ((wanted.outside ?? 0) > 0) return leave("selects-less", number, String(wanted.outside));
	const why = reasonToUpdate(wanted, kept, branch, policy);
	if (why === null) return {
		do: "unchanged",
		number,
		duplicates,
		undressed: marker?.undressed === true
	};
	return {
		do: "update",
		why,
		number,
		duplicates,
		branch: branchWork(wanted, branch)
	};
}
function reasonToUpdate(wanted, kept, branch, policy) {
	const { marker } = kept;
	if (!branch) return "branch-gone";
	if (!marker) return "marker-lost";
	if (marker.head !== branch.sha && marker.head !== branch.commit) return "unfinished";
	return reasonOfContent(wanted, kept, marker, policy);
}
function reasonOfContent(wanted, { baseBranch }, marker, policy) {
	if (!sameKeys(marker.changes, wanted.changes)) return "credentials-changed";
	if (baseBranch !== wanted.baseBranch) return "base-branch-changed";
	if (!sameEntries(marker.files, wanted.files)) return "base-moved";
	if (!holds(marker.upgrades ?? {}, wanted.upgrades ?? {})) return "upgrade-asked";
	if (!sameRestored(marker.changes, wanted.changes)) return "restore-asked";
	if (policy.incident !== null && marker.incident !== policy.incident) return "incident";
	if (sameEntries(marker.changes, wanted.changes)) return null;
	if (policy.explicitDate && !sameDays(marker.changes, wanted.changes)) return "date-asked";
	return isOld(marker, policy) ? "date-old" : null;
}
function decideCreate(wanted, found, policy) {
	const { branch, closed } = found;
	const hindrance = whatHinders(found, policy);
	if (hindrance !== null) return hindrance;
	const isMerged = closed?.merged === true && closed.headSha === branch?.sha;
	return {
		do: "create",
		why: reasonToCreate(closed, branch, policy),
		branch: isMerged ? "rebuild" : branchWork(wanted, branch)
	};
}
function whatHinders({ branch, closed }, policy) {
	if (branch && !branch.ours && !(closed?.merged && closed.headSha === branch.sha)) return leave("foreign-commits", null, branch.why);
	if (closed?.landing) return leave("just-merged", closed.number, null);
	if (isRemembered(closed, policy)) return leave("closed-by-person", closed?.number ?? null, closed?.until ?? null);
	return null;
}
function isRemembered(closed, policy) {
	if (closed === null || closed.merged || closed.by !== "person" || policy.askedByName) return false;
	return closed.until !== null && policy.today < closed.until;
}
function reasonToCreate(closed, branch, { askedByName }) {
	if (closed === null) return branch ? "unfinished" : "none-yet";
	if (closed.merged) return "merged";
	return {
		bot: "closed-by-bot",
		us: "closed-by-us",
		person: askedByName ? "asked-by-name" : "closed-long-ago"
	}[closed.by];
}
function branchWork(wanted, branch) {
	if (!branch) return "new";
	return branch.ours && branch.digest === wanted.digest ? "reuse" : "rebuild";
}
function leave(why, number, detail, tell = false) {
	return {
		do: "left-alone",
		why,
		number,
		detail,
		tell
	};
}
function sameKeys(a, b) {
	const keys = Object.keys(a);
	return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}
function sameEntries(a, b) {
	return sameKeys(a, b) && Object.keys(a).every((key) => a[key] === b[key]);
}
function holds(all, some) {
	return Object.keys(some).every((key) => all[key] === some[key]);
}
function sameDays(a, b) {
	return Object.keys(a).every((key) => {
		const day = writtenDay(a[key] ?? "");
		return a[key] === b[key] || day !== null && day === writtenDay(b[key] ?? "");
	});
}
function sameRestored(a, b) {
	return Object.keys(a).every((key) => isRestored(a[key] ?? "") === isRestored(b[key] ?? ""));
}
function isOld(marker, policy) {
	return Object.values(marker.changes).some((value) => {
		if (isRestored(value)) return false;
		const day = writtenDay(value);
		return day === null || wholeDaysBetween(day, policy.today) > policy.refreshAfterDays;
	});
}
// src/publish/result.ts
function resultOf$1(proposal, outcome, reason, pullRequest = null) {
	const { namespace, cluster, group, branch, changes } = proposal;
	return {
		namespace,
		cluster,
		...group === null ? {} : { group },
		branch,
		title: pullRequest?.title ?? proposal.title,
		url: pullRequest?.url ?? null,
		number: pullRequest?.number ?? null,
		outcome,
		reason,
		changes
	};
}
// src/commands/run/in-progress.ts
function inProgress({ found }, assessments) {
	const marker = found.open.find((one) => one.marker !== null)?.marker ?? null;
	return marker === null ? null : sortOut(marker, assessments);
}
function sortOut({ changes, from }, assessments) {
	const open = [];
	const done = [];
	const unknown = [];
	for (const [id, to] of Object.entries(changes)) {
		const assessment = assessments.get(id);
		if (assessment === void 0) unknown.push(id);
		else (isDone(assessment, to, from?.[id]) ? done : open).push(id);
	}
	return {
		open,
		restoring: open.filter((id) => isRestored(changes[id] ?? "")),
		done,
		unknown
	};
}
function isDone(assessment, to, from) {
	const value = writtenValue(assessment.date);
	if (value === to || to === "" && assessment.companion !== "holds") return true;
	if (from !== void 0) return value !== from;
	if (assessment.age === "ok") return true;
	const wanted = readDate(to);
	const { rotatedOn } = assessment.credential;
	if (wanted === null || rotatedOn === null) return false;
	return rotatedOn > wanted || rotatedOn === wanted && to.length <= 10;
}
async function goByCommits(state, clone, prefix) {
	const ours = [...state.seen].flatMap(([branch, one]) => {
		const seen = one.ok ? one.value : null;
		const found = seen?.found.branch;
		if (!seen || !found?.ours || seen.branchBase === null || seen.found.open.length === 0) return [];
		return [{
			branch,
			seen,
			pair: {
				sha: found.commit ?? found.sha,
				base: seen.branchBase
			}
		}];
	});
	if (ours.length === 0) return state;
	const committed = await readCommittedRotations(clone, ours.map(({ pair }) => pair), prefix);
	const seen = new Map(state.seen);
	for (const one of ours) {
		const rotations = committed.get(one.pair.sha);
		if (rotations !== void 0) seen.set(one.branch, ok(asCommitted(one.seen, rotations)));
	}
	return {
		...state,
		seen
	};
}
function asCommitted(seen, committed) {
	const { changes, others } = committed;
	const [other] = others;
	const branch = other === void 0 || seen.found.branch === null ? seen.found.branch : {
		...seen.found.branch,
		ours: false,
		why: `its commit changes more than rotation dates: ${other}`,
		digest: null
	};
	const open = seen.found.open.map((one) => one.marker === null ? one : {
		...one,
		marker: {
			...one.marker,
			...contentOf(one.marker, committed)
		}
	});
	return {
		...seen,
		found: {
			...seen.found,
			branch,
			open
		}
	};
	function contentOf(marker, { files }) {
		const entries = [...changes].map(([id, { from, to }]) => [
			id,
			from,
			to ?? ""
		]);
		const blobs = Object.fromEntries(files.map(({ path, before }) => [path, before]));
		return {
			changes: Object.fromEntries(entries.map(([id, , to]) => [id, to])),
			from: Object.fromEntries(entries.map(([id, from]) => [id, from])),
			files: marker.group === void 0 ? blobs : { "*": filesDigest(blobs) }
		};
	}
}
function closingOf({ namespace, cluster, group, branch }, closing) {
	return {
		namespace,
		cluster,
		group,
		branch,
		title: "",
		body: "",
		commitMessage: "",
		changes: [],
		files: [],
		closing
	};
}
// src/commands/run/classify.ts
function schedule(units, facts) {
	const tended = [];
	const creatable = [];
	const closings = [];
	const settled = [];
	const also = new Set();
	const restoring = new Set();
	const without = new Set();
	const skipped = [];
	const flying = inFlight(units, facts);
	closings.push(...flying.closings);
	for (const given of units) {
		const looked = facts.looked.seen.get(given.branch);
		if (looked === void 0 || isGroupBranch(given.branch) !== (given.group !== null)) continue;
		if (!looked.ok) {
			settled.push({
				unit: given,
				result: resultOf$1(closingOf(given, "nothing-to-rotate"), "failed", looked.error.message)
			});
			continue;
		}
		const seen = looked.value;
		const known = inProgress(seen, facts.assessments);
		const handedOver = known?.open.filter((id) => flying.ids.has(id)) ?? [];
		const progress = known && {
			...known,
			open: known.open.filter((id) => !flying.ids.has(id))
		};
		const unit = withProgress(keepBack(given, seen, flying.ids, without, skipped), progress, facts);
		if (progress !== null) {
			const own = ownIds(unit, progress);
			for (const id of own) also.add(id);
			for (const id of progress.restoring) if (own.includes(id)) restoring.add(id);
		}
		if (seen.found.open.length > 0) {
			if (unit.wanted.size > 0) tended.push(unit);
			else if (progress !== null && (unit.outside ?? 0) === 0) {
				const reason = progress.done.length > 0 ? "rotated-meanwhile" : "nothing-to-rotate";
				closings.push(closingOf(unit, handedOver.length > 0 ? "in-group" : reason));
			}
			continue;
		}
		if (unit.wanted.size === 0) {
			if (isLeftBehind(seen.found)) closings.push(closingOf(unit, "nothing-to-rotate"));
			continue;
		}
		const hindrance = whatHinders(seen.found, {
			...facts.policy,
			askedByName: facts.policy.askedByName || unit.askedByName === true
		});
		if (hindrance === null) creatable.push(unit);
		else {
			const pull = "number" in hindrance && hindrance.number !== null ? seen.pullRequests.get(hindrance.number) : null;
			const result = resultOf$1(closingOf(unit, "nothing-to-rotate"), "left-alone", reasonFor(hindrance), pull ?? null);
			settled.push({
				unit,
				result
			});
		}
	}
	return {
		tended,
		creatable,
		closings,
		settled,
		choice: {
			also,
			restoring,
			without
		},
		skipped
	};
}
function isLeftBehind({ branch, closed }) {
	return branch?.ours === true && closed?.by === "us" && closed.headSha === branch.sha;
}
function keepBack(unit, { found, remembered }, flying, without, skipped) {
	const all = [...unit.wanted.keys()].every((id) => remembered.has(id));
	const wanted = new Map(unit.wanted);
	for (const id of unit.wanted.keys()) {
		const until = all || found.open.length > 0 ? void 0 : remembered.get(id);
		const elsewhere = flying.get(id);
		if (until === void 0 && elsewhere === void 0) continue;
		wanted.delete(id);
		without.add(id);
		skipped.push(elsewhere === void 0 ? {
			id,
			code: "closed-by-person",
			message: `a person closed its pull request, which counts until ${until}`
		} : {
			id,
			code: "in-group",
			message: `the pull request ${elsewhere} rotates it already`
		});
	}
	return {
		...unit,
		wanted
	};
}
function ownIds({ group, folders }, { open }) {
	const prefixes = new Set(folders.map(idPrefix$1));
	return group === null ? open.filter((id) => prefixes.has(id.slice(0, id.indexOf("/")))) : [];
}
function withProgress(unit, progress, { assessments, namespaces }) {
	if (progress === null) return unit;
	const wanted = new Map(unit.wanted);
	for (const id of ownIds(unit, progress)) {
		const credential = assessments.get(id)?.credential;
		if (credential === void 0 || wanted.has(id)) continue;
		wanted.set(id, {
			to: "",
			due: null,
			maxAgeDays: credential.maxAgeDays
		});
	}
	if (unit.group === null) return {
		...unit,
		wanted
	};
	const surveyed = new Set(namespaces.folders.map(idPrefix$1));
	const there = new Set(namespaces.all.map(idPrefix$1));
	const prefix = (id) => id.slice(0, id.indexOf("/"));
	const outside = progress.unknown.filter((id) => there.has(prefix(id)) && !surveyed.has(prefix(id)));
	const unwanted = progress.open.filter((id) => !unit.wanted.has(id));
	return {
		...unit,
		outside: outside.length + unwanted.length
	};
}
function inFlight(units, facts) {
	const ids = new Map();
	const closings = [];
	const own = new Set(units.map(({ branch }) => branch));
	for (const [branch, looked] of facts.looked.seen) {
		if (!isGroupBranch(branch) || own.has(branch) || !looked.ok) continue;
		const open = looked.value.found.open.find(({ marker }) => marker !== null);
		const progress = inProgress(looked.value, facts.assessments);
		if (open === void 0 || progress === null) continue;
		for (const id of progress.open) ids.set(id, `#${open.number}`);
		const group = open.marker?.group ?? "";
		if (progress.open.length + progress.unknown.length === 0) closings.push(closingOf({
			namespace: null,
			cluster: null,
			group,
			branch
		}, "rotated-meanwhile"));
	}
	return {
		ids,
		closings
	};
}
// src/commands/run/prepare.ts
const NOT_LOOKED = {
	seen: new Map(),
	sightings: {
		open: new Map(),
		closed: new Map()
	}
};
const ALONE = {
	choice: {
		also: new Set(),
		restoring: new Set(),
		without: new Set()
	},
	closings: [],
	settled: [],
	skipped: [],
	tended: []
};
async function prepare(read, options, say) {
	const { survey, selection, date, namespaces } = read;
	const { settings, connection } = options;
	const policy = policyFor(read, options, settings);
	const selected = planEdits(survey, selection, date, options);
	const made = await findUnits(read, selected.rotations, settings, connection?.head.refs ?? null);
	const units = options.reopensNamed ? made.units.map((unit) => ({
		...unit,
		...askedByName(unit, read)
	})) : made.units;
	const observed = await observeAll(units, read, options, say);
	if (!observed.ok) return observed;
	const { looked, deleted, staggering } = observed.value;
	const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
	const plan = connection === null ? {
		...ALONE,
		creatable: units
	} : schedule(units, {
		looked,
		assessments,
		namespaces,
		policy
	});
	const { also, without } = plan.choice;
	const planned = also.size + without.size === 0 ? selected : planEdits(survey, selection, date, options, plan.choice);
	const assigned = assignEdits([
		...plan.tended,
		...plan.creatable,
		...plan.settled.map(({ unit }) => unit)
	], planned.edits);
	const provable = {
		survey,
		planned,
		assigned,
		cache: new Map(),
		say
	};
	const githubTime = connection?.time() ?? null;
	const context = {
		read,
		looked,
		settings,
		now: options.now,
		githubTime,
		units,
		staggering
	};
	const turn = connection === null ? await admitAll(units, provable) : await admit(plan, provable, context);
	return ok({
		read,
		settings,
		policy,
		units,
		looked,
		plan,
		planned,
		assigned,
		turn,
		provable,
		deleted,
		skipped: [...made.skipped, ...plan.skipped]
	});
}
async function observeAll(units, read, options, say) {
	const { settings, connection, listed = [], everything, now } = options;
	if (connection === null) return ok({
		looked: NOT_LOOKED,
		deleted: [],
		staggering: null
	});
	say.progress?.({
		phase: "looking for pull requests",
		done: 0,
		total: units.length
	});
	const { github, head } = connection;
	const { base, date: today } = read;
	const atOnce = settings.incident !== null;
	const paced = Object.values(settings.pacing).some((limit) => limit !== null);
	const rules = staggerRules(read, settings);
	const applications = rules === null ? null : await readApplications(read, rules);
	const others = applications === null ? null : await otherEnvironments(read, units, applications, options, head.refs);
	const needed = !atOnce && (paced || rules !== null);
	const context = {
		github,
		remote: head.remote,
		refs: head.refs,
		base,
		today,
		now
	};
	const own = units.map((unit) => targetOf(unit, atOnce || unit.askedByName === true));
	const ofOthers = (others?.units ?? []).map((unit) => targetOf(unit, false));
	const found = await observe(distinct([
		...own,
		...groupTargets(head.refs),
		...othersOpen(listed, read),
		...ofOthers
	]), {
		...context,
		everything: everything || needed
	});
	if (!found.ok) return found;
	const all = await goByCommits(found.value, head.remote.clone, read.prefix);
	const [seenOthers, seen] = splitBy(all.seen, new Set(ofOthers.map(({ branch }) => branch)));
	const looked = {
		...all,
		seen
	};
	const staggering = applications === null || others === null ? null : {
		applications,
		others,
		looked: seenOthers
	};
	const ofDeleted = everything && !isEverywhere(read.selection) ? [] : deletedTargets(looked, read);
	if (ofDeleted.length === 0) return ok({
		looked,
		deleted: [],
		staggering
	});
	const deleted = await observe(ofDeleted, {
		...context,
		everything: false
	});
	if (!deleted.ok) return deleted;
	return ok({
		looked: {
			...looked,
			seen: new Map([...looked.seen, ...deleted.value.seen])
		},
		deleted: ofDeleted.map((target) => closingOf(target, "namespace-gone")),
		staggering
	});
}
function splitBy(map, keys) {
	const entries = [...map];
	return [new Map(entries.filter(([key]) => keys.has(key))), new Map(entries.filter(([key]) => !keys.has(key)))];
}
function distinct(targets) {
	return [...new Map(targets.toReversed().map((target) => [target.branch, target])).values()].toReversed();
}
function othersOpen(listed, { namespaces }) {
	const selected = new Map(namespaces.folders.map((folder) => [idPrefix$1(folder), folder]));
	return listed.flatMap(({ branch }) => {
		const common = {
			branch,
			wanted: new Map(),
			askedByName: true
		};
		const folder = selected.get(branch.slice(7));
		if (folder !== void 0) {
			const { namespace, cluster } = folder;
			return [{
				...common,
				namespace,
				cluster,
				group: null
			}];
		}
		if (!isGroupBranch(branch)) return [];
		return [{
			...common,
			namespace: null,
			cluster: null,
			group: groupOfBranch(branch)
		}];
	});
}
function deletedTargets({ seen, sightings }, { namespaces }) {
	const there = new Set(namespaces.all.map(idPrefix$1));
	const targets = [];
	for (const [branch, pulls] of sightings.open) {
		if (seen.has(branch) || there.has(branch.slice(7))) continue;
		const { namespace = null, cluster = null } = parseMarker(pulls[0]?.body ?? "") ?? {};
		if (namespace === null || cluster === null) continue;
		const named = branchName(cluster, namespace);
		if (!("branch" in named) || named.branch !== branch) continue;
		targets.push({
			branch,
			namespace,
			cluster,
			group: null,
			wanted: new Map(),
			askedByName: true
		});
	}
	return targets;
}
function askedByName(unit, { selection }) {
	const names = new Set(selection.namespaces.filter((pattern) => !isGlob(pattern)));
	return unit.group === null && names.has(unit.namespace ?? "") ? { askedByName: true } : {};
}
function policyFor({ date }, options, settings) {
	return {
		today: date,
		refreshAfterDays: settings.refreshAfterDays,
		explicitDate: options.date !== void 0,
		askedByName: settings.incident !== null,
		incident: settings.incident
	};
}
// src/config/windows.ts
const TIME_ZONE = "Europe/London";
function windowAt(config, now) {
	const { windows = [], freezes = [] } = config?.values ?? {};
	const calendar = {
		windows,
		freezes
	};
	if (isOpen(calendar, now)) return { open: true };
	const { day } = wallClock(now);
	const freeze = freezes.find((each) => isFrozen(each, day));
	const reason = freeze === void 0 ? `it is outside the windows (${windows.map(windowWords).join("; ")})` : `frozen from ${freeze.from} to ${freeze.to}: ${freeze.reason}`;
	return {
		open: false,
		closedUntil: nextOpening(calendar, now),
		reason
	};
}
function windowWords({ days, from = "00:00", to = "24:00" }) {
	return `${days === void 0 ? "every day" : days.join(", ")} ${from}-${to}`;
}
function isOpen({ windows, freezes }, at) {
	const { day, weekday, time } = wallClock(at);
	if (freezes.some((freeze) => isFrozen(freeze, day))) return false;
	return windows.length === 0 || windows.some((window) => isInside(window, weekday, time));
}
function isFrozen({ from, to }, day) {
	return from <= day && day <= to;
}
function isInside({ days, from = "00:00", to = "24:00" }, weekday, time) {
	const begins = (day) => days === void 0 || days.includes(day);
	if (from < to) return begins(weekday) && from <= time && time < to;
	return begins(weekday) && from <= time || begins(dayBefore(weekday)) && time < to;
}
function nextOpening(calendar, now) {
	let day = wallClock(now).day;
	for (let left = 8 * (calendar.freezes.length + 1); left > 0; left--) {
		const freeze = calendar.freezes.find((each) => isFrozen(each, day));
		if (freeze === void 0) {
			const opening = beginnings(calendar, day).find((at) => at > now && isOpen(calendar, at));
			if (opening !== void 0) return new Date(opening.getTime());
		}
		const next = dayAfter(freeze?.to ?? day);
		if (next === null) return null;
		day = next;
	}
	return null;
}
function beginnings({ windows }, day) {
	return [
		"00:00",
		"01:00",
		"02:00",
		...windows.map(({ from = "00:00" }) => from)
	].map((time) => instantOf(day, time).getTime()).flatMap((at) => [
		at - 36e5,
		at,
		at + 36e5
	]).filter((at) => wallClock(new Date(at)).day === day).sort((a, b) => a - b).map((at) => new Date(at));
}
function instantOf(day, time) {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	return new TZDate(year, month - 1, date, hour, minute, TIME_ZONE);
}
function wallClock(at) {
	const there = new TZDate(at.getTime(), TIME_ZONE);
	const weekday = WEEK[there.getDay()] ?? "sun";
	return {
		day: format(there, "yyyy-MM-dd"),
		weekday,
		time: format(there, "HH:mm")
	};
}
const WEEK = [
	"sun",
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat"
];
function dayBefore(weekday) {
	return WEEK[(WEEK.indexOf(weekday) + 6) % 7] ?? "sun";
}
function dayAfter(day) {
	return day >= "9999-12-31" ? null : format(addDays$1(instantOf(day, "12:00"), 1), "yyyy-MM-dd");
}
// src/commands/run/settings.ts
const PLAIN_REQUEST = {
	flags: {},
	fork: null,
	grouping: "namespace",
	incident: null
};
function settingsFor(request, config, now) {
	const { limit, maxOpen, hourlyLimit, stagger, refreshAfter, base: _, ...rest } = plainSettings(resolveSettings(config, request.flags));
	const { flags: __, ...asked } = request;
	const opening = windowAt(config, now);
	return {
		...rest,
		...asked,
		refreshAfterDays: refreshAfter,
		pacing: {
			limit,
			maxOpen,
			hourlyLimit
		},
		stagger: stagger.enabled ? stagger : null,
		closed: opening.open ? null : closedWords(opening)
	};
}
function closedWords({ reason, closedUntil }) {
	return `Pull requests are not opened now: ${reason}.${closedUntil === null ? "" : ` They open again at ${closedUntil.toISOString().slice(0, 16)}Z.`}`;
}
// src/results/dashboard.ts
const ENTRY_STATES = [
	"open",
	"due",
	"deferred",
	"closed",
	"held",
	"blocked"
];
function countEntries(entries) {
	const of = (state) => {
		const found = entries.filter((entry) => entry.state === state);
		const names = new Set(found.map(({ cluster, namespace, group }) => `${cluster}/${namespace}/${group ?? ""}`));
		const ids = new Set(found.flatMap(({ credentials }) => credentials.map(({ id }) => id)));
		return {
			namespaces: names.size,
			credentials: ids.size
		};
	};
	return {
		open: of("open"),
		due: of("due"),
		deferred: of("deferred"),
		closed: of("closed"),
		held: of("held"),
		blocked: of("blocked")
	};
}
// src/dashboard/content.ts
async function dashboardContent(read, connection, options, say) {
	const { survey, selection, namespaces } = read;
	const settings = {
		...settingsFor(options.request, read.config, options.now),
		pacing: {
			limit: null,
			maxOpen: null,
			hourlyLimit: null
		}
	};
	const prepared = await prepare(read, {
		...options,
		settings,
		connection,
		everything: true,
		reopensNamed: false
	}, say);
	if (!prepared.ok) return prepared;
	const { plan, turn, looked } = prepared.value;
	const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
	const { readAllMetadata } = await import("./import/environments-metadata.js");
	const known = {
		read,
		looked,
		assessments,
		metadata: await readAllMetadata(namespaces.folders, read.reader),
		refused: new Set(turn.proved.skipped.map(({ id }) => id))
	};
	const entries = [
		...openEntries(known),
		...turn.admitted.map((unit) => unitEntry(known, unit, "due", null)),
		...turn.deferred.map(({ one, reason }) => unitEntry(known, one, "deferred", dated(reason, options.now))),
		...plan.settled.map(({ unit, result }) => settledEntry(known, unit, result.reason)),
		...skippedEntries(known, [...turn.proved.skipped, ...prepared.value.skipped])
	];
	const reported = survey.assessments.filter(selectsCredential({
		...selection,
		due: false
	}, "rotate"));
	return ok({
		entries,
		totals: countEntries(entries),
		credentials: reported.length,
		namespaces: new Set(reported.map(({ credential }) => folderOf(credential.file))).size,
		maxAgeDays: options.maxAgeDays ?? defaultMaxAge(read.config)
	});
}
const NO_PULL_REQUEST$1 = {
	number: null,
	url: null,
	openedOn: null
};
function placeOf$2(cluster, namespace, path, { metadata }) {
	return {
		cluster,
		namespace,
		group: null,
		team: teamOf(metadata.get(path))
	};
}
function openEntries(known) {
	const { read, looked } = known;
	const byBranch = new Map(read.namespaces.folders.map((folder) => [`rotate/${idPrefix$1(folder)}`, folder]));
	return [...looked.sightings.open.values()].flat().map((pull) => {
		const marker = parseMarker(pull.body);
		const folder = byBranch.get(pull.branch);
		return {
			state: "open",
			...folder === void 0 || marker?.group !== void 0 ? {
				cluster: marker?.cluster ?? null,
				namespace: marker?.namespace ?? null,
				group: marker?.group ?? null,
				team: null
			} : placeOf$2(folder.cluster, folder.namespace, folder.path, known),
			credentials: Object.keys(marker?.changes ?? {}).map((id) => credentialOf(id, null, known)),
			number: pull.number,
			url: pull.url,
			openedOn: pull.createdAt === "" ? null : dayInLondon(new Date(pull.createdAt)),
			reason: remarkOn(pull, marker !== null, looked.seen.get(pull.branch)),
			box: null
		};
	});
}
function remarkOn(pull, ours, seen) {
	if (!ours) return STAYS.notOurs;
	if ((seen?.ok ? seen.value.found.branch : null)?.ours === false) return STAYS.leftAlone;
	return pull.draft ? STAYS.draft : null;
}
function unitEntry(known, unit, state, reason) {
	const [folder] = unit.folders;
	const { cluster = "", namespace = "", path = "" } = folder ?? {};
	const boxed = state === "due" || state === "deferred" || state === "closed";
	return {
		state,
		...placeOf$2(cluster, namespace, path, known),
		credentials: [...unit.wanted.keys()].filter((id) => !known.refused.has(id)).map((id) => credentialOf(id, null, known)),
		...NO_PULL_REQUEST$1,
		reason,
		box: boxed ? boxKey(cluster, namespace) : null
	};
}
function dated(reason, now) {
	return reason.replace(BEGUN_TODAY, `was begun on ${dayInLondon(now)}`);
}
function settledEntry(known, unit, why) {
	const looked = known.looked.seen.get(unit.branch);
	const closed = looked?.ok ? looked.value.found.closed : null;
	if (closed?.by !== "person" || closed.until === null) return unitEntry(known, unit, "blocked", why);
	return unitEntry(known, unit, "closed", STAYS.closedByPerson(closed.number, closed.until));
}
function skippedEntries(known, skipped) {
	const entries = new Map();
	for (const { id, code, message } of skipped) {
		const credential = known.assessments.get(id)?.credential;
		if (credential === void 0 || code === "in-group") continue;
		const state = code === "closed-by-person" ? "closed" : credential.state === "held" ? "held" : "blocked";
		const path = folderOf(credential.file);
		const entry = entries.get(`${state} ${path}`) ?? {
			state,
			...placeOf$2(credential.cluster, credential.namespace, path, known),
			credentials: [],
			...NO_PULL_REQUEST$1,
			reason: null,
			box: null
		};
		entry.credentials.push(credentialOf(id, message, known));
		entries.set(`${state} ${path}`, entry);
	}
	return [...entries.values()];
}
function credentialOf(id, reason, { assessments }) {
	const { kind = null, rotatedOn = null } = assessments.get(id)?.credential ?? {};
	return {
		id,
		kind,
		rotatedOn,
		reason
	};
}
function boxesOf({ namespaces }) {
	const boxes = new Map();
	for (const { cluster, namespace } of namespaces.all) if ("branch" in branchName(cluster, namespace)) boxes.set(boxKey(cluster, namespace), {
		cluster,
		namespace
	});
	return boxes;
}
// src/dashboard/decide.ts
const MARK = /<!-- rotate-pr:dashboard page=(?<page>[1-9]\d{0,3})(?<rest>[^<>\r\n]*) -->/;
const RETIRED = " closed=duplicate";
function pageOf(body) {
	const page = MARK.exec(body)?.groups?.["page"];
	return page === void 0 ? null : Number(page);
}
function isRetired(body) {
	return MARK.exec(body)?.groups?.["rest"]?.includes(RETIRED) === true;
}
function retiredBody(kept) {
	return `<!-- rotate-pr:dashboard page=1${RETIRED} -->\nThe dashboard is #${kept}.\n`;
}
function decideDashboard(found, wanted) {
	const { open, closed, duplicates } = found;
	if (open === null && closed?.by === "person" && !wanted.anew) return {
		do: "left-alone",
		why: "closed-by-person",
		number: closed.number,
		url: closed.url
	};
	const kept = open ?? (closed?.by === "bot" ? closed : null);
	if (kept === null) {
		const pages = wanted.pages.map((text, index) => marked(text, index + 1, wanted.stamp));
		return {
			do: "create",
			why: closed === null ? "none-yet" : "asked-for",
			pages
		};
	}
	const ticked = new Set(kept.pages.flatMap(({ body }) => tickedBoxes(body)).filter((box) => !wanted.handled.has(box)));
	const pages = wanted.pages.map((text) => withTicks$1(text, ticked));
	const places = pages.map((_, index) => placeOf$1(kept, index + 1));
	const writes = pages.flatMap((text, index) => {
		const place = places[index];
		if (says(place, index + 1, text)) return [];
		return [{
			id: place?.id ?? null,
			body: marked(text, index + 1, wanted.stamp)
		}];
	});
	const first = says(places[0], 1, pages[0] ?? "") ? null : writes[0];
	const comments = first === null ? writes : writes.slice(1);
	const surplus = kept.pages.flatMap((one) => one.id === null || places.includes(one) ? [] : [one.id]);
	const { number, url } = kept;
	if (open !== null && writes.length + surplus.length + duplicates.length === 0) return {
		do: "unchanged",
		number,
		url
	};
	return {
		do: "update",
		why: open === null ? "closed-by-bot" : writes.length + surplus.length > 0 ? "changed" : "duplicate",
		number,
		url,
		body: first?.body ?? null,
		comments,
		surplus,
		duplicates
	};
}
function placeOf$1({ pages }, page) {
	return pages.find((one) => page === 1 ? one.id === null : one.id !== null && one.page === page);
}
function says(place, page, text) {
	return place !== void 0 && pageOf(place.body) === page && contentOf$1(place.body) === contentOf$1(text);
}
function marked(text, page, { asOf, base }) {
	return `<!-- rotate-pr:dashboard page=${page} as-of=${asOf} base=${base.slice(0, 12)} -->\n${text}`;
}
function contentOf$1(body) {
	return body.replace(MARK, "").replaceAll("\r\n", "\n").trim();
}
// src/dashboard/messages.ts
const ISSUE_REASONS = {
	"none-yet": "There was no dashboard.",
	"asked-for": "A person had closed the last dashboard, and a new one was asked for.",
	changed: "What it says has changed.",
	"closed-by-bot": "A bot had closed it: it is open again.",
	duplicate: "A second dashboard was closed.",
	unchanged: "It says all that already.",
	"closed-by-person": "A person closed it; --new makes another one."
};
function duplicateOf(kept) {
	return `The dashboard is #${kept}: this one was made by a run that did not see it, and is closed.`;
}
const CHECKBOX_REASONS = {
	planned: "Its pull request would be opened.",
	nothingDue: "Nothing of it is due.",
	notOpened: (why) => `Nothing was opened: ${why}.`,
	unknown: "The mark of the box names no namespace of the base branch."
};
const NOTHING_TICKED = {
	noIssue: "There is no open dashboard.",
	noTick: "No box is ticked."
};
function madeByAnother(number) {
	return `#${number} looks like the dashboard and was made by another account: it stays as it is.`;
}
// src/dashboard/issue.ts
const DASHBOARD_LABEL = "rotate-pr-dashboard";
const DASHBOARD_TITLE = "Credential rotation";
const COLOR$1 = "5319e7";
const RETIRED_MARK = "<!-- rotate-pr:comment duplicate-dashboard -->";
async function findDashboards(issues, login) {
	const listed = await issues.labelled(DASHBOARD_LABEL);
	if (!listed.ok) return listed;
	const isOwn = ({ author }) => author?.toLowerCase() === login.toLowerCase();
	const all = listed.value.filter(({ title, body }) => pageOf(body) !== null || title === DASHBOARD_TITLE);
	const own = all.filter((one) => isOwn(one) && !isRetired(one.body));
	const open = own.filter(({ state }) => state === "open");
	const strangers = all.filter((one) => one.state === "open" && !isOwn(one)).map(({ number }) => number);
	const withPages = async (issue) => {
		const { number, url, body } = issue;
		const comments = await issues.comments(number);
		if (!comments.ok) return comments;
		const pages = comments.value.filter(isOwn).flatMap((comment) => {
			const page = pageOf(comment.body);
			return page === null ? [] : [{
				id: comment.id,
				page,
				body: comment.body
			}];
		});
		return ok({
			number,
			url,
			pages: [{
				id: null,
				page: 1,
				body
			}, ...pages]
		});
	};
	const [oldest, ...others] = open;
	if (oldest !== void 0) {
		const kept = await withPages(oldest);
		if (!kept.ok) return kept;
		const duplicates = others.map(({ number }) => number);
		return ok({
			found: {
				open: kept.value,
				duplicates,
				closed: null
			},
			strangers
		});
	}
	const last = own.reduce((latest, one) => latest === null || (one.closedAt ?? "") >= (latest.closedAt ?? "") ? one : latest, null);
	if (last === null) return ok({
		found: {
			open: null,
			duplicates: [],
			closed: null
		},
		strangers
	});
	const closer = await issues.closedBy(last.number);
	if (!closer.ok) return closer;
	const by = closer.value?.bot === true ? "bot" : "person";
	const closed = await withPages(last);
	if (!closed.ok) return closed;
	return ok({
		found: {
			open: null,
			duplicates: [],
			closed: {
				...closed.value,
				by
			}
		},
		strangers
	});
}
function foretell$1(decision, pages) {
	const said = told(decision, pages);
	return said.outcome === "created" || said.outcome === "updated" ? {
		...said,
		outcome: "planned"
	} : said;
}
async function writeDashboard(issues, decision, pages) {
	if (decision.do === "create") return create$1(issues, decision, pages);
	const said = told(decision, pages);
	if (decision.do !== "update") return said;
	const failure = await change(issues, decision) ?? await retire(issues, decision);
	return failure === null ? said : {
		...said,
		outcome: "failed",
		reason: failure.message
	};
}
function told(decision, pages) {
	switch (decision.do) {
		case "create": return {
			number: null,
			url: null,
			outcome: "created",
			reason: ISSUE_REASONS[decision.why],
			pages
		};
		case "update": return {
			...placeOf(decision),
			outcome: "updated",
			reason: ISSUE_REASONS[decision.why],
			pages
		};
		case "unchanged": return {
			...placeOf(decision),
			outcome: "unchanged",
			reason: ISSUE_REASONS.unchanged,
			pages
		};
		case "left-alone": return {
			...placeOf(decision),
			outcome: "left-alone",
			reason: ISSUE_REASONS[decision.why],
			pages: 0
		};
	}
}
function placeOf({ number, url }) {
	return {
		number,
		url
	};
}
async function create$1(issues, decision, pages) {
	const said = told(decision, pages);
	const failed = ({ message }) => ({
		...said,
		outcome: "failed",
		reason: message
	});
	const label = await issues.createLabel({
		name: DASHBOARD_LABEL,
		color: COLOR$1,
		description: "The dashboard of rotate-pr, which finds it by this label"
	});
	if (!label.ok) return failed(label.error);
	const [body = "", ...others] = decision.pages;
	const made = await issues.create({
		title: DASHBOARD_TITLE,
		body,
		labels: [DASHBOARD_LABEL]
	});
	if (!made.ok) return failed(made.error);
	const place = placeOf(made.value);
	for (const page of others) {
		const written = await issues.comment(place.number, page);
		if (!written.ok) return {
			...failed(written.error),
			...place
		};
	}
	return {
		...said,
		...place
	};
}
async function change(issues, decision) {
	const { number, body, why, comments, surplus } = decision;
	for (const page of comments) {
		const written = page.id === null ? await issues.comment(number, page.body) : await issues.updateComment(page.id, page.body);
		if (!written.ok) return written.error;
	}
	if (body !== null || why === "closed-by-bot") {
		const text = body === null ? {} : { body };
		const reopened = why === "closed-by-bot" ? { state: "open" } : {};
		const written = await issues.update(number, {
			...text,
			...reopened
		});
		if (!written.ok) return written.error;
	}
	for (const id of surplus) {
		const deleted = await issues.deleteComment(id);
		if (!deleted.ok && deleted.error.code !== "not-found") return deleted.error;
	}
	return null;
}
async function retire(issues, { number: kept, duplicates }) {
	for (const number of duplicates) {
		const comments = await issues.comments(number);
		if (!comments.ok) return comments.error;
		if (!comments.value.some(({ body }) => body.startsWith(RETIRED_MARK))) {
			const said = await issues.comment(number, `${RETIRED_MARK}\n${duplicateOf(kept)}`);
			if (!said.ok) return said.error;
		}
		const closed = await issues.update(number, {
			body: retiredBody(kept),
			state: "closed"
		});
		if (!closed.ok) return closed.error;
	}
	return null;
}
// src/publish/body.ts
const BEGIN = "<!-- rotate-pr:begin -->";
const END = "<!-- rotate-pr:end -->";
const MAX_LINES = 250;
function composeText(previous, ours, marker) {
	const kept = previous !== null && isRetitled(previous);
	const lines = hashLines(ours.body);
	const complete = {
		...marker,
		title: kept ? previous.marker?.title ?? hash(ours.title) : hash(ours.title),
		...lines === null ? {} : { lines }
	};
	const people = previous === null ? NOTHING : partsOf(previous);
	const text = withTicks(ours.body.trim(), people.ticked);
	const end = `\n\n${formatMarker(complete)}\n`;
	const around = (part) => [
		...people.before === "" ? [] : [people.before, ""],
		...[
			BEGIN,
			part,
			END
		],
		...people.after === "" ? [] : ["", people.after]
	];
	const room = MAX_BODY - end.length - around("").join("\n").length;
	const body = around(text.length <= room ? text : cutText(text, Math.max(0, room))).join("\n");
	return {
		...kept ? {} : { title: ours.title },
		body: body + end,
		marker: complete
	};
}
const NOTHING = {
	before: "",
	after: "",
	ticked: new Set()
};
function partsOf({ body, marker }) {
	const lines = withoutMarker(body).replaceAll("\r\n", "\n").split("\n");
	const { from, to } = ourPart(lines, marker?.group !== void 0);
	const inside = lines.slice(from, to).filter((line) => line !== BEGIN && line !== END);
	const outside = (some) => some.filter((line) => line !== BEGIN && line !== END);
	const notes = notesIn(inside, marker?.lines ?? null);
	const after = [outside(lines.slice(to)).join("\n").trim(), notes].filter((text) => text !== "");
	return {
		before: outside(lines.slice(0, from)).join("\n").trim(),
		after: after.join("\n\n"),
		ticked: new Set(inside.flatMap((line) => checkboxOf(line, /[xX]/) ?? []))
	};
}
const OLD_BEGIN = /^(?:> \[!CAUTION\]|This rotates \d)/;
const OLD_END = /^Made by `rotate-pr`/;
function ourPart(lines, isGroup) {
	const all = {
		from: 0,
		to: lines.length
	};
	const begin = lines.indexOf(BEGIN);
	const end = lines.lastIndexOf(END);
	if (begin !== -1 && end > begin) return {
		from: begin,
		to: end + 1
	};
	const first = begin === -1 ? lines.findIndex((line) => OLD_BEGIN.test(line)) : begin;
	const last = end === -1 ? lines.findLastIndex((line) => OLD_END.test(line)) : end;
	if (first === -1 || isGroup) return all;
	return {
		from: first,
		to: last > first ? last + 1 : lines.length
	};
}
function notesIn(inside, written) {
	if (written === null) return "";
	const known = new Set(written.match(/.{4}/g));
	const isOurs = (line) => line.trim() === "" || known.has(hash(plain(line)));
	const notes = [];
	for (const [at, line] of inside.entries()) if (!isOurs(line)) notes.push(line);
	else if (line.trim() === "" && at > 0 && !isOurs(inside[at - 1] ?? "")) notes.push("");
	return notes.join("\n").trim();
}
function isRetitled({ title, marker }) {
	return marker?.title === void 0 ? !title.startsWith("Rotate ") : hash(title) !== marker.title;
}
function withTicks(text, ticked) {
	if (ticked.size === 0) return text;
	return text.split("\n").map((line) => {
		const step = checkboxOf(line, / /);
		return step !== null && ticked.has(step) ? line.replace("[ ]", "[x]") : line;
	}).join("\n");
}
function checkboxOf(line, state) {
	const found = /^\s*(?:[-*]|\d+[.)]) \[(?<state>.)\] (?<text>.*)$/.exec(line)?.groups;
	if (!found || !state.test(found["state"] ?? "")) return null;
	return (found["text"] ?? "").trim().replace(/^\*{0,2}\d+[.)]\*{0,2} /, "").replace(/\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}/g, "DATE");
}
function hashLines(text) {
	const lines = new Set(text.split("\n").flatMap((line) => line.trim() === "" ? [] : [plain(line)]));
	return lines.size > MAX_LINES ? null : [...lines].map(hash).join("");
}
function plain(line) {
	return line.trim().replace(/^([-*]|\d+[.)]) \[[xX]\]/, "$1 [ ]");
}
function hash(text) {
	return createHash("sha256").update(text).digest("base64").slice(0, 4);
}
// src/publish/proposal.ts
const NO_READERS = {
	labels: [],
	assignees: [],
	reviewers: [],
	teams: []
};
// src/publish/metadata.ts
const REFUSALS = [
	"validation",
	"forbidden",
	"not-found",
	"conflict"
];
const COLOR = "5319e7";
const MAX_REVIEWERS = 15;
const NO_DRESS = {
	draft: false,
	autoMerge: null
};
function createDresser(github, options = NO_DRESS) {
	const remarks = new Set();
	const refusedReviewers = new Map();
	const refusedLabels = new Set();
	let autoMergeRefused = false;
	let stop = null;
	let labelsKnown = null;
	function goesOn(result, refused) {
		if (result.ok) return true;
		if (REFUSALS.includes(result.error.code)) {
			remarks.add(refused(result.error.message));
			return true;
		}
		stop = result.error;
		return false;
	}
	async function ensureLabels(wanted) {
		if (wanted.length === 0) return [];
		if (labelsKnown === null) {
			const listed = await github.labels();
			if (!goesOn(listed, (words) => `The repository's labels cannot be read. ${words}`)) return null;
			labelsKnown = new Set(listed.ok ? listed.value.map((name) => name.toLowerCase()) : []);
		}
		const usable = [];
		for (const name of wanted) {
			if (refusedLabels.has(name)) continue;
			if (!labelsKnown.has(name.toLowerCase())) {
				const made = await github.createLabel({
					name,
					color: COLOR,
					description: "Opened by rotate-pr"
				});
				if (!goesOn(made, (words) => `The label ${name} cannot be created. ${words}`)) return null;
				if (!made.ok) {
					refusedLabels.add(name);
					continue;
				}
				labelsKnown.add(name.toLowerCase());
			}
			usable.push(name);
		}
		return usable;
	}
	async function requestReview({ number, author }, { reviewers, teams }) {
		const wanted = [...reviewers.filter((login) => login.toLowerCase() !== author?.toLowerCase()).slice(0, MAX_REVIEWERS).map((name) => ({
			sort: "reviewer",
			name
		})), ...teams.slice(0, MAX_REVIEWERS).map((name) => ({
			sort: "team",
			name
		}))];
		const asked = wanted.filter((one) => !refusedReviewers.has(keyOf(one)));
		const refused = () => wanted.filter((one) => refusedReviewers.has(keyOf(one)));
		const attempts = asked.length < 2 ? asked.map((one) => [one]) : [asked, ...asked.map((one) => [one])];
		for (const attempt of attempts) {
			const result = await github.requestReview(number, {
				reviewers: attempt.flatMap(({ sort, name }) => sort === "reviewer" ? [name] : []),
				teams: attempt.flatMap(({ sort, name }) => sort === "team" ? [name] : [])
			});
			if (result.ok && attempt === asked) return refused();
			if (result.ok) continue;
			if (!REFUSALS.includes(result.error.code)) {
				stop = result.error;
				return null;
			}
			const [only] = attempt;
			if (attempt.length === 1 && only) refusedReviewers.set(keyOf(only), reviewRefusal(result.error.message));
		}
		return refused();
	}
	async function writePages({ number, author }, pages) {
		if (pages.length === 0) return true;
		let whole = true;
		const refused = (words) => `The list in #${number} is not whole. ${words}`;
		const comments = await github.comments(number);
		if (!goesOn(comments, refused)) return null;
		if (!comments.ok) return false;
		const known = comments.value.filter((comment) => comment.author === author);
		for (const [index, page] of pages.entries()) {
			const mark = pageMark(index + 2);
			const body = `${mark}\n${page}`;
			const there = known.find((comment) => comment.body.startsWith(mark));
			if (there?.body === body) continue;
			const written = there ? await github.updateComment(there.id, body) : await github.comment(number, body);
			if (!goesOn(written, refused)) return null;
			whole &&= written.ok;
		}
		const surplus = known.filter(({ body }) => /^<!-- rotate-pr:page (\d+) -->/.test(body));
		for (const { id, body } of surplus) {
			const page = Number(/page (\d+)/.exec(body)?.[1]);
			const empty = `${pageMark(page)}\nThe list above no longer needs this page.`;
			if (page <= pages.length + 1 || body === empty) continue;
			const emptied = await github.updateComment(id, empty);
			if (!goesOn(emptied, refused)) return null;
			whole &&= emptied.ok;
		}
		return whole;
	}
	async function mergeWhenReady(pullRequest, { mergeBetween }) {
		const { autoMerge, enableAutoMerge, draft } = options;
		if (autoMerge === null || enableAutoMerge === void 0 || draft) return true;
		if (mergeBetween) {
			const { from, to } = mergeBetween;
			remarks.add(`#${pullRequest.number} does not merge by itself: it has to be merged between ${from} and ${to} UTC.`);
			return true;
		}
		if (autoMergeRefused) return false;
		const enabled = await enableAutoMerge(pullRequest, autoMerge);
		if (!goesOn(enabled, (words) => `#${pullRequest.number} does not merge by itself. ${words}`)) return null;
		autoMergeRefused = !enabled.ok && /for this repository/i.test(enabled.error.message);
		return enabled.ok;
	}
	async function dress(pullRequest, proposal, marker) {
		if (stop !== null) return;
		const { readers = NO_READERS, pages = [] } = proposal;
		const { undressed: _, missing: before, ...dressed } = marker;
		const isMissing = (key) => before === void 0 || before.includes(key);
		const labels = readers.labels.filter((name) => isMissing(`label ${name}`));
		const written = isMissing("pages") ? await writePages(pullRequest, pages) : true;
		if (written === null) return;
		const refused = await requestReview(pullRequest, {
			reviewers: readers.reviewers.filter((name) => isMissing(keyOf({
				sort: "reviewer",
				name
			}))),
			teams: readers.teams.filter((name) => isMissing(keyOf({
				sort: "team",
				name
			})))
		});
		if (refused === null) return;
		const merging = isMissing("auto-merge") ? await mergeWhenReady(pullRequest, proposal) : true;
		if (merging === null) return;
		const usable = await ensureLabels(labels);
		if (usable === null) return;
		const missing = [
			...written ? [] : ["pages"],
			...refused.map(keyOf),
			...merging ? [] : ["auto-merge"],
			...labels.filter((name) => !usable.includes(name)).map((name) => `label ${name}`)
		];
		if (before !== void 0 && missing.length === before.length) return;
		const settled = {
			...dressed,
			asked: askedFor(readers, options)
		};
		goesOn(await github.dress(pullRequest.number, {
			labels: union(pullRequest.labels, usable),
			assignees: union(pullRequest.assignees, readers.assignees),
			body: withMarker(pullRequest.body, missing.length === 0 ? settled : {
				...settled,
				undressed: true,
				missing
			})
		}), (words) => `#${pullRequest.number} has no labels and assignees. ${words}`);
	}
	return {
		dress,
		remark: (sentence) => void remarks.add(sentence),
		get remarks() {
			return [...remarks, ...reviewRemarks(refusedReviewers)];
		},
		stopped: () => stop !== null && ["authentication", "rate-limited"].includes(stop.code) ? stop : null
	};
}
function keyOf({ sort, name }) {
	return `${sort} ${name}`;
}
function reviewRefusal(message) {
	const words = message.replace(/^Could not [^:]*: /, "");
	return /global id of/i.test(words) ? "they do not exist, or the token cannot see them" : words;
}
function reviewRemarks(refused) {
	return [...groupBy(refused, ([, words]) => words)].map(([words, entries]) => {
		const keys = entries.map(([key]) => key);
		const people = keys.filter((key) => key.startsWith("reviewer ")).map((key) => key.slice(9));
		const teams = keys.filter((key) => key.startsWith("team ")).map((key) => key.slice(5));
		const noun = teams.length === 1 ? "the team" : "the teams";
		return `${[...people, ...teams.length === 0 ? [] : [`${noun} ${teams.join(", ")}`]].join(", ")} cannot be asked for reviews: ${words.replace(/\.$/, "")}. The next run asks again.`;
	});
}
function union(there, wanted) {
	const known = new Set(there.map((name) => name.toLowerCase()));
	return [...there, ...wanted.filter((name) => !known.has(name.toLowerCase()))];
}
function askedFor({ labels, assignees, reviewers, teams }, { autoMerge }) {
	return [
		...labels.map((name) => `label ${name}`),
		...assignees.map((name) => `assignee ${name}`),
		...reviewers.map((name) => `reviewer ${name}`),
		...teams.map((name) => `team ${name}`),
		...autoMerge === null || autoMerge === void 0 ? [] : [`auto-merge ${autoMerge}`]
	].map((one) => createHash("sha256").update(one).digest("hex").slice(0, 8)).join(" ");
}
function isAskedAnew(marker, pullRequest, readers, options) {
	if (marker === null) return false;
	if (marker.asked !== void 0) {
		const before = new Set(marker.asked.split(" "));
		return askedFor(readers, options).split(" ").some((one) => one !== "" && !before.has(one));
	}
	const there = new Set(pullRequest.labels.map((name) => name.toLowerCase()));
	return readers.labels.some((name) => !there.has(name.toLowerCase()));
}
// src/publish/apply-decision.ts
const RETRY_MS = [
	1e3,
	2e3,
	4e3,
	8e3,
	15e3
];
const MAX_RETRIES = 15;
function createBackoff(sleep) {
	let left = MAX_RETRIES;
	return async (attempt) => {
		const wait = RETRY_MS[attempt];
		if (wait === void 0 || left === 0) return false;
		left -= 1;
		await sleep(wait);
		return true;
	};
}
async function workOn(github, dresser, work, backoff) {
	const { decision, proposal } = work;
	switch (decision.do) {
		case "create": {
			const text = textOf(work, null);
			const created = await create(github, dresser, work, {
				title: proposal.title,
				body: text.body
			}, backoff);
			if (created.ok) await dressIfBare(dresser, created.value, proposal, text.marker);
			return created;
		}
		case "update": {
			const there = known(work, decision.number);
			const base = there && there.baseBranch !== work.baseBranch ? { base: work.baseBranch } : {};
			const { marker, ...text } = textOf(work, there);
			if (there !== null) remarkDraft(dresser, there, work);
			const updated = await github.update(decision.number, {
				...text,
				...base
			});
			if (!updated.ok) return updated;
			await dressIfBare(dresser, updated.value, proposal, marker);
			return closeAll(github, work, decision.duplicates, updated);
		}
		case "unchanged": {
			const there = known(work, decision.number);
			if (there !== null) await dressIfAsked(dresser, there, work);
			return closeAll(github, work, decision.duplicates, ok(there));
		}
		case "close": {
			const reason = proposal.closing ?? "nothing-to-rotate";
			const closed = await closeOne(github, work, decision.number, reason);
			const others = reason === "taken-back" ? reason : "duplicate";
			return closed.ok ? closeAll(github, work, decision.duplicates, closed, others) : closed;
		}
		case "left-alone":
			if (decision.number === null) return ok(null);
			if (decision.tell && decision.why === "foreign-commits") {
				const told = await commentOnce(github, decision.number, decision.why, TOLD[decision.why], known(work, decision.number)?.author ?? null);
				if (!told.ok) return told;
			}
			return ok(known(work, decision.number));
		case "delete-branch":
		case "nothing": return ok(null);
	}
}
async function create(github, dresser, { dress: { draft }, baseBranch: base, proposal }, text, backoff) {
	const wanted = {
		...text,
		branch: proposal.branch,
		base
	};
	let created = await github.create({
		...wanted,
		draft
	});
	for (let attempt = 0; !created.ok && isUnseenPush(created.error) && await backoff(attempt); attempt++) created = await github.create({
		...wanted,
		draft
	});
	const noDrafts = !created.ok && created.error.code === "validation" && /draft pull requests/i.test(created.error.message);
	if (!draft || !noDrafts) return created;
	dresser.remark("The repository has no draft pull requests: they are opened as ordinary ones.");
	return github.create({
		...wanted,
		draft: false
	});
}
function isUnseenPush({ code, message }) {
	return code === "validation" && /\bhead invalid\b|No commits between/i.test(message);
}
async function dressIfBare(dresser, pullRequest, proposal, marker) {
	if (marker?.undressed === true) await dresser.dress(pullRequest, proposal, marker);
}
async function dressIfAsked(dresser, there, work) {
	const { proposal, dress } = work;
	const marker = parseMarker(there.body);
	remarkDraft(dresser, there, work);
	if (marker === null) return;
	if (!isAskedAnew(marker, there, proposal.readers ?? NO_READERS, dress)) return dressIfBare(dresser, there, proposal, marker);
	const { missing: _, ...whole } = marker;
	await dressIfBare(dresser, there, proposal, {
		...whole,
		undressed: true
	});
}
function remarkDraft(dresser, there, { dress }) {
	if (dress.draft && !there.draft) dresser.remark("Pull requests that are open already stay as they are: only new ones are opened as drafts.");
}
function known(work, number) {
	return work.seen.pullRequests.get(number) ?? null;
}
function textOf({ proposal, marker }, there) {
	if (!marker) throw new Error(`no marker for ${proposal.branch}`);
	return composeText(there === null ? null : {
		title: there.title,
		body: there.body,
		marker: parseMarker(there.body)
	}, proposal, marker);
}
async function closeAll(github, work, numbers, result, reason = "duplicate") {
	for (const number of numbers) {
		const closed = await closeOne(github, work, number, reason);
		if (!closed.ok) return closed;
	}
	return result;
}
async function commentOnce(github, number, reason, text, author) {
	const comments = await github.comments(number);
	if (!comments.ok) return comments;
	const mark = commentMark(reason);
	const wanted = `${mark}\n${text}`;
	return comments.value.some(({ author: by, body }) => body.includes(mark) && (by === author || body.trim() === wanted.trim())) ? ok(void 0) : github.comment(number, `${wanted}\n`);
}
async function closeOne(github, work, number, reason) {
	const { closingNote } = work.proposal;
	const commented = await commentOnce(github, number, reason, closingNote === void 0 ? CLOSING[reason] : `${CLOSING[reason]}\n\n${closingNote}`, known(work, number)?.author ?? null);
	if (!commented.ok) return commented;
	const body = known(work, number)?.body ?? "";
	const marker = parseMarker(body) ?? emptyMarker(work);
	return github.update(number, {
		state: "closed",
		body: withMarker(body, {
			...marker,
			closed: reason
		})
	});
}
function emptyMarker({ proposal, seen }) {
	const { namespace, cluster, group } = proposal;
	const head = seen.found.branch?.sha ?? "";
	return {
		v: 1,
		namespace,
		cluster,
		...group === null ? {} : { group },
		head,
		base: seen.branchBase ?? "",
		files: {},
		changes: {}
	};
}
// src/publish/commits.ts
const ARGUMENT_BYTES = 16e3;
async function readBaseFiles(remote, sha, paths) {
	const wanted = new Set(paths);
	const files = new Map();
	if (wanted.size === 0) return files;
	const args = [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		sha,
		...paths.join(" ").length < ARGUMENT_BYTES ? ["--", ...wanted] : []
	];
	const listing = (await runGit(remote.clone, args)).toString("utf8");
	for (const entry of listing.split("\0")) {
		const tab = entry.indexOf("	");
		const path = entry.slice(tab + 1);
		const [mode = "", , blob = ""] = entry.slice(0, tab).split(" ");
		if (tab !== -1 && wanted.has(path)) files.set(path, {
			mode,
			blob
		});
	}
	return files;
}
function contentOf(changes, base, baseSha) {
	const before = {};
	const files = [];
	for (const { path, before: old, after } of changes) {
		const there = base.get(path);
		if (!there) return fail("base-differs", `${path} is not in the base commit ${baseSha.slice(0, 10)}.`);
		if (there.mode !== "100644" && there.mode !== "100755") return fail("base-differs", `${path} is not a plain file in the base commit ${baseSha.slice(0, 10)}.`);
		if (blobName(Buffer.from(old, "utf8"), baseSha) !== there.blob) return fail("base-differs", `${path} differs from the base commit ${baseSha.slice(0, 10)}: run again.`);
		if (after === old) continue;
		const bytes = Buffer.from(after, "utf8");
		before[path] = there.blob;
		files.push({
			path,
			mode: there.mode,
			blob: blobName(bytes, baseSha),
			bytes
		});
	}
	return ok({
		digest: contentDigest(files),
		before,
		files
	});
}
async function buildCommits(remote, base, requests, who) {
	const commits = requests.map(({ message, content, authoredAt }) => ({
		message: messageWithTrailers(message, {
			base,
			digest: content.digest
		}),
		author: who.author,
		date: who.date,
		...authoredAt === void 0 ? {} : { authoredAt },
		files: content.files.map(({ path, mode, bytes }) => ({
			path,
			mode,
			before: content.before[path],
			content: bytes
		}))
	}));
	try {
		return ok(await fastImport(remote.clone, base, commits));
	} catch (error) {
		return {
			ok: false,
			error: commitFailure(error, remote)
		};
	}
}
function commitFailure(error, remote) {
	if (!(error instanceof GitError)) throw error;
	return {
		code: "git",
		message: `The commits could not be built: ${redact(error.message, remote.secrets)}`
	};
}
const DEFAULT_IDENTITY = {
	name: "rotate-pr",
	email: "rotate-pr@users.noreply.github.com"
};
async function gitIdentity(clone) {
	const { status, stdout } = await tryGit(clone, [
		"-c",
		"user.useConfigOnly=true",
		"var",
		"GIT_AUTHOR_IDENT"
	]);
	const { name, email } = /^(?<name>.*) <(?<email>[^<>]*)> \d+ [+-]\d{4}$/.exec(stdout.trim())?.groups ?? {};
	return status === 0 && name && email ? {
		name,
		email
	} : DEFAULT_IDENTITY;
}
// src/publish/item.ts
function newItem(proposal) {
	return {
		proposal,
		content: null,
		seen: null,
		decision: null,
		head: null,
		pushRefused: false,
		result: null
	};
}
function pending(items) {
	return items.filter(({ result }) => result === null);
}
function giveUp(item, failure) {
	item.result = resultOf$1(item.proposal, "failed", failure.message, knownPullRequest(item));
}
function take(item, result) {
	if (result.ok) return result.value;
	giveUp(item, result.error);
	return null;
}
function knownPullRequest({ decision, seen }) {
	const number = decision && "number" in decision ? decision.number : null;
	return number === null ? null : seen?.pullRequests.get(number) ?? null;
}
// src/publish/push.ts
const MOST_DECLINED = 20;
const MOST_LOST = 3;
const allowed = new WeakMap();
async function pushBranches(remote, pushes, options = {}) {
	for (const { branch } of pushes) assertOurs(branch);
	const outcomes = new Map();
	const queue = [pushes];
	let size = Math.min(options.size ?? Number.POSITIVE_INFINITY, allowed.get(remote) ?? Number.POSITIVE_INFINITY);
	let declined = 0;
	let lost = 0;
	let giveUp = null;
	while (giveUp === null) {
		const batch = takeBatch(queue, size);
		if (batch.length === 0) return outcomes;
		const { told, doubtful, end } = await attemptPush(remote, batch);
		const refs = end.as === "lost" || doubtful.size > 0 ? await readRemote(remote) : null;
		for (const [branch, outcome] of told) outcomes.set(branch, outcome);
		for (const [branch, failure] of doubtful) outcomes.set(branch, failure);
		if (refs?.ok) for (const push of batch) {
			const { branch, to } = push;
			if ((refs.value.branches.get(branch) ?? null) === to) outcomes.set(branch, null);
			else if (doubtful.has(branch)) outcomes.set(branch, hindrance(push, refs.value.branches) ?? doubtful.get(branch));
		}
		const left = batch.filter(({ branch }) => !outcomes.has(branch));
		if (end.as !== "declined") declined = 0;
		switch (end.as) {
			case "told": break;
			case "too-many":
				size = smaller(batch.length, end.most);
				allowed.set(remote, size);
				queue.unshift([...left, ...queue.shift() ?? []]);
				break;
			case "declined":
				declined += 1;
				queue.unshift(...halves(left));
				if (declined === MOST_DECLINED) giveUp = end.failure;
				break;
			case "lost":
				if (refs?.ok === false) {
					for (const { branch } of left) outcomes.set(branch, notKnown(branch, end.failure));
					giveUp = refs.error;
					break;
				}
				if (left.length > 0) lost += 1;
				if (lost === MOST_LOST) giveUp = end.failure;
				size = smaller(batch.length, null);
				queue.push(left);
				break;
			case "closed":
				queue.unshift(left);
				giveUp = end.failure;
		}
		options.onBatch?.(outcomes.size);
	}
	for (const { branch } of queue.flat()) outcomes.set(branch, giveUp);
	return outcomes;
}
function takeBatch(queue, size) {
	for (let group = queue.shift(); group !== void 0; group = queue.shift()) {
		if (group.length === 0) continue;
		const count = howManyFit(group, size);
		if (count < group.length) queue.unshift(group.slice(count));
		return group.slice(0, count);
	}
	return [];
}
function smaller(given, most) {
	return Math.max(1, most !== null && most < given ? most : Math.floor(given / 2));
}
function halves(items) {
	const middle = Math.ceil(items.length / 2);
	return [items.slice(0, middle), items.slice(middle)];
}
function hindrance({ branch, expected }, branches) {
	const inTheWay = [...branches.keys()].find((other) => branch.startsWith(`${other}/`) || other.startsWith(`${branch}/`));
	if (inTheWay !== void 0) return {
		code: "name-taken",
		message: `The branch ${inTheWay} stands in the way of ${branch}: git keeps no branch below another one. Rename or delete ${inTheWay} on the remote, then run again.`
	};
	if ((branches.get(branch) ?? null) !== expected) return null;
	return {
		code: "locked",
		message: `The remote has not changed ${branch}, and nobody pushed to it: something on the server keeps it locked. Run again; if it stays so, a lock file was left behind there, which the server's administrator (on GitHub, its support) removes.`
	};
}
function notKnown(branch, { code, message }) {
	return {
		code,
		message: `${message} Whether ${branch} arrived is not known: run again.`
	};
}
function isRotateBranch(branch) {
	return /^rotate(\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/.test(branch) && !/\.\.|\.(\/|$)|\.lock(\/|$)/.test(branch) && branch.length < 230;
}
function assertOurs(branch) {
	if (!isRotateBranch(branch)) throw new Error(`refusing to push ${JSON.stringify(branch)}: it is not below rotate/`);
}
const FLAGS = [
	"--porcelain",
	"--no-verify",
	"--no-follow-tags",
	"--no-signed",
	"--recurse-submodules=no"
];
async function attemptPush(remote, batch) {
	const leases = batch.map((push) => argumentsOf(push)[0]);
	const specs = batch.map((push) => argumentsOf(push)[1]);
	let run;
	try {
		const args = [
			"push",
			...FLAGS,
			...leases,
			"--",
			PUSH_REMOTE,
			...specs
		];
		run = await tryGit(remote.pushing, args);
	} catch (error) {
		if (batch.length > 1 && isCommandTooLong(error)) return {
			told: new Map(),
			doubtful: new Map(),
			end: tooMany(null)
		};
		throw error;
	}
	const lines = parsePorcelain(redact(run.stdout, remote.secrets));
	const stderr = redact(run.stderr, remote.secrets);
	const words = gitWords(stderr.replaceAll(/^error: failed to push some refs to .*$/gm, ""));
	const told = new Map();
	const doubtful = new Map();
	const declined = [];
	let accepted = false;
	for (const { branch } of batch) {
		const line = lines.get(`refs/heads/${branch}`);
		if (line === void 0 || isUntold(line)) continue;
		const failure = line.flag === "!" ? refusal(branch, line, words) : null;
		if (failure !== null && isWholePush(line)) declined.push([branch, failure]);
		else if (failure?.code === "stale" && isFromRemote(line)) doubtful.set(branch, failure);
		else told.set(branch, failure);
		if (line.flag !== "!" && line.flag !== "=") accepted = true;
	}
	const isWhole = declined.length > 0 && !accepted;
	if (!isWhole || declined.length === 1) for (const [branch, failure] of declined) told.set(branch, failure);
	if (isWhole) {
		const [, { code }] = declined[0];
		const failure = {
			code,
			message: `${remote.shown} refused the push: ${words}.`
		};
		return {
			told,
			doubtful,
			end: (declined.length > 1 ? limitOfRefs(stderr) : null) ?? {
				as: "declined",
				failure
			}
		};
	}
	if (told.size + doubtful.size === batch.length) return {
		told,
		doubtful,
		end: { as: "told" }
	};
	const failure = run.status === 0 ? {
		code: "git",
		message: `git did not say of every branch whether it pushed it to ${remote.shown}.`
	} : remoteFailure(remote, run.stderr);
	return {
		told,
		doubtful,
		end: {
			as: lines.size === 0 && HOPELESS.includes(failure.code) ? "closed" : "lost",
			failure
		}
	};
}
const HOPELESS = [
	"authentication",
	"forbidden",
	"not-found"
];
function isCommandTooLong(error) {
	return error instanceof Error && /\b(E2BIG|ENAMETOOLONG)\b/.test(error.message);
}
function parsePorcelain(output) {
	const lines = new Map();
	for (const line of output.split("\n")) {
		const [flag = "", refs = "", ...summary] = line.split("	");
		const colon = refs.lastIndexOf(":refs/");
		if (!/^[ +\-*=!]$/.test(flag) || colon === -1 || summary.length === 0) continue;
		lines.set(refs.slice(colon + 1), {
			flag,
			summary: summary.join("	")
		});
	}
	return lines;
}
function isUntold({ flag, summary }) {
	return flag === "!" && summary.startsWith("[remote failure]");
}
function isFromRemote({ summary }) {
	return summary.startsWith("[remote rejected]");
}
function isWholePush({ summary }) {
	return /^\[remote rejected\] \((pre-receive hook|push) declined/.test(summary);
}
function limitOfRefs(stderr) {
	const most = /\b(?:more than|at most|up to|limit(?:ed)? (?:of|to)|maximum(?: of)?) (?<most>\d{1,9}) (?:\w{1,40} )?(?:branch|tag|ref)/i.exec(stderr)?.groups?.["most"];
	if (most !== void 0) return tooMany(Number(most));
	return /\btoo many (?:branch|tag|ref)/i.test(stderr) ? tooMany(null) : null;
}
function tooMany(most) {
	return {
		as: "too-many",
		most
	};
}
function refusal(branch, line, words) {
	const { summary } = line;
	if (/stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|reference already exists/.test(summary)) return {
		code: "stale",
		message: `Somebody pushed to ${branch} meanwhile; it is left as it is. Run again.`
	};
	const why = isWholePush(line) ? `${summary}: ${words}` : summary;
	if (/protected branch|rule violations|GH006|GH013/i.test(`${summary} ${words}`)) {
		const advice = signatureAdvice(`${summary} ${words}`);
		const message = `A rule of the repository forbids the push to ${branch}: ${why}.`;
		return {
			code: "protected",
			message: advice === "" ? message : `${message} ${advice}`
		};
	}
	return {
		code: "rejected",
		message: `The remote refused ${branch}: ${why}.`
	};
}
const ARGUMENT_CHARACTERS = process.platform === "win32" ? 28e3 : 6e5;
function argumentsOf({ branch, to, expected }) {
	return [`--force-with-lease=refs/heads/${branch}:${expected ?? ""}`, `${to ?? ""}:refs/heads/${branch}`];
}
function howManyFit(pushes, most, characters = ARGUMENT_CHARACTERS) {
	let used = 0;
	let count = 0;
	for (const push of pushes) {
		for (const argument of argumentsOf(push)) used += argument.length + 1;
		if (count > 0 && (used > characters || count >= most)) break;
		count += 1;
	}
	return count;
}
// src/publish/branches.ts
async function buildAndPush(items, context, onProgress) {
	const building = pending(items).filter(needsPush);
	if (building.length === 0) return;
	onProgress({
		step: "committing",
		commits: building.length
	});
	const requests = building.map((item) => {
		const authoredAt = firstTriedAt(item);
		return {
			message: item.proposal.commitMessage,
			content: item.content,
			...authoredAt === void 0 ? {} : { authoredAt }
		};
	});
	const commits = await (context.build ?? localBuilder(context))(requests);
	const pushes = building.flatMap((item, index) => {
		const commit = commits[index];
		if (!commit.ok) giveUp(item, commit.error);
		const expected = item.seen?.found.branch?.sha ?? null;
		return commit.ok ? [{
			item,
			branch: item.proposal.branch,
			to: commit.value,
			expected
		}] : [];
	});
	const total = pushes.length;
	onProgress({
		step: "pushing",
		done: 0,
		total
	});
	const outcomes = await pushBranches(context.head.remote, pushes, {
		...context.pushSize === void 0 ? {} : { size: context.pushSize },
		onBatch: (done) => onProgress({
			step: "pushing",
			done,
			total
		})
	});
	const held = await heldAlready(pushes.flatMap(({ item, branch }) => outcomes.get(branch)?.code === "stale" ? [item] : []), context);
	for (const { item, branch, to } of pushes) {
		const refused = outcomes.get(branch);
		if (refused && !held.has(branch)) {
			giveUp(item, refused);
			item.pushRefused = ["protected", "rejected"].includes(refused.code);
		} else item.head = held.get(branch) ?? to;
	}
}
async function heldAlready(items, { head: { remote }, base }) {
	const held = new Map();
	if (items.length === 0) return held;
	const refs = await readRemote(remote);
	if (!refs.ok) return held;
	const owned = await readOwnership(remote, items.flatMap(({ proposal: { branch } }) => {
		const sha = refs.value.branches.get(branch);
		return sha === void 0 ? [] : [{
			branch,
			sha
		}];
	}));
	if (!owned.ok) return held;
	for (const { proposal, content } of items) {
		const sha = refs.value.branches.get(proposal.branch) ?? "";
		const owner = owned.value.get(sha);
		if (owner?.ours && owner.base === base.sha && owner.digest === content?.digest) held.set(proposal.branch, sha);
	}
	return held;
}
function firstTriedAt({ decision, seen }) {
	return decision?.do === "create" && seen !== null ? triedSince(seen) ?? void 0 : void 0;
}
function needsPush({ decision }) {
	return (decision?.do === "create" || decision?.do === "update") && decision.branch !== "reuse";
}
function localBuilder({ remote, base, now, author }) {
	return async (requests) => {
		const who = {
			author: author ?? await gitIdentity(remote.clone),
			date: now
		};
		const built = await buildCommits(remote, base.sha, requests, who);
		return built.ok ? built.value.map((sha) => ok(sha)) : requests.map(() => built);
	};
}
async function deleteBranches(items, { head: { remote }, pushSize }) {
	const leaving = items.filter(({ decision, result }) => result?.outcome === "closed" && (decision?.do === "delete-branch" || decision?.do === "close" && decision.deleteBranch));
	const outcomes = await pushBranches(remote, leaving.map(({ proposal, head }) => ({
		branch: proposal.branch,
		to: null,
		expected: head
	})), pushSize === void 0 ? {} : { size: pushSize });
	for (const item of leaving) {
		const refused = outcomes.get(item.proposal.branch);
		if (refused) tellOfBranch(item, refused);
	}
}
function tellOfBranch(item, refused) {
	if (item.decision?.do === "delete-branch") giveUp(item, refused);
	else {
		const reason = `${item.result.reason} Its branch stays: ${refused.message}`;
		item.result = {
			...item.result,
			reason
		};
	}
}
// src/publish/publish.ts
async function publish(proposals, seen, context, onProgress = () => {}) {
	const items = await decideItems(proposals, seen, context);
	await buildAndPush(items, context, onProgress);
	const dresser = createDresser(context.github, context.dress);
	const stopped = await writePullRequests(items, context, dresser, onProgress);
	await deleteBranches(items, context);
	const refusedBranches = items.flatMap(({ proposal, pushRefused }) => pushRefused ? [proposal.branch] : []);
	return {
		results: items.map(resultOfItem),
		stopped,
		refusedBranches,
		remarks: dresser.remarks
	};
}
async function foresee(proposals, seen, context) {
	const items = await decideItems(proposals, seen, context);
	return new Map(items.map(({ proposal: { branch }, decision, result }) => [branch, decision === null ? fail("undecided", result?.reason ?? "Nothing was decided.") : ok(decision)]));
}
async function preview(proposals, seen, context) {
	const items = await decideItems(proposals, seen, context);
	for (const item of pending(items)) {
		item.head ??= NO_COMMIT;
		if (!fitsMarker(item, context)) continue;
		item.result = item.decision && decidedResult(item, item.decision, knownPullRequest(item));
	}
	return items.map(resultOfItem);
}
const NO_COMMIT = "0".repeat(40);
async function decideItems(proposals, seen, context) {
	const items = proposals.map(newItem);
	rejectUnusable(items);
	await readContents(items, context);
	decideAll(items, seen, context);
	return items;
}
function resultOfItem({ result, proposal }) {
	return result ?? resultOf$1(proposal, "failed", "Nothing was decided.");
}
function decidedResult({ proposal }, decision, pullRequest) {
	return resultOf$1(proposal, OUTCOMES[decision.do], reasonFor(decision, proposal.closing), pullRequest);
}
function fitsMarker(item, context) {
	const marker = markerOf(item, context);
	if (marker === null || fitsBody(marker)) return true;
	giveUp(item, {
		code: "too-large",
		message: `${item.proposal.changes.length} credentials are too many for one pull request: group them by team or kind.`
	});
	return false;
}
function rejectUnusable(items) {
	const taken = new Set();
	for (const item of items) {
		const { branch, changes, files } = item.proposal;
		if (!isRotateBranch(branch)) giveUp(item, {
			code: "bad-branch",
			message: `${JSON.stringify(branch)} cannot be a branch below rotate/.`
		});
		else if (taken.has(branch)) giveUp(item, {
			code: "same-branch",
			message: `Another namespace of this run has the branch ${branch}.`
		});
		else if (changes.length > 0 && files.every(({ before, after }) => before === after)) giveUp(item, {
			code: "no-change",
			message: "The proposal lists changes, but its files stay as they are."
		});
		taken.add(branch);
	}
}
async function readContents(items, { remote, base }) {
	const paths = new Set(pending(items).flatMap(({ proposal }) => proposal.files.map(({ path }) => path)));
	const baseFiles = await readBaseFiles(remote, base.sha, [...paths]);
	for (const item of pending(items)) item.content = take(item, contentOf(item.proposal.files, baseFiles, base.sha));
}
function decideAll(items, seen, { base, policy }) {
	for (const item of pending(items)) {
		const { branch, askedByName = policy.askedByName } = item.proposal;
		item.seen = take(item, seen.get(branch) ?? fail("git", "It was not looked at."));
		if (item.seen === null) continue;
		const { found } = item.seen;
		item.decision = decide(wantedOf$1(item, base), found, {
			...policy,
			askedByName
		});
		item.head = found.branch?.sha ?? null;
	}
}
function wantedOf$1(item, base) {
	const { proposal, content } = item;
	if (proposal.changes.length === 0 || !content) return null;
	const { outside = 0 } = proposal;
	return {
		baseBranch: base.branch,
		changes: changesOf(proposal),
		...upgradesOf(proposal),
		files: filesOf(item),
		digest: content.digest,
		outside
	};
}
function changesOf({ changes }) {
	return Object.fromEntries(changes.map(({ id, to }) => [id, to]));
}
function filesOf({ proposal, content }) {
	const files = content?.before ?? {};
	return proposal.group === null ? files : { "*": filesDigest(files) };
}
const OUTCOMES = {
	create: "created",
	update: "updated",
	unchanged: "unchanged",
	"left-alone": "left-alone",
	close: "closed",
	"delete-branch": "closed",
	nothing: "unchanged"
};
async function writePullRequests(items, context, dresser, onProgress) {
	const working = pending(items);
	const total = working.length;
	const backoff = createBackoff(context.sleep ?? setTimeout);
	let stop = null;
	for (const [index, item] of working.entries()) {
		const { proposal, decision, seen } = item;
		if (!decision || !seen) continue;
		const work = {
			proposal,
			decision,
			seen,
			marker: markerOf(item, context),
			baseBranch: context.base.branch,
			dress: context.dress ?? NO_DRESS
		};
		const idle = decision.do === "left-alone" || decision.do === "nothing";
		if (!fitsMarker(item, context)) {} else if (stop && !idle) endWith(item, stop);
		else {
			const done = await workOn(context.github, dresser, work, backoff);
			if (done.ok) item.result = decidedResult(item, decision, done.value);
			else endWith(item, done.error);
			stop = fatal(done) ?? dresser.stopped();
		}
		onProgress({
			step: "pull-request",
			done: index + 1,
			total,
			result: item.result
		});
	}
	return stop;
}
function endWith(item, failure) {
	if (failure.code !== "rate-limited") giveUp(item, failure);
	else item.result = resultOf$1(item.proposal, "deferred", failure.message, knownPullRequest(item));
}
function fatal(result) {
	return !result.ok && ["authentication", "rate-limited"].includes(result.error.code) ? result.error : null;
}
function markerOf(item, { base, policy, dress = NO_DRESS }) {
	const { proposal, content, decision, head, seen } = item;
	if (decision?.do !== "create" && decision?.do !== "update" || !content || head === null) return null;
	const { namespace, cluster, group, readers = NO_READERS, pages = [] } = proposal;
	const known = knownPullRequest(item);
	const dressed = known === null ? null : parseMarker(known.body);
	const wantsDress = dress.autoMerge !== null || Object.values(readers).some((list) => list.length > 0);
	const anew = known === null ? wantsDress : isAskedAnew(dressed, known, readers, dress);
	const undressed = pages.length > 0 || anew || dressed?.undressed === true;
	const asked = dressed === null ? askedFor(readers, dress) : dressed.asked;
	return {
		v: 1,
		namespace,
		cluster,
		...group === null ? {} : { group },
		head,
		base: decision.branch === "reuse" ? seen?.branchBase ?? base.sha : base.sha,
		files: filesOf(item),
		changes: changesOf(proposal),
		from: Object.fromEntries(proposal.changes.map(({ id, from }) => [id, from])),
		...upgradesOf(proposal),
		...policy.incident === null ? {} : { incident: policy.incident },
		...undressed ? { undressed } : {},
		...undressed && !anew && dressed?.missing !== void 0 ? { missing: dressed.missing } : {},
		...undressed || asked === void 0 ? {} : { asked }
	};
}
function upgradesOf({ changes }) {
	const upgrades = changes.flatMap(({ id, upgrade }) => upgrade === void 0 ? [] : [[id, upgrade.to]]);
	return upgrades.length === 0 ? {} : { upgrades: Object.fromEntries(upgrades) };
}
// src/publish/sign.ts
const TEMPORARY = "rotate/_signing-";
const FATAL = [
	"authentication",
	"forbidden",
	"rate-limited",
	"unreachable"
];
const UNCERTAIN = [
	"conflict",
	"server",
	"unreachable"
];
async function signCommits(remote, graphql, base, requests, options) {
	const items = requests.map((request, index) => {
		return {
			request,
			branch: temporaryName(base, request, index),
			made: null,
			failure: null
		};
	});
	const temporary = await makeBranches(remote, base, items, options);
	await commitAll(graphql, base, items, options.onCommit);
	for (const { branch, made } of items) if (made) temporary.set(branch, made.oid);
	await proveAll(remote, base, items);
	return {
		commits: items.map(({ made, failure }) => failure || !made ? {
			ok: false,
			error: failure ?? NOTHING_MADE
		} : ok(made.oid)),
		temporary
	};
}
const NOTHING_MADE = {
	code: "server",
	message: "GitHub made no commit."
};
async function cleanSigning(remote, branches, options = {}) {
	return [...(await pushBranches(remote, [...branches].filter(([branch]) => branch.startsWith(TEMPORARY)).map(([branch, sha]) => ({
		branch,
		to: null,
		expected: sha
	})), sizeOf(options))).values()].filter((outcome) => outcome !== null);
}
function temporaryName(base, { message, content }, index) {
	const hash = createHash("sha256").update(`${base}\0${content.digest}\0${index}\0${message}`);
	return `${TEMPORARY}${hash.digest("hex").slice(0, 16)}`;
}
function sizeOf({ pushSize }) {
	return pushSize === void 0 ? {} : { size: pushSize };
}
async function makeBranches(remote, base, items, options) {
	const outcomes = await pushBranches(remote, items.map(({ branch }) => {
		return {
			branch,
			to: base,
			expected: options.branches.get(branch) ?? null
		};
	}), sizeOf(options));
	for (const item of items) item.failure = outcomes.get(item.branch) ?? null;
	return new Map(items.filter(({ failure }) => failure === null).map(({ branch }) => [branch, base]));
}
async function commitAll(graphql, base, items, onCommit) {
	let stop = null;
	for (const [index, item] of items.entries()) {
		if (item.failure === null && stop === null) {
			const made = await commitOne(graphql, base, item);
			if (made.ok) item.made = made.value;
			else {
				item.failure = made.error;
				if (FATAL.includes(made.error.code)) stop = made.error;
			}
		}
		if (!item.made) item.failure ??= stop;
		onCommit?.(index + 1);
	}
}
async function commitOne(graphql, base, { request, branch }) {
	const { message, content } = request;
	const [headline = "", ...rest] = messageWithTrailers(message, {
		base,
		digest: content.digest
	}).trimEnd().split("\n");
	const body = rest.join("\n").trim();
	const files = content.files.map(({ path, bytes }) => ({
		path,
		bytes
	}));
	const made = await graphql.commitOnBranch({
		branch,
		expectedHead: base,
		headline,
		body,
		files
	});
	if (made.ok || !UNCERTAIN.includes(made.error.code)) return made;
	const head = await graphql.branchHead(branch);
	if (!head.ok || head.value === null || head.value.oid === base) return made;
	return ok(head.value);
}
async function proveAll(remote, base, items) {
	const candidates = items.flatMap((item) => item.made && item.failure === null ? [{
		item,
		head: {
			branch: item.branch,
			sha: item.made.oid
		}
	}] : []);
	const owned = await readEach(remote, candidates.map(({ head }) => head));
	candidates.forEach(({ item, head }, index) => {
		const found = owned[index] ?? fail("git", `git did not say what ${head.sha} is.`);
		if (!found.ok) item.failure = found.error;
		else if (!isAsAsked(found.value, base, item.request)) item.failure = notAsAsked(item.request);
		else if (!item.made?.verified) item.failure = notSigned(item.request);
	});
}
async function readEach(remote, heads) {
	const all = await readOwnership(remote, heads);
	if (!all.ok && heads.length > 1) {
		const found = [];
		for (const head of heads) found.push(...await readEach(remote, [head]));
		return found;
	}
	return heads.map(({ sha }) => {
		if (!all.ok) return all;
		const one = all.value.get(sha);
		return one ? ok(one) : fail("git", `git did not say what ${sha} is.`);
	});
}
function isAsAsked(found, base, { content }) {
	return found.ours && found.base === base && found.digest === content.digest;
}
function pathsOf({ content }) {
	return content.files.map(({ path }) => path).join(", ");
}
function notSigned(request) {
	return {
		code: "not-signed",
		message: `GitHub committed the change of ${pathsOf(request)}, but did not sign it, so it is not used. github.com signs what its API commits; an Enterprise Server only where web commit signing is switched on: ask its administrator, or run without signing.`
	};
}
function notAsAsked(request) {
	const executable = request.content.files.find(({ mode }) => mode !== "100644");
	const why = executable ? `${executable.path} is executable, and GitHub's API makes every file a plain one: run without signing.` : "Run again; if it stays so, run without signing.";
	return {
		code: "not-as-asked",
		message: `GitHub made another commit than the change of ${pathsOf(request)}, so it is not used. ${why}`
	};
}
// src/commands/choose.ts
async function chooseNamespaces(read, options) {
	if (read.selected) return ok({
		read,
		confirm: null
	});
	const { ask } = options;
	const choices = choicesOf(rotatable(read.survey, read.selection, options));
	if (!ask || choices.length === 0) return refuseNoSelection(read.survey, read.selection, options);
	const picked = await ask.namespaces(choices);
	if (picked === null) return cancelled();
	return ok({
		read: narrow(read, picked),
		confirm: ask.confirm
	});
}
async function confirmWriting(confirm, preview, question) {
	if (confirm === null || preview.changes.length === 0) return null;
	const answer = await confirm(preview, question);
	if (answer === null) return cancelled();
	return answer ? null : fail("declined", "Nothing was written, as you chose.");
}
function cancelled() {
	return fail("cancelled", "Stopped; nothing was written.");
}
function choicesOf(rotations) {
	const choices = new Map();
	for (const { assessment } of rotations) {
		const { credential } = assessment;
		const { cluster, namespace } = credential;
		const known = choices.get(key(credential));
		if (known === void 0) choices.set(key(credential), {
			cluster,
			namespace,
			credentials: [credential]
		});
		else known.credentials.push(credential);
	}
	return [...choices.values()];
}
function narrow(read, picked) {
	const keys = new Set(picked.map(key));
	const folders = read.namespaces.folders.filter((folder) => keys.has(key(folder)));
	const isInside = ({ file }) => folders.some(({ path }) => file.startsWith(`${path}/`));
	return {
		...read,
		selected: true,
		selection: {
			...read.selection,
			namespaces: picked.map(({ namespace }) => namespace)
		},
		namespaces: {
			...read.namespaces,
			folders
		},
		survey: {
			...read.survey,
			assessments: read.survey.assessments.filter(({ credential }) => keys.has(key(credential))),
			problems: read.survey.problems.filter(isInside),
			unrotatable: read.survey.unrotatable.filter(isInside)
		}
	};
}
function key({ cluster, namespace }) {
	return `${cluster}/${namespace}`;
}
// src/commands/read/open-commit.ts
function cloneOf({ root: { root }, env, remote }) {
	return {
		folder: root,
		env,
		fetch: objectFetcher(async () => {
			if (typeof remote === "object") return ok(remote);
			return openRemote({
				cwd: root,
				env,
				remote,
				token: (await findToken$1(env))?.value ?? null
			});
		})
	};
}
async function openCommitReader(commit, source) {
	const { root, prefix, checkedOut } = source.root;
	const clone = cloneOf(source);
	const reader = await openCommit(clone, commit, { prefix });
	if (!checkedOut && !await holdsNamespaces(clone, commit, prefix)) return fail("not-an-environments-repository", `The commit ${commit.slice(0, 10)} of ${root} has no folder namespaces/. Run rotate-pr in a clone of ministryofjustice/cloud-platform-environments, or name its folder with --root.`);
	return ok(reader);
}
// src/commands/read/base-branch.ts
async function surveyBase(options, { source: from, versions }, say) {
	const root = openRoot(options, "commit");
	if (!root.ok) return root;
	if (root.value.top === null) return fail("not-a-git-repository", `${root.value.root} is not in a git repository: clone it with git.`);
	const date = resolveDate(options);
	if (!date.ok) return date;
	const token = await findToken$1(options.env);
	const source = await findBase(root.value, options, token, from, say);
	if (!source.ok) return source;
	const { base, remote, opened: before } = source.value;
	const opened = before?.commit === base.sha ? ok(before) : await openCommitReader(base.sha, {
		root: root.value,
		env: options.env,
		remote: remote?.remote ?? options.remote
	});
	if (!opened.ok) return opened;
	const reader = opened.value;
	const read = await surveySelected(reader, root.value.root, date.value, options, say, {
		asks: versions === "latest" || options.checkVersions === true,
		token: async () => token?.value ?? null
	});
	const { prefix } = root.value;
	return read.ok ? ok({
		date: date.value,
		prefix,
		base,
		remote,
		token,
		reader,
		...read.value
	}) : read;
}
async function findBase(root, options, token, from, say) {
	const mayBeOffline = from === "fetched";
	const cwd = root.top ?? root.root;
	const remote = await openRemote({
		cwd,
		remote: options.remote,
		env: options.env,
		token: token?.value ?? null
	});
	const isSlip = !remote.ok && remote.error.code === "unknown-remote";
	if (!remote.ok) return mayBeOffline && !isSlip ? readLocal(cwd, options, null, remote.error, say) : remote;
	const repository = mayBeOffline ? ok(null) : repositoryOf(options.env, remote.value);
	if (!repository.ok) return repository;
	say.progress?.({
		phase: "asking the remote",
		done: 0,
		total: 0
	});
	const refs = await readRemote(remote.value);
	if (!refs.ok) return mayBeOffline ? readLocal(cwd, options, remote.value, refs.error, say) : refs;
	const base = await findBranch(root, remote.value, refs.value, options);
	if (!base.ok) return base;
	return ok({
		...base.value,
		remote: {
			remote: remote.value,
			refs: refs.value
		}
	});
}
async function findBranch(root, remote, refs, options) {
	const base = await resolveBase(remote, refs, options.base);
	if (!base.ok) return base;
	if (options.base !== void 0) return ok({ base: base.value });
	const reader = await openCommitReader(base.value.sha, {
		root,
		env: options.env,
		remote
	});
	if (!reader.ok) return reader;
	const config = await loadConfig(reader.value, options);
	if (!config.ok) return config;
	const wanted = config.value?.values.base;
	if (wanted === void 0 || wanted === base.value.branch) return ok({
		base: base.value,
		opened: reader.value
	});
	const named = await resolveBase(remote, refs, wanted);
	return named.ok ? ok({ base: named.value }) : named;
}
async function readLocal(cwd, options, remote, why, say) {
	const name = options.base ?? "HEAD";
	const candidates = remote === null ? [name] : [`refs/remotes/${remote.name}/${name}`, name];
	for (const candidate of candidates) {
		const sha = await resolveCommit({
			folder: cwd,
			env: options.env
		}, candidate);
		if (sha === null) continue;
		say(`${why.message} Planned from ${candidate} (${sha.slice(0, 10)}) as it is in this clone.`);
		return ok({
			base: {
				branch: name,
				sha
			},
			remote: null
		});
	}
	return {
		ok: false,
		error: why
	};
}
// src/github/token-kind.ts
const PREFIXES = {
	ghp_: "classic",
	github_pat_: "fine-grained",
	gho_: "oauth",
	ghu_: "app-user",
	ghs_: "installation"
};
function tokenKind(token) {
	const prefix = Object.keys(PREFIXES).find((each) => token.startsWith(each));
	return prefix === void 0 ? "unknown" : PREFIXES[prefix] ?? "unknown";
}
function hasHiddenRights(kind) {
	return kind === "fine-grained" || kind === "installation" || kind === "app-user";
}
// src/github/preflight.ts
const PROBE = "rotate/_probe";
const WORKFLOW_LOGIN = "github-actions[bot]";
async function preflight(input, warn) {
	const { github, base, token, fork, repository: named } = input;
	const { fullName, archived, canPush } = input.info;
	if (archived) return fail("archived", `${fullName} is archived: it takes no pull requests.`);
	if (canPush === false && !fork) return fail("forbidden", `The token may not push to ${fullName}: it needs "Contents: write" and "Pull requests: write". Who may not push there can go by a fork: --fork.`);
	if (fullName.toLowerCase() !== named.toLowerCase()) warn(`GitHub calls ${named} ${fullName} now: set the remote's URL to that.`);
	const same = await isSameRepository(input);
	if (!same.ok) return same;
	if (hasHiddenRights(token)) {
		const allowed = await mayOpen(github, base);
		if (!allowed.ok) return allowed;
	}
	const viewer = token === "installation" && input.viewer !== null ? await input.viewer() : null;
	if (viewer?.ok && viewer.value.login === WORKFLOW_LOGIN) warn("This is the workflow's own token: checks of its pull requests do not run until somebody approves them, and it has 1,000 requests an hour. The token of a GitHub App or of a machine user has neither limit.");
	return ok(void 0);
}
async function isSameRepository({ github, remote, refs, base, repository, unproven }) {
	if (!unproven) return ok(void 0);
	let seen = refs.branches.get(base.branch);
	for (let attempt = 0; attempt < 2; attempt++) {
		const head = await github.branchHead(base.branch);
		if (!head.ok) return head;
		if (head.value === seen) return ok(void 0);
		const again = await readRemote(remote);
		if (!again.ok) return again;
		seen = again.value.branches.get(base.branch);
		if (head.value === seen) return ok(void 0);
	}
	return fail("other-repository", `${remote.shown} is not ${repository}: their branches ${base.branch} stand at different commits. Set GITHUB_REPOSITORY, or choose another remote with --remote.`);
}
async function mayOpen(github, base) {
	const tried = await github.create({
		title: "rotate-pr looks whether it may open pull requests",
		body: "",
		branch: PROBE,
		base: base.branch,
		draft: false
	});
	if (!tried.ok && tried.error.code !== "validation") return tried;
	return ok(void 0);
}
// src/publish/fork.ts
const ATTEMPTS = 60;
const WAIT_MS = 5e3;
async function openFork(owner, context) {
	const { options, remote } = context;
	const upstream = options.repository;
	const viewer = owner === "" ? await connectGraphQL(options).viewer() : ok({ login: owner });
	if (!viewer.ok) return viewer;
	const found = await findFork({
		owner: viewer.value.login,
		repo: upstream.repo
	}, context, owner === "" && context.mayMake);
	if (!found.ok) return found;
	const repository = found.value;
	const name = `${upstream.owner}/${upstream.repo}`;
	const forkName = `${repository.owner}/${repository.repo}`;
	const url = siblingUrl(remote.url, name, forkName) ?? `${upstream.serverUrl}/${forkName}.git`;
	const pushing = await toPush(remote.clone, url, url, options.token);
	const { shown, secrets } = readRemoteUrl(url);
	const forked = {
		...remote,
		name: PUSH_REMOTE,
		reading: pushing,
		pushing,
		url,
		reached: url,
		shown,
		secrets: [...remote.secrets, ...secrets]
	};
	const refs = await readRemote(forked);
	return refs.ok ? ok({
		repository,
		remote: forked,
		refs: refs.value
	}) : refs;
}
async function findFork(repository, { options }, mayMake) {
	const { owner, repo } = options.repository;
	const github = connectGitHub({
		...options,
		repository: {
			...options.repository,
			...repository
		}
	});
	for (let attempt = 0;; attempt++) {
		const found = await github.repository();
		if (found.ok) {
			const { parent, fullName } = found.value;
			if (parent?.toLowerCase() === `${owner}/${repo}`.toLowerCase()) {
				const [forkOwner = repository.owner, name = repository.repo] = fullName.split("/");
				return ok({
					owner: forkOwner,
					repo: name
				});
			}
			return fail("not-a-fork", `${fullName} is no fork of ${owner}/${repo}.`);
		}
		if (found.error.code !== "not-found" || !mayMake || attempt === ATTEMPTS) return found;
		if (attempt === 0) {
			const made = await connectGitHub(options).fork();
			if (!made.ok) return made;
		} else await setTimeout(WAIT_MS);
	}
}
// src/commands/run/connect.ts
function renamed(repository, fullName) {
	const [owner = repository.owner, repo = repository.repo] = fullName.split("/");
	return {
		...repository,
		owner,
		repo
	};
}
async function connect({ remote: source, base, token }, { env, version, fork, writes }, say) {
	if (source === null) throw new Error("a command that writes was surveyed without its remote");
	const { remote, refs } = source;
	const repository = repositoryOf(env, remote);
	if (!repository.ok) return repository;
	if (token === null) return missingToken();
	const { owner, repo } = repository.value;
	let left = null;
	let time = null;
	const asNamed = {
		...gitHubOptions(repository.value, token.value, version, say),
		onLimit: (limit) => {
			left = limit;
		},
		onTime: (now) => {
			time = now;
		}
	};
	const found = await connectGitHub(asNamed).repository();
	if (!found.ok) return found;
	const plain = {
		...asNamed,
		repository: renamed(repository.value, found.value.fullName)
	};
	const forked = fork === null ? ok(null) : await openFork(fork, {
		remote,
		options: plain,
		mayMake: writes
	});
	if (!forked.ok) return forked;
	const options = forked.value === null ? plain : {
		...plain,
		head: forked.value.repository
	};
	const github = connectGitHub(options);
	if (writes) {
		const checked = await preflight({
			github,
			info: found.value,
			remote,
			refs,
			base,
			token: tokenKind(token.value),
			viewer: env["GITHUB_ACTIONS"] === "true" ? () => connectGraphQL(options).viewer() : null,
			repository: `${owner}/${repo}`,
			unproven: !isRepositoryUrl(env, remote),
			fork: forked.value !== null
		}, say);
		if (!checked.ok) return checked;
	}
	const headOptions = {
		...options,
		repository: {
			...plain.repository,
			...forked.value?.repository
		}
	};
	return ok({
		github,
		left: () => left,
		time: () => time,
		sleep: asNamed.pacing === true ? setTimeout : async () => {},
		head: forked.value ?? {
			remote,
			refs
		},
		fork: forked.value && `${forked.value.repository.owner}/${forked.value.repository.repo}`,
		graphql: connectGraphQL(options),
		headGraphql: connectGraphQL(headOptions)
	});
}
// src/config/title.ts
const TITLE_PLACEHOLDERS = [
	"namespace",
	"cluster",
	"team",
	"count",
	"kinds",
	"date"
];
function fillTitle(template, values) {
	return template.replace(/\{(\w+)\}/g, (whole, name) => isPlaceholder(name) ? values[name] : whole);
}
function isPlaceholder(name) {
	return TITLE_PLACEHOLDERS.some((known) => known === name);
}
// src/report/impact.ts
function sayImpact(credential) {
	const impact = knownKinds().byName.get(credential.kind)?.impact;
	const lines = reachesOf(credential).map((reach) => impact?.[reach] ?? impact?.unknown ?? UNKNOWN);
	const elsewhere = [...new Set(credential.uses.flatMap(({ object, carriesSecret }) => carriesSecret && object?.isOwn === false ? [object.namespace.text] : []))];
	const copies = elsewhere.length === 0 ? [] : say`; a copy is in ${sayList(elsewhere)}`;
	return say`${credential.module}: ${[[...new Set(lines)].join("; ")]}${copies}`;
}
const UNKNOWN = "what it does to whoever uses the value is not known";
function reachesOf(credential) {
	const { token, uses } = credential;
	if (token === null) return uses.some(({ object, carriesSecret }) => carriesSecret && object !== null) ? ["object"] : ["unknown"];
	const isPushed = isPushedToGitHub(credential);
	if (token.circleCi) return isPushed ? ["circleci", "github"] : ["circleci"];
	return isPushed ? ["github"] : ["unknown"];
}
function isPushedToGitHub(credential) {
	return (credential.token?.repositories.length ?? 0) > 0 || pushedByFolder(credential).length > 0;
}
function mergeHours({ kind }, reasons) {
	return (knownKinds().byName.get(kind)?.rules ?? []).find(({ mergeBetween, code }) => mergeBetween !== void 0 && reasons.some((reason) => reason.code === code))?.mergeBetween ?? null;
}
function timingLines({ mergeBetween = null, autoMergeRefused = false }) {
	if (mergeBetween === null) return [];
	const when = `**Merge between ${mergeBetween.from} and ${mergeBetween.to} UTC**, early enough for the apply to end by then.`;
	return autoMergeRefused ? [when, "Auto-merge is left off: it could merge outside those hours."] : [when];
}
// src/report/group-pull-request.ts
const FIRST_PAGE = 14e3;
const PAGE$1 = 6e4;
const SKIPPED_ROWS = 100;
const TITLE_LENGTH$1 = 100;
function groupTitle({ group, changes, incident }) {
	const namespaces = count(namespacesOf(changes).length, "namespace");
	const credentials = count(changes.length, "credential");
	const titles = [
		`Rotate ${listWords(kindCounts(changes))} of ${namespaces}`,
		`Rotate ${credentials}: ${group}`,
		`Rotate ${credentials} of ${namespaces}`
	].map((what) => plainText(incident === null ? what : `Incident: ${lower(what)}`));
	return titles.find((title) => title.length <= TITLE_LENGTH$1) ?? titles.at(-1);
}
function groupCommitMessage(input) {
	const reason = input.incident === null ? "" : `\n\n${plainText(input.incident)}`;
	return `${groupTitle(input)}${reason}\n`;
}
function groupBody(input) {
	const { changes, skipped, incident, group } = input;
	const namespaces = namespacesOf(changes);
	const rows = changes.map(row);
	const isMore = changes.some((each) => alsoChanged(each).length > 0);
	const table = (some) => isMore ? markdownTable(HEADER, some) : markdownTable(HEADER.slice(0, -1), some.map((cells) => cells.slice(0, -1)));
	const head = [
		...incident === null ? [] : [`> [!CAUTION]\n> **Incident:** ${escapeMarkdown(incident)}`],
		...selfRotationBlocks(changes).map((block) => blocksMarkdown([block])),
		`This rotates ${count(changes.length, "credential")} of ${count(namespaces.length, "namespace")} (${escapeMarkdown(group)}): ${listWords(kindCounts(changes))}.`,
		"> [!IMPORTANT]\n> It changes more than one namespace, so the repository’s check “reject-multi-namespace-prs” refuses it. A member of the Cloud Platform team (WebOps) can override that: ask in `#ask-cloud-platform`. The author check also requires an author who may change every one of these namespaces.",
		...timingLines(input).map((line) => `- ${line}`),
		"## What applying it does",
		kindsOf(changes).map((kind) => `- **${capital$1(kindNoun(kind).one)}**: ${whatApplyingDoes(kind, true)}`).join("\n"),
		"## After the merge",
		`Each team has steps of its own. They are printed, filled in, by:\n\n\`\`\`sh\n${shellWords([
			"rotate-pr",
			"runbook",
			"-n",
			"NAMESPACE",
			...incident === null ? [] : ["--incident"]
		])}\n\`\`\``,
		...skippedSection$1(skipped)
	].join("\n\n");
	const foot = `Made by \`rotate-pr\`, which ${whatWasDone(changes)} below and nothing else.`;
	const [first = [], ...others] = cutRows(rows, table, Math.max(2e3, FIRST_PAGE - head.length));
	const total = others.length + 1;
	const title = (page) => total === 1 ? "## What rotates" : `## What rotates (${page} of ${total})`;
	return {
		body: `${[
			head,
			foot,
			title(1),
			table(first)
		].join("\n\n")}\n`,
		pages: others.map((part, index) => `${title(index + 2)}\n\n${table(part)}\n`)
	};
}
const HEADER = [
	"namespace",
	"kind",
	"module",
	"file",
	"old date",
	"new date",
	"also changed"
];
function row(change) {
	return [
		code(namespaceName(change)),
		kindNoun(change.kind).one,
		code(change.module),
		code(shortFile(change)),
		change.from === null ? NO_DATE : code(change.from),
		change.to === "" ? NO_DATE : code(change.to),
		alsoChanged(change).map(inlineMarkdown).join("; ")
	];
}
function cutRows(rows, table, firstLimit) {
	const portions = [[]];
	let room = firstLimit - table([]).length;
	for (const each of rows) {
		const length = table([each]).length;
		if (length > room && portions.at(-1).length > 0) {
			portions.push([]);
			room = PAGE$1 - table([]).length;
		}
		portions.at(-1).push(each);
		room -= length;
	}
	return portions;
}
function skippedSection$1(skipped) {
	if (skipped.length === 0) return [];
	const items = skipped.slice(0, SKIPPED_ROWS).map(({ id, message }) => `- ${code(id)}: ${escapeMarkdown(message)}`);
	const left = skipped.length - SKIPPED_ROWS;
	const more = left > 0 ? [`- … and ${left} more, which \`rotate-pr plan\` lists`] : [];
	const shown = [...items, ...more].join("\n");
	return [`<details><summary>Not rotated: ${count(skipped.length, "credential")}</summary>\n\n${shown}\n\n</details>`];
}
function namespacesOf(changes) {
	return [...new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`))];
}
function capital$1(text) {
	return text[0].toUpperCase() + text.slice(1);
}
function lower(text) {
	return text[0].toLowerCase() + text.slice(1);
}
// src/report/upgrades.ts
const SENTENCE = "An upgrade was asked for, so these modules also go to their latest version. It can change more than the credential: read the releases, and the plan that the pipeline makes of this pull request.";
function upgradeSection(changes, rows) {
	const upgraded = changes.flatMap(({ module, upgrade }) => upgrade === void 0 ? [] : [{
		module,
		upgrade
	}]);
	if (upgraded.length === 0) return [];
	const items = [...groupBy(upgraded, ({ upgrade: { repository, from, to } }) => [
		repository,
		from,
		to
	].join("\n")).values()].map((group) => {
		const named = group.slice(0, rows).map(({ module }) => code(module));
		const left = group.length - named.length;
		const modules = left > 0 ? [...named, `${digits(left)} more`] : named;
		return `- ${listWords(modules)}: ${step(group[0].upgrade)}`;
	});
	return [
		"## Module versions",
		SENTENCE,
		items.join("\n")
	];
}
function step({ repository, from, to, releases }) {
	const home = `${MODULE_HOST}/${MODULE_OWNER}/${repository}`;
	const linked = (releases.length === 0 ? [to] : releases).slice(-12);
	const links = linked.map((tag) => `[${tag}](${home}/releases/tag/${tag})`);
	const earlier = releases.length - linked.length;
	const all = earlier > 0 ? [`${digits(earlier)} earlier`, ...links] : links;
	const what = all.length === 1 ? "release" : "releases";
	return `${code(repository)} from ${code(from)} to ${code(to)}: ${what} ${listWords(all)}, [all changes](${home}/compare/${from}...${to})`;
}
// src/report/pull-request.ts
const GUIDE = "https://user-guide.cloud-platform.service.justice.gov.uk/documentation/other-topics/rotate-tokens-keys.html";
const TITLE_LENGTH = 72;
const BODY_LENGTH = 6e4;
function pullRequestTitle(namespace, changes) {
	const label = clusterLabel$1(changes[0]?.cluster ?? "live");
	const name = plainText(label === "live" ? namespace : `${namespace} (${label})`);
	if (changes.length > 0 && changes.every(({ selfRotation }) => selfRotation === "restored")) {
		const titles = [listWords(kindCounts(changes)), count(changes.length, "credential")].map((what) => `Restore self-rotation of ${what} in ${name}`);
		return titles.find((title) => title.length <= TITLE_LENGTH) ?? titles.at(-1);
	}
	const titles = [
		`Rotate credentials of ${name}: ${kindCounts(changes).join(", ")}`,
		`Rotate ${listWords(kindCounts(changes))} of ${name}`,
		`Rotate ${count(changes.length, "credential")} of ${name}`
	];
	return titles.find((title) => title.length <= TITLE_LENGTH) ?? titles.at(-1);
}
function commitMessage(namespace, changes) {
	const lines = changes.map((change) => {
		const from = change.from === null ? "no date" : change.from;
		const to = change.to === "" ? "no date" : change.to;
		const also = alsoChanged(change).map((each) => `, ${phraseString(each)}`);
		return plainText(`${kindNoun(change.kind).one}, module ${change.module}, ${shortFile(change)}: ${from} -> ${to}${also.join("")}`);
	});
	return `${pullRequestTitle(namespace, changes)}\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
}
function pullRequestBody(input) {
	const full = body(input, Number.POSITIVE_INFINITY);
	return full.length <= BODY_LENGTH ? full : body(input, fittingRows(input));
}
function fittingRows(input) {
	for (let rows = 128; rows > 1; rows = Math.floor(rows / 2)) if (body(input, rows).length <= BODY_LENGTH) return rows;
	return 1;
}
function body(input, rows) {
	const credentials = input.changes.map((change) => ({
		...change,
		...change.consequences
	}));
	const { incident = null } = input;
	const steps = afterMerge({
		...input,
		credentials,
		incident: incident !== null
	});
	return `${[
		...incident === null ? [] : [`> [!CAUTION]\n> **Incident:** ${escapeMarkdown(incident)}`],
		...selfRotationBlocks(input.changes, ({ module }) => module).map((block) => blocksMarkdown([block])),
		introduction(input),
		impactList(credentials, rows),
		...warningSection(input, rows),
		"## What rotates",
		changeTable(input.changes, rows),
		...upgradeSection(input.changes, rows),
		folded("What applying it does", applyingList(credentials)),
		folded("Who uses it", usesList(credentials, rows)),
		folded(`After the merge: ${count(steps.length, "step")}`, stepList(steps, rows)),
		...skippedSection(input.skipped, rows),
		"---",
		`Made by \`rotate-pr\`, which ${whatWasDone(input.changes)} above and nothing else. The Cloud Platform user guide: [Rotating tokens and keys](${GUIDE}).`
	].join("\n\n")}\n`;
}
function folded(summary, content) {
	return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
function impactList(credentials, rows) {
	const items = credentials.map((each) => `- ${inlineMarkdown(sayImpact(each))}`);
	return items.slice(0, rows).join("\n") + more(items.length - rows);
}
function applyingList(credentials) {
	return kindsOf(credentials).map((kind) => {
		const isPushed = credentials.some((each) => each.kind === kind && isPushedToGitHub(each));
		return `- **${capital(kindNoun(kind).one)}**: ${whatApplyingDoes(kind, isPushed)}`;
	}).join("\n");
}
function introduction({ namespace, production, clusterLabel: label, changes, team, slackChannel }) {
	const where = label === "live" ? code(namespace) : `${code(namespace)} on ${code(label)}`;
	const facts = [team === null ? "" : `team ${code(team)}`, slackChannel === null ? "" : `Slack channel ${code(`#${slackChannel.replace(/^#+/, "")}`)}`].filter((fact) => fact !== "");
	const known = facts.length === 0 ? "" : ` (${facts.join(", ")})`;
	return `This rotates ${`${count(changes.length, "credential")} of the${production === true ? " **production**" : ""} namespace`} ${where}${known}.`;
}
function changeTable(changes, rows) {
	const header = [
		"kind",
		"module",
		"file",
		"old date",
		"new date",
		"change"
	];
	const cells = changes.slice(0, rows).map((each) => [
		kindNoun(each.kind).one,
		code(each.module),
		code(shortFile(each)),
		each.from === null ? NO_DATE : code(each.from),
		each.to === "" ? NO_DATE : code(each.to),
		[ACTIONS[each.action], ...alsoChanged(each).map(inlineMarkdown)].join("; ")
	]);
	return markdownTable(header, cells) + more(changes.length - rows);
}
function warningSection(input, rows) {
	const { warnings, changes } = input;
	const items = [
		...timingLines(input).map((line) => `- ${line}`),
		...warnings.map(({ message }) => `- ${escapeMarkdown(message)}`),
		...changes.flatMap(({ module, notUpgraded, notes = [] }) => notes.map((note) => `- ${code(module)}: ${escapeMarkdown(note.message)}${notUpgraded === void 0 ? upgradeHint(note, input) : ""}`))
	];
	return items.length === 0 ? [] : ["## Before you merge", items.slice(0, rows).join("\n") + more(items.length - rows)];
}
function upgradeHint({ code: reason }, { namespace, clusterLabel: label }) {
	if (reason !== "version-behind") return "";
	const command = shellWords([
		"rotate-pr",
		"open",
		"-n",
		namespace,
		...label === "live" ? [] : ["--cluster", label],
		"--upgrade"
	]);
	return `. To go to it in this pull request too: ${code(command)}`;
}
function usesList(credentials, rows) {
	const items = credentials.flatMap((each) => {
		const uses = whoUses(each);
		const lines = uses.length === 0 ? [say`nothing in this folder’s Terraform`] : uses;
		return [`- ${code(each.module)}:`, ...lines.map((line) => `  - ${inlineMarkdown(line)}`)];
	});
	return items.slice(0, rows).join("\n") + more(items.length - rows);
}
function stepList(steps, rows) {
	return blocksMarkdown([{
		type: "checklist",
		steps: steps.slice(0, rows),
		numbered: true
	}]) + more(steps.length - rows);
}
function skippedSection(skipped, rows) {
	if (skipped.length === 0) return [];
	const items = [...groupBy(skipped, ({ message }) => message)].flatMap(([message, group]) => group.map(({ id }) => `- ${code(id)}: ${escapeMarkdown(message)}`));
	const list = items.slice(0, rows).join("\n") + more(items.length - rows);
	return [folded(`Not rotated in this namespace: ${count(items.length, "credential")}`, list)];
}
function more(left) {
	return left > 0 && Number.isFinite(left) ? `\n\n… and ${digits(left)} more: this text would be too long.` : "";
}
function capital(text) {
	return text[0].toUpperCase() + text.slice(1);
}
// src/commands/run/pull-requests.ts
const MAX_TITLE = 256;
async function draftPullRequests(units, proved, { read, assigned, settings }) {
	const { reader, survey } = read;
	const byUnit = new Map(units.map((unit) => [unit, editsOf([unit], assigned, proved.edits)]));
	const changed = units.filter((unit) => byUnit.get(unit)?.length);
	if (changed.length === 0) return [];
	const ofOne = changed.flatMap(({ group, folders }) => group === null ? folders : []);
	const { readAllMetadata } = await import("./import/environments-metadata.js");
	const metadata = await readAllMetadata(ofOne, reader);
	const assessments = new Map(survey.assessments.map((assessment) => [assessment.credential.id, assessment]));
	const known = {
		assessments,
		consequences: await readConsequences(reader, ofOne, wantedOf(changed.flatMap((unit) => unit.group === null ? byUnit.get(unit) ?? [] : []), assessments))
	};
	return changed.map((unit) => {
		const edits = byUnit.get(unit) ?? [];
		if (unit.group !== null) return groupProposal(unit, unit.group, edits, proved, assessments, settings);
		return proposal(unit, edits, proved, metadata.get(unit.folders[0]?.path ?? ""), known, settings);
	}).map((draft) => ({
		...draft,
		files: fromTop(draft.files, read.prefix)
	}));
}
function fromTop(files, prefix) {
	const below = prefix === "" ? "" : `${prefix}/`;
	return files.map(({ path, before, after }) => ({
		path: `${below}${path}`,
		before,
		after
	}));
}
function groupProposal({ branch, wanted, outside, label = "" }, group, edits, proved, assessments, settings) {
	const changes = edits.flatMap((edit) => edit.changes);
	const timing = timingOf(changes, assessments, settings);
	const input = {
		group: label,
		changes,
		skipped: proved.skipped.filter(({ id }) => wanted.has(id)),
		incident: settings.incident,
		...timing
	};
	return {
		namespace: null,
		cluster: null,
		group,
		branch,
		title: groupTitle(input),
		...groupBody(input),
		commitMessage: groupCommitMessage(input),
		changes,
		files: edits,
		readers: readersOf(settings, []),
		outside: outside ?? 0,
		mergeBetween: timing.mergeBetween
	};
}
function timingOf(changes, assessments, { autoMerge }) {
	const mergeBetween = changes.flatMap((change) => {
		return mergeHours(change, assessments.get(change.id)?.credential.reasons ?? []) ?? [];
	})[0] ?? null;
	return {
		mergeBetween,
		autoMergeRefused: autoMerge !== null && mergeBetween !== null
	};
}
function titleOf(namespace, cluster, changes, metadata, { title }) {
	if (title === null) return pullRequestTitle(namespace, changes);
	const [first] = changes;
	const values = {
		namespace,
		cluster: clusterLabel(cluster),
		team: teamOf$1(metadata) ?? "",
		count: String(changes.length),
		kinds: kindsOf(changes).join(", "),
		date: readDate(first?.to ?? "") ?? ""
	};
	return plainText(fillTitle(title, values)).slice(0, MAX_TITLE);
}
function readersOf(settings, teams) {
	const { labels, assignees, reviewers, teamReviewers, requestReview } = settings;
	const asked = [...teamReviewers, ...requestReview ? teams : []];
	return {
		...NO_READERS,
		labels,
		assignees,
		reviewers,
		teams: [...new Set(asked)]
	};
}
function wantedOf(edits, assessments) {
	return edits.flatMap(({ changes }) => changes.map(({ id, to, selfRotation }) => ({
		assessment: assessments.get(id) ?? missing(id),
		date: selfRotation === "restored" ? null : to
	})));
}
function missing(id) {
	throw new Error(`${id} changes and was not read`);
}
function proposal(unit, edits, proved, metadata, { assessments, consequences }, settings) {
	const changes = edits.flatMap((edit) => edit.changes);
	const prefix = idPrefix(changes[0]?.id ?? "");
	const timing = timingOf(changes, assessments, settings);
	const { namespace = "", cluster = "" } = unit.folders[0] ?? {};
	return {
		namespace,
		cluster,
		group: null,
		branch: unit.branch,
		title: titleOf(namespace, cluster, changes, metadata, settings),
		body: pullRequestBody({
			namespace,
			clusterLabel: clusterLabel(cluster),
			incident: settings.incident,
			changes: changes.map((change) => ({
				...change,
				notes: notes(assessments.get(change.id), change, proved),
				consequences: consequences.get(change.id) ?? missing(change.id)
			})),
			skipped: proved.skipped.filter(({ id }) => id.startsWith(prefix)),
			production: metadata?.production ?? null,
			team: teamOf$1(metadata),
			slackChannel: metadata?.slackChannel ?? null,
			warnings: [],
			...timing
		}),
		commitMessage: commitMessage(namespace, changes),
		changes,
		files: edits,
		readers: readersOf(settings, metadata?.teams ?? []),
		mergeBetween: timing.mergeBetween,
		...unit.askedByName === void 0 ? {} : { askedByName: unit.askedByName }
	};
}
const SAID_BY_THE_DATES = [
	"never-rotated",
	"placeholder-date",
	"older-than-max-age",
	"rotates-itself"
];
const SAID_BY_THE_RESTORATION = ["could-rotate-itself"];
const SAID_BY_THE_UPGRADE = ["version-behind", "version-too-old"];
function notes(assessment, { upgrade, notUpgraded, selfRotation }, proved) {
	if (assessment === void 0) return [];
	const { id, reasons } = assessment.credential;
	const shared = proved.sharedWith.get(id) ?? [];
	const answered = [...upgrade === void 0 ? [] : SAID_BY_THE_UPGRADE, ...selfRotation === "restored" ? SAID_BY_THE_RESTORATION : []];
	const said = reasons.filter(({ code }) => !SAID_BY_THE_DATES.includes(code) && !answered.includes(code));
	if (notUpgraded !== void 0) said.push(notUpgraded);
	if (shared.length === 0) return said;
	return [...said, {
		code: "shared-date",
		message: `the same date also rotates ${shared.join(", ")}`
	}];
}
function idPrefix(id) {
	return id.slice(0, id.indexOf("/") + 1);
}
// src/commands/run/results.ts
function resultFor$1({ date, base }, pullRequests, skipped, problems) {
	return {
		schemaVersion: 1,
		date,
		base: base.sha,
		pullRequests,
		skipped,
		problems
	};
}
function closingsOf({ plan, deleted }, proposed) {
	return [...plan.closings, ...deleted].filter(({ branch }) => !proposed.has(branch));
}
function resultOfRun(prepared, published, proposed, turns) {
	const { read, plan, turn, looked } = prepared;
	const stuck = plan.tended.filter(({ branch }) => !proposed.has(branch));
	const waiting = turns.at(-1)?.deferred ?? [];
	const pullRequests = [
		...published,
		...plan.settled.map(({ unit, result }) => described(unit, result, prepared)),
		...stuck.map((unit) => described(unit, stuckResult(unit, turn.proved.skipped, looked), prepared)),
		...waiting.map(({ one, code, reason }) => described(one, deferredResult(one, code, reason), prepared))
	];
	const skipped = new Set(turns.flatMap(({ proved }) => proved.skipped));
	const problems = new Set(turns.flatMap(({ proved }) => proved.problems));
	return resultFor$1(read, pullRequests, [...skipped, ...prepared.skipped], [...problems]);
}
function described(unit, result, { assigned }) {
	const changes = (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
	const name = unit.namespace ?? unit.label ?? "";
	return {
		...result,
		title: result.url === null ? pullRequestTitle(name, changes) : result.title,
		changes
	};
}
function deferredResult(unit, code, reason) {
	return {
		...resultOf$1(closingOf(unit, "nothing-to-rotate"), "deferred", reason),
		code
	};
}
function stuckResult(unit, skipped, looked) {
	const seen = looked.seen.get(unit.branch);
	const [open] = seen?.ok ? seen.value.found.open : [];
	const known = seen?.ok && open ? seen.value.pullRequests.get(open.number) ?? null : null;
	const why = skipped.find(({ id }) => unit.wanted.has(id))?.message ?? null;
	return resultOf$1(closingOf(unit, "nothing-to-rotate"), "left-alone", STAYS.blocked(why), known);
}
function toldProgress(progress, left) {
	switch (progress.step) {
		case "committing": return {
			phase: "building commits",
			done: 0,
			total: progress.commits
		};
		case "pushing": return {
			phase: "pushing branches",
			done: progress.done,
			total: progress.total
		};
		case "pull-request": {
			const { done, total, result } = progress;
			const { namespace, group, outcome, url } = result;
			const name = namespace ?? `group ${group ?? ""}`;
			const limit = left === null ? "" : `, ${left.remaining} requests left of GitHub's limit`;
			return {
				phase: "pull requests",
				done,
				total,
				note: `${name} ${outcome} ${url ?? ""}`.trimEnd() + limit
			};
		}
	}
}
function counted(count, noun, nouns = `${noun}s`) {
	return `${count} ${count === 1 ? noun : nouns}`;
}
// src/commands/run/warnings.ts
const ROTATABLE = [
	"never",
	"due",
	"ok"
];
function unnamedRemarks({ assessments }, selection) {
	const [isReported, isRotated] = [selectsCredential(selection, "report"), selectsCredential(selection, "rotate")];
	const left = assessments.filter((each) => ROTATABLE.includes(each.credential.state) && isReported(each) && !isRotated(each)).map(({ credential }) => credential);
	return kindsOf(left).map((kind) => onlyWhenNamed(left.filter((credential) => credential.kind === kind).length, kind));
}
function turnRemarks({ closed, pacing, incident }, staggered, pullRequests) {
	if (incident !== null || pullRequests === 0) return [];
	const remarks = [];
	if (closed !== null) remarks.push(closed);
	const { limit, maxOpen, hourlyLimit } = pacing;
	const limits = [
		limit === null ? [] : [`${limit} a run`],
		maxOpen === null ? [] : [`${maxOpen} open at one time`],
		hourlyLimit === null ? [] : [`${hourlyLimit} an hour`]
	].flat();
	if (limits.length > 0) remarks.push(`open takes turns: at most ${limits.join(", ")}, the oldest first.`);
	if (staggered && pullRequests > 1) remarks.push("open takes turns: never two namespaces of one application on a day, production last; --together lifts it.");
	return remarks;
}
// src/commands/run/preview.ts
async function previewRun(read, options, say) {
	const prepared = await prepareAsFarAsPossible(read, options, say);
	if (!prepared.ok) return prepared;
	const { plan, turn, looked, policy, settings, isAsked } = prepared.value;
	const proposals = await draftPullRequests([...plan.tended, ...turn.admitted], turn.proved, prepared.value);
	const remarks = [
		...upgradeRemarks(proposals.flatMap(({ changes }) => changes)),
		...unnamedRemarks(read.survey, read.selection),
		...turn.overtaking.values(),
		...isAsked ? [] : turnRemarks(settings, staggerRules(read, settings) !== null, proposals.length)
	];
	for (const line of remarks) say(line);
	const proposed = new Set(proposals.map(({ branch }) => branch));
	const remote = read.remote?.remote;
	const results = isAsked && remote !== void 0 ? await preview([...proposals, ...closingsOf(prepared.value, proposed)], looked.seen, {
		remote,
		base: read.base,
		policy
	}) : proposals.map(planned);
	return ok({
		result: resultOfRun(prepared.value, results, proposed, [turn]),
		proposals
	});
}
function planned(proposal) {
	return {
		...resultOf$1(proposal, "planned", ""),
		reason: null
	};
}
async function prepareAsFarAsPossible(read, options, say) {
	const settings = settingsFor(options.request, read.config, options.now);
	const how = {
		...options,
		settings,
		everything: false,
		reopensNamed: true
	};
	const connected = await connectToRead(read, {
		...options,
		fork: settings.fork
	}, say);
	const asked = connected.ok ? await prepare(read, {
		...how,
		connection: connected.value
	}, say) : connected;
	if (asked.ok) return ok({
		...asked.value,
		isAsked: true
	});
	say(PREVIEW.notAsked(asked.error.message));
	const alone = await prepare(read, {
		...how,
		connection: null
	}, say);
	return alone.ok ? ok({
		...alone.value,
		isAsked: false
	}) : alone;
}
async function connectToRead(read, { env, version = "unknown", fork }, say) {
	if (read.remote === null) return fail("unreachable", "");
	const repository = repositoryOf(env, read.remote.remote);
	if (!repository.ok) return repository;
	if (read.token === null) return fail("authentication", PREVIEW.noToken);
	const { connect } = await import("./import/commands-run-connect.js");
	return connect(read, {
		env,
		version,
		fork,
		writes: false
	}, say);
}
// src/commands/open.ts
async function open(options, say) {
	const { dryRun = false } = options;
	const surveyed = await surveyBase(options, {
		source: dryRun ? "fetched" : "remote",
		versions: "latest"
	}, say);
	if (!surveyed.ok) return surveyed;
	if (!dryRun && !surveyed.value.selected && options.ask && surveyed.value.token === null) return missingToken();
	const chosen = await chooseNamespaces(surveyed.value, options);
	if (!chosen.ok) return chosen;
	if (!dryRun) return write(chosen.value, options, say);
	const { read } = chosen.value;
	const foretold = await previewRun(read, options, say);
	if (!foretold.ok) return foretold;
	return ok({
		result: foretold.value.result,
		stopped: false,
		credentials: aboutOf(read)
	});
}
async function write({ read, confirm }, options, say) {
	const { survey, selection } = read;
	if (read.remote === null) throw new Error("open was surveyed without its remote");
	const repository = repositoryOf(options.env, read.remote.remote);
	if (!repository.ok) return repository;
	const settings = settingsFor(options.request, read.config, options.now);
	for (const line of unnamedRemarks(survey, selection)) say(line);
	const how = {
		...options,
		settings,
		everything: false,
		reopensNamed: true
	};
	if (![...read.remote.refs.branches.keys()].some((branch) => branch.startsWith("rotate/")) && rotatable(survey, selection, options).length === 0) {
		const { skipped } = planEdits(survey, selection, read.date, options);
		const result = resultFor$1(read, [], skipped, survey.problems);
		return ok({
			result,
			stopped: false,
			credentials: aboutOf(read)
		});
	}
	const connected = await connect(read, {
		...options,
		fork: settings.fork,
		writes: true
	}, say);
	if (!connected.ok) return connected;
	const prepared = await prepare(read, {
		...how,
		connection: connected.value
	}, say);
	if (!prepared.ok) return prepared;
	return execute(prepared.value, {
		connection: connected.value,
		options,
		confirm,
		say
	});
}
async function execute(prepared, run) {
	const { read, plan, turn, provable, looked } = prepared;
	const { connection, say } = run;
	const proposals = await draftPullRequests([...plan.tended, ...turn.admitted], turn.proved, prepared);
	for (const line of upgradeRemarks(proposals.flatMap(({ changes }) => changes))) say(line);
	const proposed = new Set(proposals.map(({ branch }) => branch));
	const closings = closingsOf(prepared, proposed);
	const preview = {
		changes: proposals.flatMap(({ changes }) => changes),
		files: proposals.flatMap(({ files }) => files)
	};
	const refused = await confirmWriting(run.confirm, preview, question(proposals.length));
	if (refused !== null) return refused;
	const signer = createSigner(connection, read.base.sha);
	const context = contextOf(prepared, run, signer);
	const publishing = (some) => publish(some, looked.seen, context, (progress) => say.progress?.(toldProgress(progress, connection.left())));
	const published = [await publishing([...proposals, ...closings])];
	const turns = [turn];
	if (run.confirm === null && published[0]?.stopped === null) {
		const instead = await backfill(turn, published[0], looked, provable);
		turns.push(instead);
		if (instead.admitted.length > 0) published.push(await publishing(await draftPullRequests(instead.admitted, instead.proved, prepared)));
	}
	for (const { message } of await signer.clean()) say(message);
	for (const remark of new Set(published.flatMap(({ remarks }) => remarks))) say(remark);
	for (const { overtaking } of turns) for (const line of overtaking.values()) say(line);
	const results = published.flatMap((each) => each.results);
	return ok({
		result: resultOfRun(prepared, results, proposed, turns),
		stopped: published.some(({ stopped }) => stopped !== null),
		credentials: aboutOf(read)
	});
}
function contextOf({ read, settings, policy }, { connection, options }, signer) {
	return {
		remote: read.remote?.remote ?? connection.head.remote,
		head: connection.head,
		github: connection.github,
		base: read.base,
		now: options.now,
		sleep: connection.sleep,
		policy,
		...settings.author === null ? {} : { author: settings.author },
		...settings.sign ? { build: signer.build } : {},
		dress: {
			draft: settings.draft,
			autoMerge: settings.autoMerge,
			enableAutoMerge: ({ nodeId }, method) => connection.graphql.enableAutoMerge(nodeId, method)
		}
	};
}
function createSigner({ head: { remote, refs }, headGraphql }, base) {
	const temporary = new Map([...refs.branches].filter(([branch]) => branch.startsWith("rotate/_signing-")));
	return {
		async build(requests) {
			const signed = await signCommits(remote, headGraphql, base, requests, { branches: refs.branches });
			for (const [branch, sha] of signed.temporary) temporary.set(branch, sha);
			return signed.commits;
		},
		clean: () => cleanSigning(remote, temporary)
	};
}
function aboutOf({ survey, selection }) {
	const isAbout = selectsCredential({
		...selection,
		due: false
	}, "report");
	return survey.assessments.filter(isAbout).map(({ credential }) => credential);
}
// src/dashboard/run.ts
const UNFINISHED = ["deferred", "failed"];
async function openTicked(boxes, read, options, say) {
	const there = boxesOf(read);
	const results = [];
	const byCluster = new Map();
	for (const box of boxes) {
		const name = readBoxKey(box);
		const found = there.get(box);
		if (name === null || found === void 0) {
			results.push(refused(box));
			continue;
		}
		const ofCluster = byCluster.get(name.clusterLabel) ?? [];
		ofCluster.push({
			box,
			...found,
			clusterLabel: name.clusterLabel
		});
		byCluster.set(name.clusterLabel, ofCluster);
	}
	for (const [clusterLabel, ticked] of byCluster) {
		if (options.dryRun) {
			results.push(...ticked.map((one) => boxResult(one, "planned", CHECKBOX_REASONS.planned)));
			continue;
		}
		const namespaces = ticked.map(({ namespace }) => namespace);
		const selection = {
			...options.selection,
			namespaces,
			clusters: [clusterLabel]
		};
		const opened = await open({
			...options,
			selection
		}, say);
		if (!opened.ok) return opened;
		const { pullRequests, skipped } = opened.value.result;
		results.push(...ticked.map((one) => resultFor(one, pullRequests, skipped)));
	}
	return ok(results);
}
function resultFor(ticked, pullRequests, skipped) {
	const { cluster, namespace } = ticked;
	const pull = pullRequests.find((one) => one.cluster === cluster && one.namespace === namespace);
	if (pull !== void 0) return {
		...boxResult(ticked, pull.outcome, pull.reason),
		number: pull.number,
		url: pull.url
	};
	const prefix = `${idPrefix$1(ticked)}/`;
	const why = skipped.find(({ id }) => id.startsWith(prefix));
	return boxResult(ticked, "left-alone", why === void 0 ? CHECKBOX_REASONS.nothingDue : CHECKBOX_REASONS.notOpened(why.message));
}
function boxResult({ box, cluster, namespace }, outcome, reason) {
	return {
		box,
		cluster,
		namespace,
		outcome,
		reason,
		number: null,
		url: null,
		ticked: UNFINISHED.includes(outcome) || outcome === "planned"
	};
}
function refused(box) {
	return {
		box,
		cluster: null,
		namespace: null,
		outcome: "refused",
		reason: CHECKBOX_REASONS.unknown,
		number: null,
		url: null,
		ticked: false
	};
}
// src/report/dashboard.ts
const words = {
	intro: "This issue is written by `rotate-pr`. Tick a box to have the pull request of that namespace opened now: it rotates what is due there, once it is merged. Whatever else is changed here is overwritten.",
	scope: ({ credentials, namespaces, maxAgeDays }) => `${count(credentials, "credential")} in ${count(namespaces, "namespace")}. One is due when it was rotated more than ${count(maxAgeDays, "day")} ago, or never.`,
	nothing: "Nothing is due, and no pull request is open.",
	columns: [
		"",
		"namespaces",
		"credentials"
	],
	rows: {
		open: "in an open pull request",
		due: "due",
		deferred: "due, waiting for their turn",
		closed: "due, pull request closed by a person",
		held: "due, on hold",
		blocked: "due, blocked: fix first"
	},
	counts: {
		open: "open",
		due: "due",
		deferred: "waiting",
		closed: "closed by a person",
		held: "on hold",
		blocked: "blocked"
	},
	headings: {
		open: "Open pull requests",
		due: "Due: tick to rotate",
		deferred: "Waiting for their turn: tick to rotate now",
		closed: "Closed by a person: tick to open again",
		held: "On hold",
		blocked: "Blocked: fix first"
	},
	shared: "Not of one namespace",
	teams: (page, pages, [first, last]) => pages === 1 ? "By team" : `By team, page ${digits(page)} of ${digits(pages)}: ${first === last ? first : `${first} to ${last}`}`,
	more: (pages) => `The teams that do not fit here follow in the ${pages === 2 ? "first comment" : `first ${digits(pages - 1)} comments of rotate-pr`}.`,
	noTeam: "No team named",
	continued: ", continued",
	group: (name) => `group ${name}`,
	unknown: "credentials that are not known",
	opened: (day) => `opened on ${day}`,
	rotated: (day, several) => day === null ? "no rotation known" : `${several ? "the oldest " : ""}rotated on ${day}`
};
const PAGE = 6e4;
const PART = 3e4;
const MAX_REASON = 400;
const MAX_NAME = 120;
const NAMED = 20;
function dashboardPages(content) {
	const { entries } = content;
	const head = [
		words.intro,
		escapeMarkdown(words.scope(content)),
		entries.length === 0 ? words.nothing : totalsTable(content)
	].join("\n\n");
	if (entries.length === 0) return [`${head}\n`];
	const pages = pack(teamsOf(entries).flatMap(teamParts), PAGE - head.length);
	return pages.map((parts, index) => {
		const names = [parts[0]?.name ?? "", parts.at(-1)?.name ?? ""];
		const text = [
			`## ${escapeMarkdown(words.teams(index + 1, pages.length, names))}`,
			...index === 0 && pages.length > 1 ? [words.more(pages.length)] : [],
			...parts.map((part) => part.text)
		].join("\n\n");
		return index === 0 ? `${head}\n\n${text}\n` : `${text}\n`;
	});
}
function totalsTable({ totals }) {
	const rows = ENTRY_STATES.filter((state) => totals[state].namespaces > 0).map((state) => [
		words.rows[state],
		digits(totals[state].namespaces),
		digits(totals[state].credentials)
	]);
	return markdownTable(words.columns, rows, [1, 2]);
}
function teamsOf(entries) {
	const shared = entries.filter(({ namespace }) => namespace === null);
	const own = entries.filter(({ namespace }) => namespace !== null);
	const without = own.filter(({ team }) => team === null);
	const teams = groupByTeam(own, ({ team }) => team).flatMap(({ team, items }) => team === null ? [] : [{
		name: cut(team, MAX_NAME),
		entries: items
	}]).sort((a, b) => compareText(a.name, b.name));
	return [
		{
			name: words.shared,
			entries: shared
		},
		...teams,
		{
			name: words.noTeam,
			entries: without
		}
	].filter((team) => team.entries.length > 0);
}
function teamParts({ name, entries }) {
	const summary = `${name}: ${teamCounts(entries)}`;
	const lines = ENTRY_STATES.flatMap((state) => {
		return entries.filter((entry) => entry.state === state).toSorted(compareEntries).flatMap(entryLines).map((line) => ({
			state,
			line
		}));
	});
	const parts = [];
	let room = 0;
	let heading = null;
	for (const { state, line } of lines) {
		if (line.length > room) {
			parts.push([]);
			room = PART;
			heading = null;
		}
		const part = parts.at(-1);
		if (heading !== state) part.push(`${heading === null ? "" : "\n"}**${words.headings[state]}**\n`);
		part.push(line);
		heading = state;
		room -= line.length + 1;
	}
	return parts.map((part, index) => {
		const title = index === 0 ? summary : `${summary}${words.continued}`;
		return {
			name,
			text: details(title, part.join("\n"))
		};
	});
}
function teamCounts(entries) {
	return ENTRY_STATES.flatMap((state) => {
		const found = entries.filter((entry) => entry.state === state).length;
		return found === 0 ? [] : [`${digits(found)} ${words.counts[state]}`];
	}).join(", ");
}
function compareEntries(a, b) {
	if (a.number !== null && b.number !== null) return a.number - b.number;
	return compareText(oldest(a) ?? "", oldest(b) ?? "") || compareText(nameOf(a), nameOf(b));
}
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function oldest({ credentials }) {
	const days = credentials.map(({ rotatedOn }) => rotatedOn);
	if (days.includes(null)) return null;
	return days.toSorted()[0] ?? null;
}
function nameOf({ namespace, cluster, group }) {
	if (namespace !== null && cluster !== null) return cut(namespaceName({
		namespace,
		cluster
	}), MAX_NAME);
	return group === null ? "" : cut(words.group(group), MAX_NAME);
}
function entryLines(entry) {
	const { state, box, credentials, reason } = entry;
	const name = code(nameOf(entry));
	if (state === "open") return [`- ${[linkOf(entry), name].filter(Boolean).join(" ")}: ${openWords(entry)}`];
	const said = `${name}: ${whatOf(credentials)}, ${words.rotated(oldest(entry), credentials.length > 1)}${sentence(reason)}`;
	if (box !== null) return [boxLine(box, said)];
	if (reason !== null) return [`- ${said}`];
	return [...groupBy(credentials, (each) => each.reason ?? "")].map(([why, some]) => {
		const which = state === "held" ? whatOf(some) : idList(some);
		return `- ${name}: ${which}: ${shortReason(why)}`;
	});
}
function idList(credentials) {
	const shown = credentials.slice(0, NAMED).map(({ id }) => code(cut(id.slice(id.indexOf("/") + 1), MAX_NAME)));
	const left = credentials.length - shown.length;
	return listWords(left === 0 ? shown : [...shown, count(left, "other credential")]);
}
function openWords(entry) {
	const { credentials, openedOn, reason } = entry;
	const opened = openedOn === null ? "" : `, ${words.opened(openedOn)}`;
	return `${whatOf(credentials)}${opened}${sentence(reason)}`;
}
function linkOf({ number, url }) {
	if (number === null) return "";
	return (url === null ? null : link(`#${number}`, url)) ?? code(`#${number}`);
}
function whatOf(credentials) {
	const known = credentials.flatMap(({ kind }) => kind === null ? [] : [{ kind }]);
	const others = credentials.length - known.length;
	const parts = [...kindCounts(known), ...others === 0 ? [] : [count(others, "credential")]];
	return parts.length === 0 ? words.unknown : listWords(parts);
}
function sentence(reason) {
	return reason === null ? "" : `. ${shortReason(reason)}`;
}
function shortReason(reason) {
	return escapeMarkdown(cut(reason, MAX_REASON));
}
function cut(text, length) {
	return text.length <= length ? text : `${text.slice(0, length)} …`;
}
function pack(parts, firstRoom) {
	const pages = [[]];
	let room = firstRoom;
	for (const part of parts) {
		if (part.text.length + 2 > room && pages.at(-1).length > 0) {
			pages.push([]);
			room = PAGE;
		}
		pages.at(-1).push(part);
		room -= part.text.length + 2;
	}
	return pages;
}
function dashboardDocument(result) {
	const { issue, boxes, base } = result;
	return {
		title: "Dashboard of credential rotation",
		totals: [issueSentence(issue), ...base === null ? [] : [totalsSentence(result)]],
		blocks: [...table(BOX_COLUMNS, boxes.map(boxRow)), ...problems(result.problems)],
		steps: []
	};
}
const BOX_COLUMNS = [
	{ title: "outcome" },
	{
		title: "namespace",
		min: 16
	},
	{ title: "pull request" },
	{
		title: "reason",
		as: "note"
	}
];
function boxRow(each) {
	const { outcome, reason, ticked } = each;
	const stays = ticked ? ["The box stays ticked: the next run with --run tries again."] : [];
	return [
		[{
			text: outcome === "refused" ? "refused" : OUTCOME_WORDS[outcome],
			tone: boxTone(each)
		}],
		[{ name: each.box }],
		requestLink(each, true),
		[...reason === null ? [] : [reason], ...stays].join(" ")
	];
}
function boxTone({ outcome }) {
	if (outcome === "created" || outcome === "updated") return "good";
	return outcome === "failed" || outcome === "refused" ? "bad" : "warning";
}
function issueSentence({ number, url, outcome, reason }) {
	return [
		"The dashboard",
		...number === null ? [] : [", ", {
			text: `#${number}`,
			url
		}],
		`: ${OUTCOME_WORDS[outcome]}. ${reason}`
	];
}
function totalsSentence({ totals }) {
	const parts = ENTRY_STATES.filter((state) => totals[state].namespaces > 0).map((state) => `${digits(totals[state].namespaces)} ${words.counts[state]}`);
	return parts.length === 0 ? words.nothing : `Namespaces: ${listWords(parts)}.`;
}
// src/commands/dashboard.ts
async function dashboard(given, say) {
	const { kinds } = given.selection;
	const everything = {
		namespaces: [],
		clusters: [],
		modules: [],
		teams: [],
		production: null
	};
	const options = {
		...given,
		all: true,
		selected: true,
		selection: {
			...everything,
			kinds,
			due: true
		}
	};
	const date = resolveDate(options);
	if (!date.ok) return date;
	const connected = await connectDashboard(options, say);
	if (!connected.ok) return connected;
	const { issues, login } = connected.value;
	let boxes = [];
	if (options.run) {
		const board = await findDashboards(issues, login);
		if (!board.ok) return board;
		boxes = tickedOn(board.value);
		if (boxes.length === 0) return ok({
			result: nothingTicked(board.value, date.value),
			pages: []
		});
	}
	return refresh(options, connected.value, boxes, say);
}
function tickedOn({ found: { open } }) {
	return [...new Set((open?.pages ?? []).flatMap(({ body }) => tickedBoxes(body)))];
}
async function refresh(options, { issues, login }, boxes, say) {
	const surveyed = await surveyBase(options, {
		source: "remote",
		versions: "latest"
	}, say);
	if (!surveyed.ok) return surveyed;
	const read = surveyed.value;
	const opened = boxes.length === 0 ? ok([]) : await openTicked(boxes, read, options, say);
	if (!opened.ok) return opened;
	const { fork } = options.request;
	const connected = await connect(read, {
		...options,
		fork,
		writes: false
	}, say);
	if (!connected.ok) return connected;
	say("looking at the pull requests");
	const content = await dashboardContent(read, connected.value, options, say);
	if (!content.ok) return content;
	const pages = dashboardPages(content.value);
	const board = await findDashboards(issues, login);
	if (!board.ok) return board;
	for (const number of board.value.strangers) say(madeByAnother(number));
	const decision = decideDashboard(board.value.found, {
		pages,
		handled: new Set(opened.value.filter(({ ticked }) => !ticked).map(({ box }) => box)),
		anew: options.anew,
		stamp: {
			asOf: read.date,
			base: read.base.sha
		}
	});
	const issue = options.dryRun ? foretell$1(decision, pages.length) : await writeDashboard(issues, decision, pages.length);
	if (issue.outcome === "failed" && issue.number === null && opened.value.length === 0) return fail("not-written", issue.reason);
	const { maxAgeDays: _, ...told } = content.value;
	return ok({
		result: resultOf(read.date, read.base.sha, issue, opened.value, told, read.survey.problems),
		pages
	});
}
function resultOf(date, base, issue, boxes, { credentials, namespaces, totals, entries }, problems) {
	return {
		schemaVersion: 1,
		date,
		base,
		issue,
		boxes,
		credentials,
		namespaces,
		totals,
		entries,
		problems
	};
}
function nothingTicked({ found: { open } }, date) {
	return resultOf(date, null, open === null ? {
		number: null,
		url: null,
		outcome: "left-alone",
		reason: NOTHING_TICKED.noIssue,
		pages: 0
	} : {
		number: open.number,
		url: open.url,
		outcome: "unchanged",
		reason: NOTHING_TICKED.noTick,
		pages: open.pages.length
	}, [], {
		entries: [],
		totals: countEntries([]),
		credentials: 0,
		namespaces: 0
	}, []);
}
// src/cli/verbs/dashboard.ts
const PAGE_BREAK = "\n---\n\n";
function runDashboard(given, io) {
	return runDoor(given, io, dashboardDoor(given));
}
function dashboardDoor(flags) {
	const version = readVersion();
	return {
		run: async (options, say) => {
			const request = readOpenRequest({
				...flags,
				group: "namespace",
				incident: false
			});
			if (!request.ok) return request;
			const { base, remote, run, new: anew, dryRun } = flags;
			return dashboard({
				...options,
				base,
				remote,
				version,
				request: request.value,
				run,
				anew,
				dryRun
			}, say);
		},
		render: {
			json: ({ result }) => toJson(result),
			csv: async ({ result }) => (await import("./import/report-csv.js")).dashboardCsv(result),
			...reportFormats(flags.verbose, async ({ result }) => (await import("./import/report-dashboard.js")).dashboardDocument(result)),
			markdown: ({ pages }) => pages.join(PAGE_BREAK)
		},
		exitCode: ({ result: { issue, boxes } }) => issue.outcome === "failed" || boxes.some(({ outcome }) => outcome === "failed") ? 1 : 0
	};
}
// src/cli/verbs/open.ts
function runOpen(flags, io) {
	return runDoor(flags, io, openDoor(flags));
}
function openDoor(flags) {
	const selection = repeatedArguments("open", flags);
	const { verbose } = flags;
	const version = readVersion();
	return {
		run: async (options, say) => {
			const request = readOpenRequest(flags);
			if (!request.ok) return request;
			const { base, remote, dryRun } = flags;
			return open({
				...options,
				base,
				remote,
				dryRun,
				version,
				request: request.value
			}, say);
		},
		render: {
			json: ({ result }) => toJson(result),
			csv: async ({ result }) => (await import("./import/report-csv.js")).pullRequestsCsv(result),
			...reportFormats(verbose, async ({ result }, { format, brief, picked }) => (await import("./import/report-pull-requests.js")).openDocument(result, {
				selection: [...selection, ...picked],
				brief: brief && format === "text",
				preview: flags.dryRun
			}))
		},
		exitCode: ({ result: { pullRequests, skipped }, stopped }) => stopped || pullRequests.some(({ outcome }) => outcome === "failed") || hasFailures(skipped) ? 1 : 0
	};
}
// src/report/diff.ts
const CONTEXT = 3;
const HEADING = /^[A-Za-z_$]/;
const HEADING_BYTES = 80;
const ESCAPES = {
	7: "a",
	8: "b",
	9: "t",
	10: "n",
	11: "v",
	12: "f",
	13: "r",
	34: "\"",
	92: "\\"
};
function unifiedDiff(path, before, after) {
	if (before === after) return "";
	const { hunks } = structuredPatch("", "", before, after, "", "", { context: CONTEXT });
	const oldLines = before.split("\n");
	const body = hunks.flatMap(({ oldStart, oldLines: oldCount, newStart, newLines: newCount, lines }) => {
		return [`@@ -${range(oldStart, oldCount)} +${range(newStart, newCount)} @@${heading(oldLines, oldStart)}`, ...lines];
	});
	return [
		`diff --git ${quotePath(`a/${path}`)} ${quotePath(`b/${path}`)}`,
		`--- ${headerPath(`a/${path}`)}`,
		`+++ ${headerPath(`b/${path}`)}`,
		...body,
		""
	].join("\n");
}
function range(start, lines) {
	if (lines === 1) return String(start);
	return `${lines === 0 ? start - 1 : start},${lines}`;
}
function heading(lines, start) {
	for (let index = start - 2; index >= 0; index -= 1) {
		const line = lines[index];
		if (HEADING.test(line)) return ` ${firstBytes(line.trimEnd(), HEADING_BYTES).trimEnd()}`;
	}
	return "";
}
function firstBytes(text, bytes) {
	let kept = "";
	let used = 0;
	for (const character of text) {
		used += new TextEncoder().encode(character).length;
		if (used > bytes) break;
		kept += character;
	}
	return kept;
}
function headerPath(path) {
	const quoted = quotePath(path);
	return quoted.includes(" ") && !quoted.startsWith("\"") ? `${quoted}\t` : quoted;
}
function quotePath(path) {
	if (/^[\x20-\x7e]*$/.test(path) && !/["\\]/.test(path)) return path;
	return `"${Array.from(new TextEncoder().encode(path), (byte) => {
		const letter = ESCAPES[byte];
		if (letter !== void 0) return `\\${letter}`;
		return byte < 32 || byte > 126 ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte);
	}).join("")}"`;
}
// src/commands/plan.ts
async function plan(options, say) {
	const surveyed = await surveyBase(options, {
		source: "fetched",
		versions: "latest"
	}, say);
	if (!surveyed.ok) return surveyed;
	const foretold = await previewRun(surveyed.value, options, say);
	if (!foretold.ok) return foretold;
	const { result, proposals } = foretold.value;
	const byBranch = new Map(proposals.map((proposal) => [proposal.branch, proposal]));
	const pullRequests = result.pullRequests.map((each) => {
		const { body = "", pages = [], files = [] } = byBranch.get(each.branch) ?? {};
		return {
			...each,
			body: [body, ...pages].join("\n"),
			diff: files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join("")
		};
	});
	return ok({
		...result,
		pullRequests
	});
}
// src/cli/verbs/plan.ts
const WITH_BODIES = 1;
function runPlan(flags, io) {
	return runDoor(flags, io, planDoor(flags));
}
function planDoor(flags) {
	const selection = repeatedArguments("plan", flags);
	const { verbose } = flags;
	return {
		run: async (options, say) => {
			const request = readOpenRequest(flags);
			if (!request.ok) return request;
			return plan({
				...options,
				base: flags.base,
				remote: flags.remote,
				request: request.value
			}, say);
		},
		render: {
			json: toJson,
			csv: async (result) => (await import("./import/report-csv.js")).pullRequestsCsv(result),
			...reportFormats(verbose, async (result, { format, brief }) => {
				const bodies = format === "markdown" || verbose || result.pullRequests.length <= WITH_BODIES;
				const { planDocument } = await import("./import/report-pull-requests.js");
				return planDocument(result, {
					selection,
					bodies,
					brief: brief && format === "text"
				});
			})
		},
		exitCode: (result) => hasFailures(result.skipped) ? 1 : 0
	};
}
// src/commands/run/close-decision.ts
function branchesToLookAt({ namespaces, selection }, pulls, refs) {
	const selected = new Map(namespaces.folders.map((folder) => [idPrefix$1(folder), folder]));
	const there = new Set(namespaces.all.map(idPrefix$1));
	const bodies = new Map(pulls.map(({ branch, body }) => [branch, body]));
	return [...new Set([...refs.branches.keys(), ...bodies.keys()].filter(isRotateBranch))].sort().flatMap((branch) => {
		const target = (owner) => [{
			...owner,
			branch,
			wanted: new Map(),
			askedByName: true
		}];
		if (isGroupBranch(branch)) return target({
			namespace: null,
			cluster: null,
			group: groupOfBranch(branch)
		});
		const prefix = branch.slice(7);
		const folder = selected.get(prefix);
		if (folder !== void 0) return target({
			namespace: folder.namespace,
			cluster: folder.cluster,
			group: null
		});
		if (there.has(prefix) || !isEverywhere(selection)) return [];
		const owner = ownerByName(branch, parseMarker(bodies.get(branch) ?? ""));
		return owner === null ? [] : target({
			...owner,
			group: null
		});
	});
}
function ownerByName(branch, marker) {
	const { label, name } = readBranchName(branch);
	const { namespace, cluster } = marker ?? {};
	for (const owner of [{
		namespace: namespace ?? name,
		cluster: cluster ?? label
	}, {
		namespace: name,
		cluster: label
	}]) {
		const named = branchName(owner.cluster, owner.namespace);
		if ("branch" in named && named.branch === branch) return owner;
	}
	return null;
}
function readBranchName(branch) {
	const id = /^rotate\/(?<id>[a-z0-9-]+)$/.exec(branch)?.groups?.["id"] ?? "";
	const dashes = id.indexOf("--", 1);
	return dashes !== -1 && dashes + 2 < id.length ? {
		label: id.slice(0, dashes),
		name: id.slice(dashes + 2)
	} : {
		label: "live",
		name: id
	};
}
function chooseClosings(targets, { seen }, read, policy) {
	const closings = [];
	const settled = [];
	const selects = selectorOf(read);
	for (const target of targets) {
		const closing = closingOf(target, "taken-back");
		const looked = seen.get(target.branch);
		if (looked === void 0) continue;
		if (!looked.ok) {
			settled.push(resultOf$1(closing, "failed", looked.error.message));
			continue;
		}
		const { found, pullRequests } = looked.value;
		const decision = decide(null, found, policy);
		const known = (number) => number === null ? null : pullRequests.get(number) ?? null;
		const keep = (reason, number) => void settled.push(resultOf$1(closing, "left-alone", reason, known(number)));
		const why = whyItStays(decision, target, found, read, selects);
		if (why === "unselected") continue;
		if (why !== null) keep(why, found.open[0]?.number ?? null);
		else closings.push(closing);
	}
	return {
		closings,
		settled
	};
}
function whyItStays(decision, { group }, { open, closed, branch }, { selection }, selects) {
	const whole = takesWholeNamespaces(selection) && (group === null || isEverywhere(selection));
	const ids = open.flatMap(({ marker }) => marker ?? []).flatMap(({ changes }) => Object.keys(changes));
	const others = ids.filter((id) => !selects(id)).length;
	if (ids.length > 0 ? others === ids.length : group !== null && !whole) return "unselected";
	switch (decision.do) {
		case "close":
			if (others > 0) return STAYS.rotatesOthers(others);
			return ids.length > 0 || whole ? null : STAYS.unknown;
		case "delete-branch": return whole ? null : "unselected";
		case "left-alone": return reasonFor(decision);
		default:
			if (branch === null || branch.ours || closed !== null || !whole) return "unselected";
			return STAYS.modifiedByOthers(branch.why);
	}
}
function selectorOf({ survey, selection, namespaces }) {
	const selects = selectsCredential(selection, "report");
	const assessments = new Map(survey.assessments.map((each) => [each.credential.id, each]));
	const selected = new Set(namespaces.folders.map(idPrefix$1));
	const there = new Set(namespaces.all.map(idPrefix$1));
	return (id) => {
		const assessment = assessments.get(id);
		if (assessment !== void 0) return selects(assessment);
		if (!takesWholeNamespaces(selection)) return false;
		const prefix = id.slice(0, id.indexOf("/"));
		return selected.has(prefix) || !there.has(prefix) && isEverywhere(selection);
	};
}
// src/commands/close.ts
const SAY = {
	noSelection: (branches) => `Nothing was selected, and everything would be ${counted(branches, "branch", "branches")} below rotate/ with their pull requests. Name whose to close: --namespace NAME, --team NAME, --kind KIND, or --all.`,
	looking: "looking for pull requests",
	reason: (text) => `Reason given: ${escapeMarkdown(text)}`
};
async function close(options, say) {
	const { dryRun, now } = options;
	const surveyed = await surveyBase(options, {
		source: "remote",
		versions: "flags"
	}, say);
	if (!surveyed.ok) return surveyed;
	const read = surveyed.value;
	if (read.remote === null) throw new Error("close was surveyed without its remote");
	if (!read.selected) {
		const ours = [...read.remote.refs.branches.keys()].filter((branch) => branch.startsWith("rotate/"));
		return fail("no-selection", SAY.noSelection(ours.length));
	}
	const connected = await connect(read, {
		...options,
		fork: options.request.fork,
		writes: !dryRun
	}, say);
	if (!connected.ok) return connected;
	const connection = connected.value;
	const { github, head } = connection;
	const listed = await github.openPullRequests();
	if (!listed.ok) return listed;
	const targets = branchesToLookAt(read, listed.value, head.refs);
	say.progress?.({
		phase: SAY.looking,
		done: 0,
		total: targets.length
	});
	const observed = await observe(targets, {
		github: {
			...github,
			openPullRequests: async () => listed
		},
		remote: head.remote,
		refs: head.refs,
		base: read.base,
		today: read.date,
		now,
		everything: false
	});
	if (!observed.ok) return observed;
	const state = await goByCommits(observed.value, head.remote.clone, read.prefix);
	const policy = policyOf(read, options);
	const choice = chooseClosings(targets, state, read, policy);
	if (dryRun) return ok({
		result: foretell(choice, state.seen, read),
		stopped: false
	});
	return carryOut(choice, state.seen, {
		read,
		connection,
		options,
		policy,
		say
	});
}
async function carryOut({ closings, settled }, seen, { read, connection, options, policy, say }) {
	const { reason, now } = options;
	const { github, head } = connection;
	const note = reason === null ? {} : { closingNote: SAY.reason(reason) };
	const published = await publish(closings.map((closing) => ({
		...closing,
		...note
	})), seen, {
		remote: read.remote?.remote ?? head.remote,
		head,
		github,
		base: read.base,
		now,
		policy
	}, (progress) => say.progress?.(toldProgress(progress, connection.left())));
	for (const remark of published.remarks) say(remark);
	const result = resultFor$1(read, [...published.results, ...settled], [], problemsOf(read));
	return ok({
		result,
		stopped: published.stopped !== null
	});
}
function foretell({ closings, settled }, seen, read) {
	return resultFor$1(read, [...closings.map((closing) => {
		const looked = seen.get(closing.branch);
		const [open] = looked?.ok ? looked.value.found.open : [];
		const pull = looked?.ok && open !== void 0 ? looked.value.pullRequests.get(open.number) ?? null : null;
		return resultOf$1(closing, "planned", open === void 0 ? WOULD_CLOSE.branchAlone : WOULD_CLOSE.withBranch, pull);
	}), ...settled], [], problemsOf(read));
}
function problemsOf({ selection, namespaces, survey }) {
	return takesWholeNamespaces(selection) ? namespaces.problems : survey.problems;
}
function policyOf({ date, config }, { request, now }) {
	const { refreshAfterDays } = settingsFor(request, config, now);
	return {
		today: date,
		refreshAfterDays,
		explicitDate: false,
		askedByName: true,
		incident: null
	};
}
// src/cli/verbs/close.ts
const LONGEST_REASON = 1e3;
function runClose(flags, io) {
	const selection = repeatedArguments("close", flags);
	const { verbose, base, remote, reason = null, dryRun } = flags;
	const version = readVersion();
	const request = {
		...PLAIN_REQUEST,
		fork: flags.fork ?? null
	};
	return runDoor(flags, io, {
		run: async (options, say) => {
			if (reason !== null && reason.length > LONGEST_REASON) return fail("usage", `--reason takes at most ${LONGEST_REASON} characters.`);
			return close({
				...options,
				base,
				remote,
				version,
				request,
				reason,
				dryRun
			}, say);
		},
		render: {
			json: ({ result }) => toJson(result),
			csv: async ({ result }) => (await import("./import/report-csv.js")).pullRequestsCsv(result),
			...reportFormats(verbose, async ({ result }) => (await import("./import/report-pull-requests.js")).closeDocument(result, selection))
		},
		exitCode: ({ result: { pullRequests }, stopped }) => stopped || pullRequests.some(({ outcome }) => outcome === "failed") ? 1 : 0
	});
}
// src/commands/config.ts
async function config(options, say) {
	const read = await surveyTree({
		...options,
		all: true
	}, say);
	if (!read.ok) return read;
	const { date, reader, config: file, survey, namespaces } = read.value;
	const rules = rulesInForce(file, subjectsOf(survey, namespaces.facts), date);
	const opening = windowAt(file, options.now);
	return ok({
		schemaVersion: 1,
		date,
		base: reader.commit,
		file: file?.file ?? null,
		settings: settingsInForce(file, options),
		rules,
		opening: opening.open ? {
			open: true,
			closedUntil: null,
			reason: null
		} : {
			open: false,
			closedUntil: opening.closedUntil?.toISOString() ?? null,
			reason: opening.reason
		},
		problems: rules.flatMap(slips)
	});
}
function subjectsOf({ assessments }, facts) {
	return assessments.map(({ credential }) => subjectOf(credential, facts));
}
function rulesInForce(file, subjects, today) {
	if (file === null) return [];
	const entry = (rule) => {
		const found = subjects.filter(rule.matches);
		return {
			list: rule.list,
			file: file.file,
			line: rule.line,
			match: rule.match,
			credentials: found.length,
			namespaces: new Set(found.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size
		};
	};
	return [
		...file.overrides.map((rule) => ({
			...entry(rule),
			maxAgeDays: rule.maxAgeDays,
			reason: null,
			until: null,
			inForce: true
		})),
		...file.exclude.map((rule) => ({
			...entry(rule),
			maxAgeDays: null,
			reason: rule.reason,
			until: null,
			inForce: true
		})),
		...file.snooze.map((rule) => ({
			...entry(rule),
			maxAgeDays: null,
			reason: rule.reason,
			until: rule.until,
			inForce: !hasRunOut(rule, today)
		}))
	];
}
function slips({ list, file, line, credentials, inForce, until }) {
	const slip = (code, message) => ({
		file,
		line,
		column: 1,
		code,
		message
	});
	return [...inForce ? [] : [slip("snooze-ended", `this snooze ran out on ${until}: take it out`)], ...credentials > 0 ? [] : [slip("matches-nothing", `this entry of ${list} matches no credential: is it spelt right?`)]];
}
function settingsInForce(file, options) {
	const resolved = new Map(Object.entries(resolveSettings(file)));
	return configSettings().flatMap(({ config: { key } }) => {
		const setting = resolved.get(key);
		switch (key) {
			case "overrides":
			case "exclude":
			case "snooze": return [];
			case "maxAge": return ageSettings(file, options.maxAgeDays);
			case "extends": return [inForce(key, {
				value: valueInFile(file, key) ?? "moj",
				origin: originInFile(file, key)
			})];
			case "kinds": return [inForce(key, {
				value: Object.keys(file?.values.kinds ?? {}),
				origin: originInFile(file, key)
			})];
			case "clusters": return [inForce(key, clusterSetting(file, options))];
			case "stagger": return staggerSettings(file);
			case "author": return [inForce(key, authorSetting(file))];
			default: return [inForce(key, setting ?? {
				value: valueInFile(file, key) ?? [],
				origin: originInFile(file, key)
			})];
		}
	});
}
function valueInFile(file, key) {
	return new Map(Object.entries(file?.values ?? {})).get(key);
}
function ageSettings(file, maxAge) {
	return knownKinds().names.map((kind) => {
		const { days, key } = maxAgeOfKind(file, kind);
		const setting = maxAge === null ? {
			value: days,
			origin: key === null ? { from: "default" } : originInFile(file, key)
		} : {
			value: maxAge,
			origin: {
				from: "flag",
				flag: "--max-age"
			}
		};
		return inForce(`maxAge.${kind}`, setting);
	});
}
function clusterSetting(file, { selection }) {
	return selection.clusters.length > 0 ? {
		value: selection.clusters,
		origin: {
			from: "flag",
			flag: "--cluster"
		}
	} : {
		value: listOf(file?.values.clusters),
		origin: originInFile(file, "clusters")
	};
}
function authorSetting(file) {
	const { value, origin } = resolveSettings(file).author;
	return {
		value: value === null ? null : `${value.name} <${value.email}>`,
		origin
	};
}
function staggerSettings(file) {
	const { enabled, ...rest } = resolveSettings(file).stagger.value;
	const whole = typeof file?.values.stagger === "boolean" ? "stagger" : "stagger.enabled";
	return [inForce("stagger.enabled", {
		value: enabled,
		origin: originInFile(file, whole)
	}), ...Object.entries(rest).map(([key, value]) => inForce(`stagger.${key}`, {
		value,
		origin: originInFile(file, `stagger.${key}`)
	}))];
}
function inForce(key, { value, origin }) {
	return {
		key,
		value,
		origin: originResult(origin)
	};
}
function originResult(origin) {
	return {
		from: origin.from,
		flag: origin.from === "flag" ? origin.flag : null,
		file: origin.from === "file" ? origin.file : null,
		line: origin.from === "file" ? origin.line : null
	};
}
// src/cli/verbs/config.ts
function runConfig(flags, io) {
	return runDoor(flags, io, {
		run: (options, say) => config({
			...options,
			base: flags.base
		}, say),
		render: {
			json: toJson,
			csv: async (result) => (await import("./import/report-config.js")).configCsv(result),
			...reportFormats(false, async (result) => (await import("./import/report-config.js")).configDocument(result))
		},
		exitCode: () => 0
	});
}
// src/config/starter.ts
const FIRST_LIMIT = 20;
const WIDTH = 118;
function starterConfig({ repository, commit }) {
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${repository}/${commit}/dist/rotate-pr.schema.json
#
# Settings of rotate-pr: https://github.com/${repository}/blob/HEAD/docs/reference.md#configuration
# A line that begins with # and a key is not in force: take the # away. What it says is the default, or an example.
# \`rotate-pr config\` says what is in force, and where it comes from.
# A match takes namespace, cluster, team, kind, production, module and credential (an id); all that it names must hold.

${configSettings().map(starterKey).join("\n")}`;
}
function starterKey({ help, config: { key, example, help: own = help } }) {
	const comment = wrap(`${own}.`, WIDTH).map((line) => `# ${line}\n`).join("");
	if (key === "limit") return `${comment}limit: ${FIRST_LIMIT}\n`;
	return `${comment}${(example.startsWith("- ") || example.includes("\n") ? [`${key}:`, ...example.split("\n").map((line) => `  ${line}`)] : [`${key}: ${example}`]).map((line) => `#${line}\n`).join("")}`;
}
function wrap(text, width) {
	const lines = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last === void 0 || last.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines;
}
function starterWorkflow({ repository, version, commit }, root) {
	return `# Rotates the credentials that are due, every night: https://github.com/${repository}
name: rotate-pr

on:
  schedule:
    - cron: '17 3 * * *' # UTC
  workflow_dispatch:
    inputs:
      command:
        description: plan only shows what open would do
        type: choice
        options: [plan, open]
        default: plan
      namespace:
        description: Only the namespaces of this name or glob; empty for all
        type: string
        default: ''

# GitHub keeps one waiting run of a group, and a newer one takes its place: so the nights have a group, in which the next
# run does the work of the one that it replaces, and each run by hand has its own.
concurrency:
  group: rotate-pr-\${{ github.event_name == 'schedule' && 'nightly' || github.run_id }}

# Of the workflow's own token, which only checks out.
permissions:
  contents: read

jobs:
  rotate:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    # Make this environment under Settings > Environments, let only the default branch use it, and put ROTATE_PR_TOKEN
    # there: a secret of the repository is there for everybody who may push a workflow to any branch. The token's owner
    # needs Contents: write and Pull requests: write, and the checks of its pull requests run without an approval.
    environment: rotate-pr
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          fetch-depth: 1
          persist-credentials: false
      - uses: ${repository}@${commit} # v${version}
        with:
          command: \${{ inputs.command || 'open' }}
          due: true
          namespace: \${{ inputs.namespace }}
${root === "" ? "" : `          root: ${JSON.stringify(root)}\n`}          token: \${{ secrets.ROTATE_PR_TOKEN }}
`;
}
// src/commands/init.ts
const WORKFLOW_FILES = [".github/workflows/rotate-pr.yml", ".github/workflows/rotate-pr.yaml"];
async function init(options) {
	const found = openRoot(options);
	if (!found.ok) return found;
	const { root, top, prefix } = found.value;
	const starters = [{
		folder: top ?? root,
		names: WORKFLOW_FILES,
		text: starterWorkflow(options.published, prefix)
	}, {
		folder: root,
		names: CONFIG_FILES,
		text: starterConfig(options.published)
	}];
	const files = [];
	for (const starter of starters) {
		const written = await writeStarter(starter);
		if (!written.ok) return written;
		const path = starter.folder === root && prefix !== "" ? `${prefix}/${written.value.path}` : written.value.path;
		files.push({
			...written.value,
			path
		});
	}
	return ok({
		schemaVersion: 1,
		files,
		problems: []
	});
}
async function writeStarter({ folder, names, text }) {
	for (const name of names) if (await isThere(join(folder, name))) return ok(leftAlone(name));
	const [path] = names;
	try {
		if (await folderInside(folder, dirname(path)) === null) return fail("not-written", `${dirname(path)} leads out of ${folder}: ${path} was not written.`);
		await writeFile(join(folder, path), text, { flag: "wx" });
		return ok({
			path,
			outcome: "written",
			reason: null
		});
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
		if (code === "EEXIST" && await isThere(join(folder, path))) return ok(leftAlone(path));
		return fail("not-written", `${path} cannot be written in ${folder} (${code}).`);
	}
}
function leftAlone(path) {
	return {
		path,
		outcome: "left-alone",
		reason: "it is there already"
	};
}
async function isThere(path) {
	try {
		await lstat(path);
		return true;
	} catch {
		return false;
	}
}
async function folderInside(top, path) {
	const real = await realpath(top);
	let at = real;
	for (const part of path.split("/")) {
		at = join(at, part);
		if (!await isThere(at)) await mkdir(at);
		if (!(await realpath(at)).startsWith(real.endsWith(sep) ? real : real + sep)) return null;
	}
	return at;
}
// src/report/config.ts
function configDocument(result) {
	const settings = result.settings.map(({ key, value, origin }) => [
		[{ name: key }],
		[{
			text: valueWords(value),
			tone: origin.from === "default" ? "quiet" : "value"
		}],
		[{
			text: originWords(origin),
			tone: "quiet"
		}]
	]);
	return {
		title: `Settings on ${result.date}`,
		totals: [sourceWords(result)],
		blocks: [
			...table([
				{ title: "key" },
				{
					title: "value",
					min: 10
				},
				{ title: "from" }
			], settings),
			...section("Rules", ...table(RULE_COLUMNS, result.rules.map(ruleRow))),
			paragraph(openingWords(result.opening)),
			...problems(result.problems)
		],
		steps: []
	};
}
const RULE_COLUMNS = [
	{ title: "place" },
	{ title: "list" },
	{ title: "effect" },
	{ title: "matches" },
	{
		title: "match",
		as: "note"
	}
];
function ruleRow(rule) {
	return [
		[{
			name: `${rule.file}:${rule.line}`,
			tone: "quiet"
		}],
		rule.list,
		[{
			text: effectWords(rule),
			tone: rule.inForce ? "value" : "warning"
		}],
		[{
			text: matchesWords(rule),
			tone: rule.credentials === 0 ? "warning" : "value"
		}],
		matchWords(rule)
	];
}
function sourceWords({ file, base }) {
	if (file === null) return "There is no config file: the defaults are in force. rotate-pr init writes one.";
	return base === null ? `Settings of ${file}.` : `Settings of ${file}, read from commit ${base.slice(0, 12)}.`;
}
function originWords({ from, flag, file, line }) {
	return from === "flag" ? `flag ${flag}` : from === "file" ? `${file}:${line}` : "default";
}
function valueWords(value) {
	if (value === null || Array.isArray(value) && value.length === 0) return "none";
	return typeof value === "string" ? value : flow(value);
}
function effectWords({ maxAgeDays, until, inForce }) {
	if (maxAgeDays !== null) return `maxAge ${maxAgeDays}`;
	if (until === null) return "";
	return inForce ? `snoozed until ${until}` : `ran out on ${until}`;
}
function matchWords({ reason, match }) {
	return `${flow(match)}${reason === null ? "" : ` (${reason})`}`;
}
function matchesWords({ credentials, namespaces }) {
	return credentials === 0 ? "matches nothing" : `${count(credentials, "credential")} in ${count(namespaces, "namespace")}`;
}
function openingWords({ open, closedUntil, reason }) {
	if (open) return "Pull requests may be opened now.";
	if (closedUntil === null) return `No pull request is opened: ${reason}.`;
	const at = new Date(closedUntil);
	return `No pull request is opened until ${dayInLondon(at)} ${timeInLondon(at)} London time: ${reason}.`;
}
function flow(value) {
	if (Array.isArray(value)) return value.map(flow).join(", ");
	if (typeof value !== "object" || value === null) return String(value);
	return Object.entries(value).map(([key, each]) => Array.isArray(each) ? `${key}: [${flow(each)}]` : `${key}: ${flow(each)}`).join(", ");
}
function configCsv(result) {
	const header = [
		"key",
		"value",
		"from",
		"flag",
		"file",
		"line",
		"namespaces",
		"credentials"
	];
	const settings = result.settings.map(({ key, value, origin: { from, flag, file, line } }) => [
		key,
		valueWords(value),
		from,
		flag,
		file,
		line,
		null,
		null
	]);
	const rules = result.rules.map((rule) => [
		rule.list,
		[effectWords(rule), matchWords(rule)].filter((part) => part !== "").join(": "),
		"file",
		null,
		rule.file,
		rule.line,
		rule.namespaces,
		rule.credentials
	]);
	return csv(header, [...settings, ...rules]);
}
function initDocument({ files }) {
	const rows = files.map(({ path, outcome, reason }) => [
		outcome === "written" ? "written" : "left alone",
		[{ name: path }],
		reason ?? ""
	]);
	return {
		title: "Starter files",
		totals: [],
		blocks: [...table([
			{ title: "outcome" },
			{ title: "file" },
			{
				title: "reason",
				as: "note"
			}
		], rows), {
			type: "list",
			title: "What to do next:",
			items: NEXT
		}],
		steps: []
	};
}
const NEXT = [
	{
		say: "Make a token for this repository, with the permissions \"Contents: write\" and \"Pull requests: write\". Best is a fine-grained token of a machine user: docs/action.md of rotate-pr, \"Which token\", says what a GitHub App is refused.",
		command: null
	},
	{
		say: "Make the environment rotate-pr (Settings, Environments), let only the default branch use it, and store the token there as the secret ROTATE_PR_TOKEN: a secret of the repository is there for everybody who may push a workflow.",
		command: null
	},
	{
		say: "Look through .github/rotate-pr.yml, and see what is in force:",
		command: "rotate-pr config"
	},
	{
		say: "See what the first run would do, without writing anything:",
		command: "rotate-pr plan --due --config .github/rotate-pr.yml"
	},
	{
		say: "Commit both files to the default branch: there they count. The workflow runs at night, and by hand from the tab Actions.",
		command: null
	}
];
// src/cli/verbs/init.ts
async function runInit(flags, io) {
	const terminal = terminalOf(io, flags.color);
	const published = readPublished();
	const options = readFlags(flags, {
		cwd: io.cwd,
		env: io.env,
		now: io.now(),
		version: published.version
	});
	if (!options.ok) return reportFailure(options.error, terminal, io.env);
	const result = await init({
		...options.value,
		published
	});
	if (!result.ok) return reportFailure(result.error, terminal, io.env);
	if (flags.format === "json") terminal.out(toJson(result.value));
	else if (!flags.quiet) terminal.out(printText(initDocument(result.value), {
		...terminal,
		verbose: false
	}));
	return 0;
}
// src/cli/verbs/runbook.ts
function runRunbook(flags, io) {
	const { verbose, incident } = flags;
	return runDoor(flags, io, {
		run: (options, say) => runbook({
			...options,
			incident
		}, say),
		render: {
			json: async (result) => (await import("./import/report-runbook.js")).runbookJson(result),
			csv: async (result) => (await import("./import/report-runbook.js")).runbookCsv(result),
			...reportFormats(verbose, async (result) => (await import("./import/report-runbook.js")).runbookDocument(result))
		},
		exitCode: () => 0
	});
}
// src/results/status.ts
function summarizeStatus(all) {
	const open = all.filter(({ state }) => state === "open");
	const many = (test) => open.filter(test).length;
	const ages = open.flatMap(({ ageDays }) => ageDays ?? []);
	return {
		open: open.length,
		deferred: all.filter(({ state }) => state === "deferred").length,
		closed: all.filter(({ state }) => state === "closed").length,
		checks: {
			passing: many(({ checks }) => checks === "passing"),
			failing: many(({ checks }) => checks === "failing"),
			pending: many(({ checks }) => checks === "pending"),
			none: many(({ checks }) => checks === "none")
		},
		conflicting: many(({ mergeable }) => mergeable === "conflicting"),
		modifiedByOthers: many(({ modifiedByOthers }) => modifiedByOthers === true),
		drafts: many(({ draft }) => draft === true),
		approved: many(({ review }) => review === "approved"),
		changesRequested: many(({ review }) => review === "changes-requested"),
		toCreate: all.filter(({ next }) => next === "create").length,
		toUpdate: all.filter(({ next }) => next === "update").length,
		toClose: all.filter(({ next }) => next === "close").length,
		oldestDays: ages.length === 0 ? null : Math.max(...ages)
	};
}
// src/commands/status.ts
const NOT_OPEN = {
	checks: null,
	mergeable: null,
	review: null,
	draft: null,
	modifiedByOthers: null
};
const NO_PULL_REQUEST = {
	...NOT_OPEN,
	url: null,
	number: null,
	ageDays: null,
	until: null
};
async function status(options, say) {
	const { now } = options;
	const surveyed = await surveyBase(options, {
		source: "remote",
		versions: "flags"
	}, say);
	if (!surveyed.ok) return surveyed;
	const selection = {
		...surveyed.value.selection,
		due: true
	};
	const read = {
		...surveyed.value,
		selection
	};
	const connected = await connect(read, {
		...options,
		fork: options.request.fork,
		writes: false
	}, say);
	if (!connected.ok) return connected;
	say.progress?.({
		phase: "listing the open pull requests",
		done: 0,
		total: 0
	});
	const listed = await listOpen(connected.value);
	if (!listed.ok) return listed;
	const { pulls, github } = listed.value;
	const connection = {
		...connected.value,
		github
	};
	const settings = settingsFor(options.request, read.config, now);
	const prepared = await prepare(read, {
		...options,
		date: void 0,
		settings,
		connection,
		listed: pulls,
		everything: true,
		reopensNamed: false
	}, say);
	if (!prepared.ok) return prepared;
	const { looked, policy, plan, deleted, turn } = prepared.value;
	const proposals = [
		...tendedProposals(prepared.value),
		...plan.closings,
		...deleted
	];
	const remote = read.remote?.remote ?? connection.head.remote;
	const decisions = await foresee(proposals, looked.seen, {
		remote,
		base: read.base,
		policy
	});
	const outlook = {
		...prepared.value,
		pulls,
		decisions
	};
	const pullRequests = [
		...openRequests(outlook, now),
		...waitingRequests(outlook),
		...closedRequests(outlook, now)
	];
	const { problems } = turn.proved;
	const { date, base } = read;
	const summary = summarizeStatus(pullRequests);
	return ok({
		schemaVersion: 1,
		date,
		base: base.sha,
		summary,
		pullRequests,
		problems
	});
}
async function listOpen({ github, graphql, fork }) {
	const name = fork === null ? await github.repository() : ok({ fullName: fork });
	if (!name.ok) return name;
	const listed = await graphql.openPullRequests();
	if (!listed.ok) return listed;
	const ours = name.value.fullName.toLowerCase();
	const pulls = listed.value.filter(({ headRepository }) => headRepository?.toLowerCase() === ours);
	const known = pulls.map(toPullRequest);
	return ok({
		pulls,
		github: {
			...github,
			openPullRequests: async () => ok(known)
		}
	});
}
function toPullRequest(pull) {
	const { id, number, url, title, body, draft, branch, headSha, baseBranch, labels, author, createdAt } = pull;
	const { headRepository } = pull;
	return {
		number,
		nodeId: id,
		url,
		title,
		body,
		state: "open",
		merged: false,
		draft,
		branch,
		headRepository: headRepository ?? null,
		headSha,
		baseBranch,
		baseRepository: null,
		labels,
		assignees: [],
		author: author?.login ?? null,
		createdAt,
		closedAt: null,
		mergedAt: null,
		mergeSha: null
	};
}
function tendedProposals({ plan, turn, assigned, read }) {
	return plan.tended.flatMap((unit) => {
		const edits = editsOf([unit], assigned, turn.proved.edits);
		if (edits.length === 0) return [];
		return [{
			...closingOf(unit, "nothing-to-rotate"),
			changes: edits.flatMap(({ changes }) => changes),
			files: fromTop(edits, read.prefix),
			outside: unit.outside ?? 0
		}];
	});
}
function openRequests(prepared, now) {
	const { pulls, looked, plan, assigned, read } = prepared;
	const tended = new Map(plan.tended.map((unit) => [unit.branch, unit]));
	return pulls.flatMap((pull) => {
		const seen = looked.seen.get(pull.branch);
		if (seen === void 0 || !isConcerned(pull, read)) return [];
		const unit = tended.get(pull.branch);
		const changes = unit === void 0 ? [] : (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
		return [{
			...ownerOf(pull, prepared),
			branch: pull.branch,
			title: pull.title,
			url: pull.url,
			number: pull.number,
			state: "open",
			ageDays: daysBetween(dayInLondon(new Date(pull.createdAt)), dayInLondon(now)),
			checks: pull.checks === null ? "none" : CHECKS[pull.checks],
			mergeable: MERGEABLE[pull.mergeable],
			review: pull.review ?? "none",
			draft: pull.draft,
			modifiedByOthers: seen.ok ? isModifiedByOthers(seen.value.found) : null,
			...outlook(pull, unit, prepared),
			rotatedOn: null,
			until: null,
			...changes.length === 0 ? {} : { changes }
		}];
	});
}
function isConcerned({ branch, body }, { namespaces, selection }) {
	if (!isGroupBranch(branch) || isEverywhere(selection)) return true;
	const selected = new Set(namespaces.folders.map(idPrefix$1));
	return Object.keys(parseMarker(body)?.changes ?? {}).some((id) => selected.has(id.slice(0, id.indexOf("/"))));
}
const CHECKS = {
	success: "passing",
	failure: "failing",
	pending: "pending"
};
const MERGEABLE = {
	yes: "yes",
	conflict: "conflicting",
	unknown: null
};
function ownerOf({ branch, body }, { read }) {
	const folder = read.namespaces.folders.find((one) => `rotate/${idPrefix$1(one)}` === branch);
	if (folder !== void 0) return {
		namespace: folder.namespace,
		cluster: folder.cluster
	};
	const marker = parseMarker(body);
	return {
		namespace: marker?.namespace ?? null,
		cluster: marker?.cluster ?? null,
		...marker?.group === void 0 ? {} : { group: marker.group }
	};
}
function isModifiedByOthers({ branch }) {
	return branch === null ? null : !branch.ours;
}
function outlook({ branch, number }, unit, { looked, decisions, turn }) {
	const seen = looked.seen.get(branch);
	if (seen?.ok === false) return {
		next: "nothing",
		code: seen.error.code,
		reason: NEXT$1.unknown(seen.error.message)
	};
	const decided = decisions.get(branch);
	if (decided?.ok === false) return {
		next: "nothing",
		code: decided.error.code,
		reason: NEXT$1.unknown(decided.error.message)
	};
	if (decided !== void 0) {
		const { value } = decided;
		if ("duplicates" in value && value.duplicates.includes(number)) return {
			next: "close",
			code: "duplicate",
			reason: NEXT$1.duplicate(value.number)
		};
		return nextActionOf(value);
	}
	if (unit !== void 0) {
		const { reason } = stuckResult(unit, turn.proved.skipped, looked);
		return {
			next: "nothing",
			code: "stuck",
			reason
		};
	}
	const branchFound = seen?.value.found.branch ?? null;
	if (branchFound === null || branchFound.ours) return {
		next: "nothing",
		code: null,
		reason: null
	};
	return nextActionOf({
		do: "left-alone",
		why: "foreign-commits",
		number,
		tell: false,
		detail: branchFound.why
	});
}
function waitingRequests(prepared) {
	const { plan, assigned, turn } = prepared;
	const changesOf = (unit) => (assigned.get(unit) ?? []).flatMap((edit) => edit.changes);
	const admitted = new Set(turn.admitted);
	const later = new Map(turn.deferred.map(({ one, code, reason }) => [one, {
		code,
		reason
	}]));
	const found = [];
	for (const unit of plan.creatable) {
		const words = turn.overtaking.get(unit);
		const next = words === void 0 ? NEXT_RUN : {
			...NEXT_RUN,
			reason: `${NEXT_RUN.reason} ${words}`
		};
		const why = later.get(unit) ?? (admitted.has(unit) ? next : unproved(unit, prepared));
		found.push(waitingUnit(unit, why, changesOf(unit)));
	}
	for (const { unit, result } of plan.settled) {
		const seen = prepared.looked.seen.get(unit.branch);
		if (seen?.ok && (seen.value.found.open.length > 0 || isClosedByPerson(seen.value.found))) continue;
		found.push(waitingUnit(unit, {
			code: result.outcome,
			reason: result.reason
		}, changesOf(unit)));
	}
	found.push(...blockedNamespaces(prepared));
	return found.sort((a, b) => byAge(ageOf(a), ageOf(b)));
}
const NEXT_RUN = {
	code: "next-run",
	reason: WAITING.next
};
function ageOf({ branch, namespace, rotatedOn }) {
	return {
		key: branch ?? namespace ?? "",
		oldest: rotatedOn
	};
}
function isClosedByPerson({ closed }) {
	return closed !== null && !closed.merged && closed.by === "person" && closed.until !== null;
}
function unproved({ wanted }, { turn }) {
	const skipped = turn.proved.skipped.find(({ id }) => wanted.has(id));
	return {
		code: skipped?.code ?? "stuck",
		reason: WAITING.blocked(skipped?.message ?? null)
	};
}
function waitingUnit({ namespace, cluster, branch, oldest }, { code, reason }, changes) {
	return {
		...NO_PULL_REQUEST,
		namespace,
		cluster,
		branch,
		title: pullRequestTitle(namespace ?? "", changes),
		state: "deferred",
		next: code === NEXT_RUN.code ? "create" : "nothing",
		rotatedOn: oldest,
		code,
		reason,
		...changes.length === 0 ? {} : { changes }
	};
}
function blockedNamespaces({ units, read, turn, skipped }) {
	const known = new Set(units.filter(({ wanted }) => wanted.size > 0).map(({ branch }) => branch.slice(7)));
	const assessments = new Map(read.survey.assessments.map((each) => [each.credential.id, each.credential]));
	const found = new Map();
	for (const { id, code, message } of [...turn.proved.skipped, ...skipped]) {
		const credential = assessments.get(id);
		if (credential === void 0) continue;
		const { namespace, cluster, rotatedOn } = credential;
		const prefix = idPrefix$1({
			namespace,
			cluster
		});
		if (known.has(prefix)) continue;
		const there = found.get(prefix);
		const oldest = there === void 0 ? rotatedOn : olderOf(there.rotatedOn, rotatedOn);
		found.set(prefix, {
			...NO_PULL_REQUEST,
			namespace,
			cluster,
			branch: `rotate/${prefix}`,
			title: pullRequestTitle(namespace, []),
			state: "deferred",
			next: "nothing",
			code: there?.code ?? code,
			reason: there?.reason ?? WAITING.blocked(message),
			rotatedOn: oldest
		});
	}
	return [...found.values()];
}
function olderOf(a, b) {
	if (a === null || b === null) return null;
	return a < b ? a : b;
}
function closedRequests({ units, looked }, now) {
	return units.flatMap(({ namespace, cluster, branch }) => {
		const seen = looked.seen.get(branch);
		if (!seen?.ok || seen.value.found.open.length > 0) return [];
		const { found, remembered, pullRequests } = seen.value;
		const pull = found.closed === null ? void 0 : pullRequests.get(found.closed.number);
		const [until] = [...remembered.values()].sort();
		if (pull === void 0 || until === void 0) return [];
		const takenBack = parseMarker(pull.body)?.closed === "taken-back";
		return [{
			...NOT_OPEN,
			namespace,
			cluster,
			branch,
			title: pull.title,
			url: pull.url,
			number: pull.number,
			state: "closed",
			ageDays: ageOfClosing(pull, now),
			next: "nothing",
			rotatedOn: null,
			until,
			code: takenBack ? "taken-back" : "closed-by-person",
			reason: takenBack ? WAITING.closedByCommand(until) : WAITING.closed(until)
		}];
	});
}
function ageOfClosing({ closedAt }, now) {
	return closedAt === null ? null : daysBetween(dayInLondon(new Date(closedAt)), dayInLondon(now));
}
// src/cli/verbs/status.ts
function runStatus(flags, io) {
	const selection = repeatedArguments("status", flags);
	const { verbose, base, remote } = flags;
	const version = readVersion();
	const request = {
		...PLAIN_REQUEST,
		fork: flags.fork ?? null
	};
	return runDoor(flags, io, {
		run: (options, say) => status({
			...options,
			base,
			remote,
			version,
			request
		}, say),
		render: {
			json: toJson,
			csv: async (result) => (await import("./import/report-status.js")).statusCsv(result),
			...reportFormats(verbose, async (result) => (await import("./import/report-status.js")).statusDocument(result, selection))
		},
		exitCode: () => 0
	});
}
export { OUTCOME_WORDS, PLAIN_REQUEST, PREVIEW_WORDS, TITLE_PLACEHOLDERS, TOKEN_TYPE, UNDESCRIBED, VERIFY_MARK, WHAT, aboutWord, afterMergeMark, applyCsv, asker, auditCsv, blocksMarkdown, chooseNamespaces, cloneOf, closeDocument, configCsv, configDocument, confirmWriting, connect, connectGitHub, connectGraphQL, createOctokit, csv, dashboardCsv, dashboardDocument, dashboardDoor, dashboardPages, ensureCommits, findToken$1 as findToken, gitHubOf, gitHubOptions, githubFailure, groupOfBranch, historyCsv, hostOf, idPrefix$1 as idPrefix, initDocument, inlineMarkdown, isGroupBranch, isLoopback, isRepositoryUrl, issueSentence, missingToken, openCommitReader, openDocument, openDoor, openRemote, openTotal, parentsOf, parseMarker, planDocument, planDoor, printMarkdown, proveRotations, pullRequestsCsv, readAllMetadata, readCommittedRotations, readConsequences, readOtherCredentials, readOwners, readOwnership, readRemoteUrl, redact, repositoryOf, requestTable, resolveRepository, runClose, runConfig, runDashboard, runInit, runOpen, runPlan, runRunbook, runStatus, runbooksOf, secretForms, siblingUrl, surveyBase, teamOf$1 as teamOf, unifiedDiff, unnamedRemarks };
