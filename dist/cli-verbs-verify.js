import { PLAIN_REQUEST, VERIFY_MARK, asker, cloneOf, connectGitHub, connectGraphQL, gitHubOptions, missingToken, readConsequences, repositoryOf, surveyBase } from "./open.js";
import { addDays, dayInLondon, openRoot, reportFormats, runDoor, runGit, selectsCredential, toJson } from "./audit.js";
import { isSameAccount } from "./github.js";
import { verifyComment } from "./report.js";
import { fail, groupBy, ok, readVersion } from "./main.js";
import { history } from "./cli-verbs-history.js";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { request } from "node:https";
import { homedir } from "node:os";
import { setTimeout } from "node:timers/promises";
// src/verify/cluster.ts
const TIMEOUT_MS = 15e3;
const MAX_BYTES = 67108864;
const METADATA_ONLY = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
async function openCluster(context, env) {
	const { KubeConfig } = await import("./import/kubernetes-client-node.js");
	const paths = (env["KUBECONFIG"] ?? "").split(delimiter).filter((path) => path !== "");
	const config = new KubeConfig();
	try {
		const files = paths.length > 0 ? paths : [join(env["HOME"] ?? homedir(), ".kube", "config")];
		for (const [index, file] of files.entries()) {
			readFileSync(file);
			if (index === 0) config.loadFromFile(file);
			else {
				const more = new KubeConfig();
				more.loadFromFile(file);
				config.mergeConfig(more, true);
			}
		}
	} catch (error) {
		return fail("bad-kubeconfig", `The kubeconfig cannot be read: ${firstLine(error)}.`);
	}
	if (context !== "") {
		const known = config.getContexts().map(({ name }) => name);
		if (!known.includes(context)) return fail("bad-kubeconfig", `The kubeconfig has no context ${context}: it has ${known.join(", ") || "none"}.`);
		config.setCurrentContext(context);
	}
	const server = config.getCurrentCluster()?.server;
	if (server === void 0) return fail("bad-kubeconfig", "The kubeconfig names no cluster for its current context.");
	const get = async (path, accept, read) => {
		const what = path.replace(/^\/api\/v1\//, "");
		try {
			const options = {
				headers: { Accept: accept },
				timeout: TIMEOUT_MS
			};
			await config.applyToHTTPSOptions(options);
			const answer = await send(new URL(path, server), options);
			if (answer.status === 200) return {
				ok: true,
				value: read(JSON.parse(answer.body))
			};
			return refused(answer.status, what);
		} catch (error) {
			return unreachable(error, what);
		}
	};
	const part = encodeURIComponent;
	return ok({
		name: config.getCurrentContext(),
		namespace: (name) => get(`/api/v1/namespaces/${part(name)}`, "application/json", () => null),
		secret: ({ namespace, name }) => get(`/api/v1/namespaces/${part(namespace)}/secrets/${part(name)}`, METADATA_ONLY, readSecret),
		pods: (namespace) => get(`/api/v1/namespaces/${part(namespace)}/pods`, "application/json", readPods)
	});
}
function send(url, options) {
	return new Promise((resolve, reject) => {
		const sent = request(url, options, (response) => {
			const chunks = [];
			let size = 0;
			response.on("data", (chunk) => {
				size += chunk.length;
				if (size > MAX_BYTES) sent.destroy(new Error("the answer is too large"));
				chunks.push(chunk);
			});
			response.on("end", () => resolve({
				status: response.statusCode ?? 0,
				body: Buffer.concat(chunks).toString("utf8")
			}));
			response.on("error", reject);
		});
		sent.on("timeout", () => sent.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })));
		sent.on("error", reject);
		sent.end();
	});
}
function refused(status, what) {
	if (status === 404) return {
		ok: false,
		code: "not-found",
		message: `The cluster has no ${what}`
	};
	if (status === 403) return {
		ok: false,
		code: "forbidden",
		message: `The account of the kubeconfig may not read ${what}`
	};
	if (status === 401) return {
		ok: false,
		code: "unauthorized",
		message: "The cluster does not accept the credentials of the kubeconfig: sign in again"
	};
	return {
		ok: false,
		code: "unexpected",
		message: `The cluster answered ${status} for ${what}`
	};
}
function unreachable(error, what) {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "ETIMEDOUT") return {
		ok: false,
		code: "timeout",
		message: `The cluster did not answer in time for ${what}`
	};
	if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return {
		ok: false,
		code: "untrusted",
		message: `The certificate of the cluster is not trusted (${code})`
	};
	return {
		ok: false,
		code: "unreachable",
		message: `The cluster cannot be asked for ${what} (${code || firstLine(error)})`
	};
}
function firstLine(error) {
	return (error instanceof Error ? error.message : String(error)).split("\n")[0].slice(0, 200);
}
function at(json, ...keys) {
	let value = json;
	for (const key of keys) {
		if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
		value = value[key];
	}
	return value;
}
function listAt(json, ...keys) {
	const value = at(json, ...keys);
	return Array.isArray(value) ? value : [];
}
function textAt(json, ...keys) {
	const value = at(json, ...keys);
	return typeof value === "string" ? value : null;
}
function readSecret(json) {
	return {
		createdAt: textAt(json, "metadata", "creationTimestamp") ?? "",
		managedFields: listAt(json, "metadata", "managedFields").flatMap((entry) => {
			const time = textAt(entry, "time");
			const fields = at(entry, "fieldsV1");
			const ownsData = at(fields, "f:data") !== void 0 || at(fields, "f:stringData") !== void 0;
			return time === null ? [] : [{
				time,
				ownsData
			}];
		})
	};
}
function readPods(json) {
	return listAt(json, "items").filter((pod) => !["Succeeded", "Failed"].includes(textAt(pod, "status", "phase") ?? "")).map((pod) => {
		const name = textAt(pod, "metadata", "name") ?? "";
		return {
			name,
			startedAt: textAt(pod, "status", "startTime"),
			owner: ownerOf(pod, name),
			secrets: secretsOf$1(pod)
		};
	});
}
function ownerOf(pod, name) {
	const [reference] = listAt(pod, "metadata", "ownerReferences");
	const owner = {
		kind: textAt(reference, "kind") ?? "Pod",
		name: textAt(reference, "name") ?? name
	};
	const hash = textAt(pod, "metadata", "labels", "pod-template-hash");
	if (owner.kind === "ReplicaSet" && hash !== null && owner.name.endsWith(`-${hash}`)) return {
		kind: "Deployment",
		name: owner.name.slice(0, -hash.length - 1)
	};
	const scheduled = /^(?<cronJob>.{1,200})-\d{5,12}$/.exec(owner.name)?.groups?.["cronJob"];
	return owner.kind === "Job" && scheduled !== void 0 ? {
		kind: "CronJob",
		name: scheduled
	} : owner;
}
function secretsOf$1(pod) {
	const containers = [
		"containers",
		"initContainers",
		"ephemeralContainers"
	].flatMap((key) => listAt(pod, "spec", key));
	const names = [
		...containers.flatMap((container) => listAt(container, "env").map((env) => textAt(env, "valueFrom", "secretKeyRef", "name"))),
		...containers.flatMap((container) => listAt(container, "envFrom").map((env) => textAt(env, "secretRef", "name"))),
		...listAt(pod, "spec", "volumes").flatMap((volume) => [textAt(volume, "secret", "secretName"), ...listAt(volume, "projected", "sources").map((source) => textAt(source, "secret", "name"))])
	];
	return [...new Set(names.filter((name) => name !== null))];
}
// src/verify/witness.ts
const NOTHING_SEEN = {
	evidence: [],
	podsLeft: []
};
// src/verify/github.ts
const CLOCK_SECONDS = 120;
function gitHubWitness(options) {
	const ask = asker({
		...options,
		rights: "\"Secrets: read\" on the repository that has it"
	});
	const known = new Map();
	const lookUp = (secret) => {
		const key = JSON.stringify(secret).toLowerCase();
		const asked = known.get(key) ?? read(secret);
		known.set(key, asked);
		return asked;
	};
	async function read({ owner, repository: repo, environment, name }) {
		const answer = await ask(`see when ${name} of ${owner}/${repo} was written`, async ({ rest }) => {
			const at = {
				owner,
				repo,
				secret_name: name
			};
			const { data } = environment === null ? await rest.actions.getRepoSecret(at) : await rest.actions.getEnvironmentSecret({
				...at,
				environment_name: environment
			});
			return data.updated_at;
		});
		if (answer.ok) return { updatedAt: answer.value };
		return {
			code: answer.error.code,
			message: answer.error.message
		};
	}
	return { async testify(expectation) {
		const { token } = expectation;
		if (token === null || token.repositories.length === 0) return NOTHING_SEEN;
		const { secrets, unknown } = secretsOf(expectation);
		const evidence = unknown.map((name) => cannotSee$1("name-unknown", `The text does not tell which GitHub secret is meant: ${name}`, null));
		for (const secret of secrets) evidence.push(testimony(secret, await lookUp(secret), expectation.mergedAt, options));
		return {
			evidence,
			podsLeft: []
		};
	} };
}
function secretsOf({ token }) {
	if (token === null) return {
		secrets: [],
		unknown: []
	};
	const { repositories, environments, githubSecret } = token;
	const unknown = [
		...repositories,
		...environments,
		githubSecret
	].filter(({ computed }) => computed);
	const owner = token.owner ?? "ministryofjustice";
	const names = environments.filter(({ computed }) => !computed).map(({ text }) => text);
	return {
		secrets: repositories.filter(({ computed }) => !computed && !githubSecret.computed).flatMap(({ text: repository }) => (environments.length === 0 ? [null] : names).map((environment) => {
			return {
				owner,
				repository,
				environment,
				name: githubSecret.text
			};
		})),
		unknown: unknown.map(({ text }) => text)
	};
}
function testimony(secret, found, mergedAt, { repository }) {
	const { owner, repository: repo, environment, name } = secret;
	const where = `${owner}/${repo}${environment === null ? "" : `, environment ${environment}`}`;
	const url = `${repository.serverUrl}/${owner}/${repo}/settings/secrets/actions`;
	if (!("updatedAt" in found)) {
		const right = found.code === "forbidden" || found.code === "not-found" ? `The token may not read the secrets of ${where}, or there is no ${name}: it needs “Secrets: read” there` : found.message;
		return cannotSee$1(found.code, right, url);
	}
	const isNew = Date.parse(found.updatedAt) >= mergedAt.getTime() - CLOCK_SECONDS * 1e3;
	return {
		witness: "github",
		says: isNew ? "applied" : "not-yet",
		at: found.updatedAt,
		url,
		code: isNew ? "secret-written" : "secret-stale",
		message: isNew ? `${name} of ${where} was written after the merge` : `${name} of ${where} was last written before the merge`
	};
}
function cannotSee$1(code, message, url) {
	return {
		witness: "github",
		says: "cannot-see",
		at: null,
		url,
		code,
		message
	};
}
// src/results/verify.ts
const IN_FORCE = [
	"late",
	"pending",
	"cannot-see",
	"applied",
	"consumed"
];
function judgeRotation(evidence, mergedAt, now) {
	const says = new Set(evidence.map((each) => each.says));
	const isLate = now.getTime() - Date.parse(mergedAt) > 36e5;
	if (says.has("not-yet")) return isLate ? "late" : "pending";
	if (says.has("applied")) return says.has("consumed") && !says.has("pods-left") ? "consumed" : "applied";
	if (says.has("begun")) return isLate ? "cannot-see" : "pending";
	return "cannot-see";
}
function worstFirst(rotations) {
	return [...rotations].sort((a, b) => IN_FORCE.indexOf(a.state) - IN_FORCE.indexOf(b.state) || (a.mergedAt < b.mergedAt ? -1 : a.mergedAt > b.mergedAt ? 1 : 0));
}
// src/verify/kubernetes.ts
const CLOCK_MS = 12e4;
function kubernetesWitness(cluster) {
	const namespaces = new Map();
	const pods = new Map();
	const once = (all, key, ask) => {
		const asked = all.get(key) ?? ask();
		all.set(key, asked);
		return asked;
	};
	return { async testify(expectation) {
		const secrets = expectedSecrets(expectation);
		if (secrets === null) return NOTHING_SEEN;
		if (secrets.length === 0) {
			const names = expectation.unseen.join(", ");
			return {
				evidence: [cannotSee("no-secret", names === "" ? "No Secret that Terraform fills with it is named in the text" : `The value goes to places that cannot be looked at: ${names}`)],
				podsLeft: []
			};
		}
		const evidence = [];
		const left = [];
		for (const secret of secrets) {
			const there = await once(namespaces, secret.namespace, () => cluster.namespace(secret.namespace));
			if (!there.ok && there.code === "not-found") {
				evidence.push(cannotSee("no-namespace", `The cluster ${cluster.name} has no namespace ${secret.namespace}`));
				continue;
			}
			const seen = await lookAtSecret(cluster, secret, expectation);
			evidence.push(seen.evidence);
			if (seen.since === null) continue;
			const consumers = await lookAtPods(await once(pods, secret.namespace, () => cluster.pods(secret.namespace)), secret, seen.since);
			evidence.push(consumers.evidence);
			left.push(...consumers.left);
		}
		return {
			evidence: [...evidence, ...await lookAtOldSecret(cluster, expectation)],
			podsLeft: left
		};
	} };
}
function expectedSecrets({ token, namespace, filled, unseen }) {
	if (token === null) return filled.length + unseen.length === 0 ? null : filled;
	return token.secret.computed ? [] : [{
		namespace,
		name: token.secret.text
	}];
}
async function lookAtSecret(cluster, secret, { token, mergedAt }) {
	const found = await cluster.secret(secret);
	const where = `Secret ${secret.name} in ${secret.namespace}`;
	if (!found.ok) {
		if (found.code !== "not-found") return {
			evidence: cannotSee(found.code, found.message),
			since: null
		};
		return {
			evidence: said("not-yet", null, "secret-missing", `There is no ${where}`),
			since: null
		};
	}
	const written = token === null ? dataWrittenAt(found.value) : found.value.createdAt;
	if (written === null) return {
		evidence: cannotSee("no-times", `The cluster does not say when the data of ${where} was written`),
		since: null
	};
	return token !== null || Date.parse(written) >= mergedAt.getTime() - CLOCK_MS ? {
		evidence: said("applied", written, "secret-new", `${where} has the new value`),
		since: written
	} : {
		evidence: said("not-yet", written, "secret-old", `${where} was last written before the merge`),
		since: null
	};
}
function dataWrittenAt({ managedFields }) {
	return managedFields.filter(({ ownsData }) => ownsData).map(({ time }) => time).sort().at(-1) ?? null;
}
async function lookAtOldSecret(cluster, { oldSecret }) {
	if (oldSecret === null) return [];
	const found = await cluster.secret(oldSecret);
	if (!found.ok) return [];
	return [said("not-yet", found.value.createdAt, "old-secret-there", `The Secret from before is there still: ${oldSecret.name} in ${oldSecret.namespace}`)];
}
async function lookAtPods(list, { name, namespace }, since) {
	if (!list.ok) return {
		evidence: cannotSee(list.code, list.message),
		left: []
	};
	const holders = list.value.filter(({ secrets, startedAt }) => secrets.includes(name) && startedAt !== null && Date.parse(startedAt) < Date.parse(since));
	if (holders.length === 0) return {
		evidence: said("consumed", null, "no-pod-left", `No pod in ${namespace} reads ${name} since before`),
		left: []
	};
	const owners = new Map();
	for (const { owner, name: pod } of holders) {
		const key = `${owner.kind}/${owner.name}`;
		const known = owners.get(key);
		owners.set(key, {
			...owner,
			namespace,
			pods: [...known?.pods ?? [], pod],
			command: restartOf(owner, namespace, pod)
		});
	}
	return {
		evidence: said("pods-left", null, "pods-left", `${holders.length} of the pods in ${namespace} read ${name} before it was new`),
		left: [...owners.values()]
	};
}
function restartOf({ kind, name }, namespace, pod) {
	if ([
		"Deployment",
		"StatefulSet",
		"DaemonSet"
	].includes(kind)) return `kubectl rollout restart ${kind.toLowerCase()}/${name} --namespace ${namespace}`;
	return kind === "Job" || kind === "CronJob" ? null : `kubectl delete pod ${pod} --namespace ${namespace}`;
}
function said(says, at, code, message) {
	return {
		witness: "kubernetes",
		says,
		at,
		url: null,
		code,
		message
	};
}
function cannotSee(code, message) {
	return said("cannot-see", null, code, message);
}
// src/verify/pipeline.ts
const APPLYING = "Your PR is applying in the build:";
const BUILD = /https:\/\/[^\s)>\]]{1,300}\/jobs\/apply-namespace-changes-live[^\s)>\]]{0,200}/;
function pipelineWitness(github) {
	const known = new Map();
	return { async testify({ pullRequest }) {
		if (pullRequest === null) return NOTHING_SEEN;
		const asked = known.get(pullRequest) ?? look(github, pullRequest);
		known.set(pullRequest, asked);
		return {
			evidence: [await asked],
			podsLeft: []
		};
	} };
}
async function look(github, number) {
	const comments = await github.comments(number);
	const none = {
		witness: "pipeline",
		says: "cannot-see",
		at: null,
		url: null
	};
	if (!comments.ok) return {
		...none,
		code: comments.error.code,
		message: comments.error.message
	};
	const told = comments.value.find(({ body }) => body.trimStart().startsWith(APPLYING));
	if (told === void 0) {
		const message = `The pipeline has not said on #${number} that it applies it`;
		return {
			...none,
			code: "no-comment",
			message
		};
	}
	const url = BUILD.exec(told.body)?.[0] ?? null;
	const message = `The pipeline said on #${number} that it applies it`;
	return {
		...none,
		says: "begun",
		url,
		code: "apply-begun",
		message
	};
}
// src/commands/verify.ts
const AGAIN_AFTER_MS = 3e4;
async function verify(options, say) {
	const surveyed = await surveyBase(options, {
		source: "fetched",
		versions: "flags"
	}, say);
	if (!surveyed.ok) return surveyed;
	const read = surveyed.value;
	const root = openRoot(options, "commit");
	if (!root.ok) return root;
	const clone = cloneOf({
		root: root.value,
		env: options.env
	});
	const { since } = options;
	const past = await history({
		...options,
		base: read.base.sha
	}, say);
	if (!past.ok) return past;
	const merged = lastRotations(past.value.rotations, read);
	const connected = await connectWitnesses(read, options, say);
	if (!connected.ok) return connected;
	const { witnesses, github, login } = connected.value;
	const expected = await expectations(merged, read, clone);
	let verified = await testifyAll(expected, witnesses, options.now);
	const deadline = options.now.getTime() + (options.waitMinutes ?? 0) * 6e4;
	for (let now = options.now.getTime(); now < deadline && isUnsettled(verified); now += AGAIN_AFTER_MS) {
		say(`${verified.filter(({ state }) => state === "pending").length} pending: asking again in 30 seconds`);
		await setTimeout(AGAIN_AFTER_MS);
		const again = await connectWitnesses(read, options, say);
		if (!again.ok) return again;
		verified = await testifyAll(expected, again.value.witnesses, new Date(now + AGAIN_AFTER_MS));
	}
	const rotations = worstFirst(verified);
	if (options.comment) {
		if (github === null || login === null) return missingToken();
		const commented = await commentOn(rotations, github, login);
		if (!commented.ok) return commented;
	}
	return ok({
		schemaVersion: 1,
		date: read.date,
		base: read.base.sha,
		since,
		summary: summarise(rotations),
		rotations,
		problems: read.survey.problems
	});
}
function isUnsettled(rotations) {
	return rotations.some(({ state }) => state === "pending");
}
function summarise(rotations) {
	const of = (state) => rotations.filter((each) => each.state === state).length;
	return {
		rotations: rotations.length,
		late: of("late"),
		pending: of("pending"),
		cannotSee: of("cannot-see"),
		applied: of("applied"),
		consumed: of("consumed")
	};
}
function lastRotations(rotations, { survey, selection }) {
	const last = new Map(rotations.map((rotation) => [rotation.id, rotation]));
	const selects = selectsCredential({
		...selection,
		due: false
	}, "report");
	return survey.assessments.flatMap((assessment) => {
		const rotation = last.get(assessment.credential.id);
		return rotation === void 0 || !selects(assessment) ? [] : [{
			rotation,
			assessment
		}];
	});
}
async function expectations(merged, { reader, namespaces }, clone) {
	const folders = namespaces.folders;
	const wanted = (date) => merged.map(({ rotation, assessment }) => ({
		assessment,
		date: date(rotation)
	}));
	const now = await readConsequences(reader, folders, wanted(({ to }) => to));
	const before = await readConsequences(reader, folders, wanted(({ from }) => from));
	const facts = await commitFacts(clone, new Set(merged.map(({ rotation }) => rotation.commit)));
	return merged.flatMap((one) => {
		const { rotation, assessment } = one;
		const { id, cluster, namespace } = assessment.credential;
		const consequences = now.get(id);
		const commit = facts.get(rotation.commit);
		if (consequences === void 0 || commit === void 0) return [];
		const expectation = {
			id,
			cluster,
			namespace,
			mergedAt: commit.at,
			pullRequest: commit.pullRequest,
			token: consequences.token,
			oldSecret: rotation.from === null ? null : tokenSecret(before.get(id), namespace),
			...filledSecrets(consequences)
		};
		return [{
			...one,
			expectation,
			commit
		}];
	});
}
function tokenSecret(consequences, namespace) {
	const secret = consequences?.token?.secret;
	return secret === void 0 || secret.computed ? null : {
		namespace,
		name: secret.text
	};
}
function filledSecrets({ uses }) {
	const filled = [];
	const unseen = [];
	for (const { carriesSecret, object, block, type, name } of uses) {
		if (!carriesSecret) continue;
		if (object?.kind === "Secret" && !object.name.computed && !object.namespace.computed) filled.push({
			namespace: object.namespace.text,
			name: object.name.text
		});
		else if (block === "resource") unseen.push(`${type ?? block}.${name ?? ""}`);
	}
	return {
		filled,
		unseen
	};
}
const PULL_REQUEST = /^Merge pull request #(?<merged>\d{1,9}) |\(#(?<squashed>\d{1,9})\)$/;
async function commitFacts(clone, commits) {
	if (commits.size === 0) return new Map();
	const output = (await runGit(clone, [
		"log",
		"--no-walk=unsorted",
		"--stdin",
		"--format=%H %cI %s"
	], [...commits].map((sha) => `${sha}\n`).join(""))).toString("utf8");
	return new Map(output.trim().split("\n").map((line) => {
		const [sha = "", at = "", ...subject] = line.split(" ");
		const { merged, squashed } = PULL_REQUEST.exec(subject.join(" "))?.groups ?? {};
		const number = merged ?? squashed;
		return [sha, {
			at: new Date(at),
			pullRequest: number === void 0 ? null : Number(number)
		}];
	}));
}
async function connectWitnesses({ remote, token }, { env, version, clusterAccess, comment }, say) {
	const witnesses = [];
	let github = null;
	let login = null;
	if (remote !== null && token !== null) {
		const repository = repositoryOf(env, remote.remote);
		if (!repository.ok) return repository;
		const connection = gitHubOptions(repository.value, token.value, version, say);
		github = connectGitHub(connection);
		witnesses.push(gitHubWitness(connection), pipelineWitness(github));
		if (comment) {
			const viewer = await connectGraphQL(connection).viewer();
			if (!viewer.ok) return viewer;
			login = viewer.value.login;
		}
	} else say("GitHub is not asked: there is no token, or the remote cannot be reached");
	if (clusterAccess !== null) {
		const cluster = await openCluster(clusterAccess, env);
		if (!cluster.ok) return cluster;
		witnesses.push(kubernetesWitness(cluster.value));
	}
	return ok({
		witnesses,
		github,
		login
	});
}
async function testifyAll(expected, witnesses, now) {
	const verified = [];
	for (const { rotation, assessment, expectation, commit } of expected) {
		const statements = [];
		for (const witness of witnesses) statements.push(await witness.testify(expectation));
		const evidence = statements.flatMap((statement) => statement.evidence);
		const { id, cluster, namespace, kind, module, file } = assessment.credential;
		const mergedAt = commit.at.toISOString();
		verified.push({
			id,
			cluster,
			namespace,
			kind,
			module,
			file,
			value: rotation.to,
			mergedAt,
			commit: rotation.commit,
			pullRequest: commit.pullRequest,
			state: judgeRotation(evidence, mergedAt, now),
			evidence,
			podsLeft: statements.flatMap(({ podsLeft }) => podsLeft)
		});
	}
	return verified;
}
async function commentOn(rotations, github, login) {
	const byPullRequest = groupBy(rotations.filter(({ pullRequest }) => pullRequest !== null), ({ pullRequest }) => pullRequest);
	for (const [number, ofOne] of byPullRequest) {
		if (number === null) continue;
		const comments = await github.comments(number);
		if (!comments.ok) return comments;
		const body = `${VERIFY_MARK}\n${verifyComment(ofOne)}`;
		const own = comments.value.find((each) => isSameAccount(each.author, login) && each.body.startsWith("<!-- rotate-pr:verify -->"));
		if (own?.body.trimEnd() === body.trimEnd()) continue;
		const written = await (own === void 0 ? github.comment(number, body) : github.updateComment(own.id, body));
		if (!written.ok) return written;
	}
	return ok(void 0);
}
// src/cli/verbs/verify.ts
function runVerify(flags, io) {
	const { verbose, base, remote, wait, clusterAccess, comment } = flags;
	return runDoor(flags, io, {
		run: (options, say) => verify({
			...options,
			base,
			remote,
			version: readVersion(),
			request: PLAIN_REQUEST,
			since: firstDay(flags.since, options),
			waitMinutes: wait ?? null,
			clusterAccess: clusterAccess ?? null,
			comment: comment === true
		}, say),
		render: {
			json: toJson,
			csv: async (result) => (await import("./import/report-verify.js")).verifyCsv(result),
			...reportFormats(verbose, async (result) => (await import("./import/report-verify.js")).verifyDocument(result))
		},
		exitCode: ({ summary }) => flags.failOn === "late" && summary.late > 0 ? 1 : 0
	});
}
const DEFAULT_DAYS = 14;
function firstDay(since, { now, date }) {
	const today = date ?? dayInLondon(now);
	if (since !== void 0 && !/^\d{1,4}$/.test(since)) return since;
	return addDays(today, -(since === void 0 ? DEFAULT_DAYS : Number(since)));
}
export { runVerify };
