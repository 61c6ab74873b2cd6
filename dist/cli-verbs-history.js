import { EMPTY_SCOPE, MAX_FILE_BYTES, NAMESPACES, addDays, argumentsOfRules, buildScope, commitBefore, credentialId, dayInLondon, daysBetween, decodeText, defaultMaxAge, examineModule, findAttribute, findModules, findUnknownKind, groupByTeam, instancesOf, isGlob, isShallow, listTree, loadConfig, logBranch, meansNever, namesModule, namespacePath, needsFacts, objectCompleter, oldestCommit, openRoot, parseDay, parseResourcePath, readBlobs, readDate, reportFormats, resolveCommit, resolveDate, resolveExpression, resolveSelection, resolveStart, resolveString, runDoor, scan, selectNamespaces, selectsModule, selectsNamespace, startOfDayInLondon, toJson, wholeFile } from "./audit.js";
import { cloneOf, openCommitReader, readOwners } from "./open.js";
import { fail, groupBy, knownKinds, ok } from "./main.js";
// src/environments/file-changes.ts
const BATCH = 5e3;
async function readHistory(clone, range, sight) {
	const wants = pathFilter(range);
	const reader = backgroundReader(clone, sight.version);
	const newestFirst = [];
	let oldest = null;
	await logBranch(clone, {
		...range,
		folder: NAMESPACES
	}, (commit) => {
		sight.commit();
		oldest = commit;
		const changes = changesOf(commit, wants);
		if (changes.length === 0) return;
		newestFirst.push({
			commit: commit.oid,
			seconds: commit.seconds,
			subject: commit.subject,
			changes
		});
		for (const { path, blob } of changes) if (blob !== null) reader.want(path, blob);
	});
	const first = oldest;
	const before = first === null ? await commitBefore(clone, range.tip, range.from) : first.parent;
	const cut = before === null && await isShallow(clone) ? await oldestCommit(clone, range.tip) : null;
	const steps = newestFirst.filter(({ commit }) => commit !== cut?.oid).reverse();
	const startCommit = cut?.oid ?? before;
	const start = startCommit === null ? new Map() : await filesAt(clone, startCommit, range.prefix, wants);
	for (const [path, blob] of start) reader.want(path, blob);
	await reader.finish();
	return {
		start,
		steps,
		cut: cut === null ? null : {
			commit: cut.oid,
			seconds: cut.seconds
		}
	};
}
function pathFilter({ prefix, wants }) {
	const before = prefix === "" ? "" : `${prefix}/`;
	const known = new Map();
	const ask = (path) => {
		const inEstate = path.slice(before.length);
		const parts = parseResourcePath(inEstate);
		if (parts === null || parts.file.includes("/") || parts.file.startsWith(".")) return null;
		if (parts.cluster.startsWith(".") || parts.namespace.startsWith(".")) return null;
		return wants(parts.cluster, parts.namespace) ? inEstate : null;
	};
	return (path) => {
		if (!path.endsWith(".tf") || !path.startsWith(before)) return null;
		let answer = known.get(path);
		if (answer === void 0) {
			answer = ask(path);
			known.set(path, answer);
		}
		return answer;
	};
}
function changesOf({ changes }, wants) {
	const wanted = [];
	for (const { path: logged, mode, oid } of changes) {
		const path = wants(logged);
		if (path !== null) wanted.push({
			path,
			blob: mode.startsWith("100") ? oid : null
		});
	}
	return wanted;
}
async function filesAt(clone, commit, prefix, wants) {
	const files = new Map();
	const before = prefix === "" ? "" : `${prefix}/`;
	await listTree(clone, commit, [`${before}${NAMESPACES}/`], { recursive: true }, ({ mode, oid, path: listed }) => {
		const path = mode.startsWith("100") ? wants(listed) : null;
		if (path !== null) files.set(path, oid);
	});
	return files;
}
function backgroundReader(clone, each) {
	const complete = objectCompleter(clone);
	const known = new Set();
	let waiting = [];
	let reading = null;
	let failure = null;
	async function readWaiting() {
		const versions = waiting;
		waiting = [];
		versions.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
		const blobs = versions.map(({ blob }) => blob);
		await complete(blobs);
		await readBlobs(clone, blobs, MAX_FILE_BYTES, (index, content) => {
			const { blob, path } = versions[index];
			each(blob, path, content);
		});
	}
	async function readBatches() {
		try {
			while (waiting.length >= BATCH) await readWaiting();
		} catch (error) {
			failure = { error };
		}
		reading = null;
	}
	return {
		want(path, blob) {
			if (known.has(blob)) return;
			known.add(blob);
			waiting.push({
				blob,
				path
			});
			if (waiting.length >= BATCH && failure === null) reading ??= readBatches();
		},
		async finish() {
			await reading;
			if (failure !== null) throw failure.error;
			if (waiting.length > 0) await readWaiting();
		}
	};
}
// src/history/file-version.ts
const NO_CREDENTIALS = {
	readable: true,
	credentials: []
};
const UNREADABLE = {
	readable: false,
	credentials: []
};
function readVersion(text, selects) {
	const scanned = scan(text);
	if (scanned.errors.length > 0) return UNREADABLE;
	const blocks = findModules(text, scanned).modules;
	if (blocks.length === 0) return NO_CREDENTIALS;
	const file = {
		path: "",
		text,
		scan: scanned
	};
	const scope = blocks.some((module) => refers(text, module)) ? buildScope([file], []) : EMPTY_SCOPE;
	const modules = blocks.flatMap((module) => instancesOf(module, file, scope)).filter(({ kind, name }) => selects(kind.name, name));
	if (modules.length === 0) return NO_CREDENTIALS;
	return {
		readable: true,
		credentials: modules.map((module) => sight(module, file, scope))
	};
}
function refers(text, { kind, block, date }) {
	return [date, ...argumentsOfRules(kind).map((name) => findAttribute(block.body, name))].some((attribute) => attribute !== null && mayRefer(text, attribute.expression));
}
function mayRefer(text, { start, end }) {
	return /\b(?:var|local|each)\./.test(text.slice(start, end));
}
function sight(module, file, scope) {
	const { kind, block, name } = module;
	const resolve = (expression) => resolveExpression(file, expression, scope);
	const exempt = examineModule(kind, {
		text: file.text,
		block,
		resolve
	}).some((finding) => finding.effect === "exempt");
	const date = exempt ? NO_DATE : dateOf(module, file, scope);
	return {
		kind: kind.name,
		module: name,
		exempt,
		...date
	};
}
const NO_DATE = {
	value: null,
	literal: true
};
function dateOf({ date, address }, file, scope) {
	if (date === null) return NO_DATE;
	const found = date.ofKey === void 0 ? resolveString(file, date.expression, [...address, ...date.path], scope) : resolveStart(date.ofKey);
	if (found.found === "literal") return {
		value: found.value,
		literal: true
	};
	return found.written === "null" ? NO_DATE : {
		value: found.written,
		literal: false
	};
}
// src/history/collect.ts
const MANY = 1e4;
function versionAt(versions, blob) {
	return versions.get(blob) ?? NO_CREDENTIALS;
}
function collectVersions(selection, say) {
	const versions = new Map();
	const problems = [];
	const selects = selectsModule(selection);
	let read = 0;
	return {
		versions,
		problems,
		take(blob, path, content) {
			read += 1;
			if (read % MANY === 0) say(`reading the history: ${read.toLocaleString("en-GB")} versions of files`);
			const version = versionOf(content, selects);
			if ("code" in version) {
				problems.push(wholeFile(path, "unreadable", version.message));
				versions.set(blob, UNREADABLE);
			} else if (version !== NO_CREDENTIALS) versions.set(blob, version);
		}
	};
}
function versionOf(content, selects) {
	if (!(content instanceof Uint8Array)) return content;
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	if (!namesModule(bytes)) return NO_CREDENTIALS;
	const decoded = decodeText(content);
	return "text" in decoded ? readVersion(decoded.text, selects) : UNREADABLE;
}
// src/history/follow.ts
function followCredentials(start, since, steps, maxAgeDays) {
	const files = new Map();
	const stretches = [];
	const rotations = [];
	const unclear = [];
	const unreadable = new Set();
	let created = 0;
	let removed = 0;
	function begin(path, sighting, day) {
		const stretch = stretchOf(sighting, day);
		stretches.push(stretch);
		const live = files.get(path);
		if (live === void 0) files.set(path, [{
			sighting,
			stretch
		}]);
		else live.push({
			sighting,
			stretch
		});
	}
	function keep(path, live, sighting, { commit, day }) {
		const before = live.sighting;
		const unknown = !before.literal && !sighting.literal;
		if (before.value !== sighting.value && unknown) {
			const [from, to] = [before.value ?? "", sighting.value ?? ""];
			unclear.push({
				file: path,
				module: sighting.module,
				commit,
				from,
				to
			});
		} else if (before.value !== sighting.value) rotations.push(rotation(path, before, sighting, commit, day, maxAgeDays));
		if (before.value !== sighting.value || before.exempt !== sighting.exempt) {
			live.stretch.until = day;
			live.stretch = stretchOf(sighting, day);
			stretches.push(live.stretch);
		}
		live.sighting = sighting;
	}
	function take(step) {
		const gone = [];
		const fresh = [];
		for (const { path, version } of step.changes) {
			const before = files.get(path);
			if (version?.readable === false) {
				unreadable.add(path);
				continue;
			}
			unreadable.delete(path);
			const after = version ?? NO_CREDENTIALS;
			if (before === void 0 && after.credentials.length === 0) continue;
			const rest = [...before ?? []];
			files.set(path, []);
			for (const sighting of after.credentials) {
				const at = rest.findIndex((live) => isSameModule(live.sighting, sighting));
				const [live] = at === -1 ? [] : rest.splice(at, 1);
				if (live === void 0) fresh.push({
					path,
					sighting
				});
				else {
					files.get(path)?.push(live);
					keep(path, live, sighting, step);
				}
			}
			gone.push(...rest.map((live) => ({
				path,
				live
			})));
			if (after.credentials.length === 0) files.delete(path);
		}
		const moves = pairMoves(gone, fresh);
		for (const { path, sighting } of fresh.filter((each) => !moves.has(each))) {
			begin(path, sighting, step.day);
			created += 1;
		}
		for (const [{ path, sighting }, { live }] of moves) {
			const there = files.get(path);
			if (there === void 0) files.set(path, [live]);
			else there.push(live);
			keep(path, live, sighting, step);
		}
		const moved = new Set(moves.values());
		for (const each of gone) {
			if (moved.has(each)) continue;
			each.live.stretch.until = step.day;
			removed += 1;
		}
	}
	for (const [path, version] of start) {
		if (!version.readable) unreadable.add(path);
		for (const sighting of version.credentials) begin(path, sighting, since);
	}
	for (const step of steps) take(step);
	return {
		rotations,
		stretches,
		created,
		removed,
		unclear,
		unreadable: [...unreadable].sort()
	};
}
function isSameModule(a, b) {
	return a.module === b.module && a.kind === b.kind;
}
function pairMoves(gone, fresh) {
	const pairs = new Map();
	if (gone.length === 0 || fresh.length === 0) return pairs;
	const left = new Map();
	for (const each of gone) {
		const key = moduleKey(each.live.sighting);
		left.set(key, (left.get(key) ?? new Set()).add(each));
	}
	for (const isLikely of LIKELY) for (const each of fresh) {
		const candidates = left.get(moduleKey(each.sighting));
		if (candidates === void 0 || pairs.has(each)) continue;
		for (const candidate of candidates) {
			if (!isLikely(candidate, each)) continue;
			pairs.set(each, candidate);
			candidates.delete(candidate);
			break;
		}
	}
	return pairs;
}
const LIKELY = [
	(gone, fresh) => folderOf(gone.path) === folderOf(fresh.path),
	(gone, fresh) => hasSameValue(gone, fresh) && fileOf(gone.path) === fileOf(fresh.path),
	hasSameValue
];
function hasSameValue({ live }, { sighting }) {
	return live.sighting.value === sighting.value && live.sighting.exempt === sighting.exempt;
}
function moduleKey({ kind, module }) {
	return `${kind} ${module}`;
}
function folderOf(path) {
	return path.slice(0, path.lastIndexOf("/"));
}
function fileOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function stretchOf({ kind, exempt, value, literal }, from) {
	const never = value === null || literal && meansNever(value);
	return {
		kind,
		exempt,
		rotatedOn: value === null || never || !literal ? null : readDate(value),
		never,
		from,
		until: null
	};
}
function rotation(file, before, after, commit, day, maxAgeDays) {
	const { kind, module } = after;
	const change = before.value === null ? "added" : after.value === null ? "removed" : "replaced";
	const rotatedOn = dayOf$1(before);
	const age = rotatedOn === null ? -1 : daysBetween(rotatedOn, day);
	const ageDays = age < 0 ? null : age;
	const notes = notesOf(before, after, day, maxAgeDays);
	return {
		file,
		kind,
		module,
		day,
		commit,
		change,
		from: before.value,
		to: after.value,
		ageDays,
		notes
	};
}
function dayOf$1({ value, literal }) {
	return value === null || !literal || meansNever(value) ? null : readDate(value);
}
const DAY_ALONE = /^\d{1,4}-\d{1,2}-\d{1,4}$/;
function notesOf(before, after, day, maxAgeDays) {
	const { value, literal } = after;
	if (value === null || !literal || meansNever(value)) return [];
	const to = readDate(value);
	if (to === null) return ["unreadable"];
	const from = dayOf$1(before);
	const notes = [];
	if (from === to && DAY_ALONE.test(value) && DAY_ALONE.test(before.value ?? "")) notes.push("format-only");
	if (from !== null && to < from) notes.push("backwards");
	if (to > day) notes.push("future");
	if (daysBetween(to, day) > maxAgeDays) notes.push("outdated");
	return notes;
}
// src/history/series.ts
const LONGEST_BY_WEEK = 732;
function seriesDays(since, date) {
	const byWeek = daysBetween(since, date) <= LONGEST_BY_WEEK;
	const days = [];
	for (let day = since; day < date; day = byWeek ? addDays(day, 7) : nextMonth(day)) days.push(day);
	return [...days, date];
}
function nextMonth(day) {
	return `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`;
}
function countSeries(stretches, days, maxAgeDays) {
	const counted = stretches.filter(({ exempt }) => !exempt);
	return days.map((day) => {
		const oldest = addDays(day, -maxAgeDays);
		const all = {
			credentials: 0,
			over: 0,
			never: 0
		};
		const byKind = {};
		for (const stretch of counted) {
			if (stretch.from > day || stretch.until !== null && stretch.until <= day) continue;
			byKind[stretch.kind] ??= {
				credentials: 0,
				over: 0,
				never: 0
			};
			for (const tally of [all, byKind[stretch.kind]]) {
				tally.credentials += 1;
				if (stretch.never) tally.never += 1;
				if (stretch.rotatedOn === null || stretch.rotatedOn < oldest) tally.over += 1;
			}
		}
		return {
			day,
			...all,
			byKind
		};
	});
}
// src/history/summary.ts
function summariseRotations(rotations, subjectOf) {
	const notes = {
		"format-only": 0,
		backwards: 0,
		future: 0,
		outdated: 0,
		unreadable: 0
	};
	for (const rotation of rotations) for (const note of rotation.notes) notes[note] += 1;
	const kinds = groupBy(rotations, ({ kind }) => kind);
	const byKind = {};
	for (const kind of knownKinds().names) if (kinds.has(kind)) byKind[kind] = figures(kinds.get(kind));
	const byTeam = groupByTeam(rotations, ({ team }) => team).map(({ team, items }) => {
		return {
			team,
			...figures(items)
		};
	});
	byTeam.sort((a, b) => b.rotations - a.rotations || ((a.team ?? "") < (b.team ?? "") ? -1 : 1));
	const byCommit = [...groupBy(rotations, ({ commit }) => commit)].map(([commit, some]) => rotatingCommit(commit, subjectOf(commit), some));
	return {
		...figures(rotations),
		byKind,
		byTeam,
		byCommit: byCommit.reverse(),
		notes
	};
}
function figures(rotations) {
	const ages = rotations.flatMap(({ ageDays }) => ageDays === null ? [] : [ageDays]);
	return {
		rotations: rotations.length,
		credentials: new Set(rotations.map(({ id }) => id)).size,
		medianAgeDays: median(ages),
		ofUnknownAge: rotations.length - ages.length
	};
}
function median(values) {
	const ordered = [...values].sort((a, b) => a - b);
	const upper = ordered[ordered.length >> 1];
	const lower = ordered[ordered.length - 1 >> 1];
	return upper === void 0 || lower === void 0 ? null : (lower + upper) / 2;
}
function rotatingCommit(commit, subject, rotations) {
	const byKind = {};
	for (const kind of knownKinds().names) {
		const some = rotations.filter((rotation) => rotation.kind === kind).length;
		if (some > 0) byKind[kind] = some;
	}
	const namespaces = new Set(rotations.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
	return {
		commit,
		day: rotations[0].day,
		subject,
		rotations: rotations.length,
		namespaces,
		byKind
	};
}
// src/commands/history.ts
const COMMITS_PER_LINE = 1e4;
const MOST_DAYS_AHEAD = 3660;
async function history(options, say) {
	const root = openRoot(options, "commit");
	if (!root.ok) return root;
	const days = resolveDays(options);
	if (!days.ok) return days;
	const { since, date } = days.value;
	const source = {
		root: root.value,
		env: options.env
	};
	const clone = cloneOf(source);
	const tip = root.value.top === null ? null : await resolveCommit(clone, options.base ?? "HEAD");
	if (tip === null) return noCommit(options.base);
	const opened = await openCommitReader(tip, source);
	if (!opened.ok) return opened;
	const reader = opened.value;
	const { selection } = resolveSelection(options, root.value.root);
	const config = await loadConfig(reader, options);
	if (!config.ok) return config;
	const unknownKind = findUnknownKind(options.selection);
	if (unknownKind !== null) return unknownKind;
	const maxAgeDays = options.maxAgeDays ?? defaultMaxAge(config.value);
	const selected = await selectPast(reader, selection, say);
	if (!selected.ok) return selected;
	const range = secondsOf(since, date);
	const { prefix } = root.value;
	const { versions, problems, take } = collectVersions(selection, say);
	const { wants } = selected.value;
	const sight = {
		commit: progress(say),
		version: take
	};
	const read = await readHistory(clone, {
		tip,
		...range,
		prefix,
		wants
	}, sight);
	if (read.cut !== null && (read.cut.commit === tip || read.cut.seconds >= range.to)) return noHistory(read.cut.seconds);
	const first = firstDay(read, since);
	const followed = followCredentials(versionsAtStart(read, versions), first, stepsOf(read, versions), maxAgeDays);
	const unknown = followed.stretches.length > 0 ? null : selected.value.unknown ?? unknownModule(selection);
	if (unknown !== null) return unknown;
	const rotations = await ownersOf(followed, reader);
	const subjects = new Map(read.steps.map(({ commit, subject }) => [commit, subject]));
	const cut = read.cut === null ? null : {
		commit: read.cut.commit,
		day: first
	};
	if (cut !== null) say(cutWarning(cut.day));
	return ok({
		schemaVersion: 1,
		date,
		since,
		base: tip,
		summary: {
			...summariseRotations(rotations, (commit) => subjects.get(commit) ?? ""),
			maxAgeDays,
			created: followed.created,
			removed: followed.removed,
			cut
		},
		rotations,
		series: countSeries(followed.stretches, seriesDays(first, date), maxAgeDays),
		problems: [...problems, ...problemsOf(followed)]
	});
}
function resolveDays(options) {
	const date = resolveDate(options);
	if (!date.ok) return date;
	const since = parseDay(options.since);
	if (since === null) {
		const example = `${date.value.slice(0, 4)}-01-01`;
		const message = `--since ${options.since} is not a day of the calendar: write it as yyyy-MM-dd, for example ${example}.`;
		return fail("bad-since", message);
	}
	if (daysBetween(dayInLondon(options.now), date.value) > MOST_DAYS_AHEAD) return fail("bad-date", `--date ${date.value} is too far ahead: --since looks back.`);
	if (since > date.value) return fail("bad-since", `--since ${since} is after ${date.value}, the last day that counts.`);
	return ok({
		since,
		date: date.value
	});
}
function noCommit(base) {
	return base === void 0 ? fail("no-history", "There is no commit here, and so no history: --since needs a git clone.") : fail("unknown-base", `--base ${base} is no commit of this repository.`);
}
function secondsOf(since, date) {
	const seconds = (day) => startOfDayInLondon(day).getTime() / 1e3;
	return {
		from: seconds(since),
		to: seconds(addDays(date, 1))
	};
}
function dayOf(seconds) {
	return dayInLondon(new Date(seconds * 1e3));
}
function firstDay({ cut, start, steps }, since) {
	const seconds = cut?.seconds ?? (start.size === 0 ? steps[0]?.seconds : void 0);
	return seconds === void 0 ? since : dayOf(seconds);
}
const HOW_TO_DEEPEN = "git fetch --unshallow gets the rest";
function noHistory(seconds) {
	const message = `This clone is shallow: it has no history up to its commit of ${dayOf(seconds)}. ${HOW_TO_DEEPEN}.`;
	return fail("no-history", message);
}
function cutWarning(day) {
	return `this clone is shallow: its history begins on ${day}; ${HOW_TO_DEEPEN}`;
}
async function selectPast(reader, selection, say) {
	const wants = selectsNamespace(selection);
	if (selection.namespaces.length + selection.clusters.length === 0 && !needsFacts(selection)) return ok({
		wants,
		unknown: null
	});
	const found = await selectNamespaces(reader, selection, needsFacts(selection) ? say : () => {});
	if (!found.ok) return needsFacts(selection) ? found : ok({
		wants,
		unknown: found
	});
	if (!needsFacts(selection)) return ok({
		wants,
		unknown: null
	});
	const chosen = new Set(found.value.folders.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
	return ok({
		wants: (cluster, namespace) => chosen.has(`${cluster}/${namespace}`),
		unknown: null
	});
}
function unknownModule({ modules }) {
	const name = modules.find((pattern) => !isGlob(pattern));
	if (name === void 0) return null;
	return fail("unknown-module", `There was no module ${name} in that time.`);
}
function progress(say) {
	let commits = 0;
	return () => {
		commits += 1;
		if (commits % COMMITS_PER_LINE === 0) say(`reading the history: ${commits.toLocaleString("en-GB")} commits`);
	};
}
function versionsAtStart({ start }, versions) {
	return new Map([...start].map(([path, blob]) => [path, versionAt(versions, blob)]));
}
function* stepsOf({ steps }, versions) {
	let day = "";
	let ends = 0;
	for (const { commit, seconds, changes } of steps) {
		if (seconds >= ends || day === "") {
			day = dayOf(seconds);
			ends = secondsOf(day, day).to;
		}
		yield {
			commit,
			day,
			changes: changes.map(({ path, blob }) => ({
				path,
				version: blob === null ? null : versionAt(versions, blob)
			}))
		};
	}
}
async function ownersOf({ rotations }, reader) {
	const placed = rotations.map((rotation) => ({
		rotation,
		place: parseResourcePath(rotation.file)
	}));
	const rotated = new Set(placed.map(({ place }) => `${place.cluster}/${place.namespace}`));
	const folders = await reader.namespaces((cluster, namespace) => rotated.has(`${cluster}/${namespace}`));
	const owners = await readOwners(folders, reader);
	return placed.map(({ rotation, place: { cluster, namespace } }) => ({
		id: credentialId(rotation.file, rotation.module),
		cluster,
		namespace,
		team: owners.get(namespacePath(cluster, namespace))?.team ?? null,
		...rotation
	}));
}
function problemsOf({ unclear, unreadable }) {
	return [...unreadable.map((file) => wholeFile(file, "invalid-hcl", "the file does not parse: its credentials count as they were when it last did")), ...unclear.map(({ file, module, commit, from, to }) => {
		const message = `${module} went from ${from} to ${to} in ${commit.slice(0, 12)}: whether that rotated it, the file does not tell`;
		return wholeFile(file, "expression-changed", message);
	})];
}
// src/cli/verbs/history.ts
function runHistory(flags, io) {
	const { since, base, verbose } = flags;
	return runDoor(flags, io, {
		run: async (options, say) => excluded(flags) ?? history({
			...options,
			since,
			base
		}, say),
		render: {
			json: toJson,
			csv: async (result) => (await import("./import/report-csv.js")).historyCsv(result),
			...reportFormats(verbose, async (result, { format, brief }) => (await import("./import/report-history.js")).historyDocument(result, {
				brief: brief && format === "text",
				mostListed: format === "text" ? Number.POSITIVE_INFINITY : void 0
			}))
		},
		exitCode: () => 0
	});
}
function excluded(flags) {
	const asked = [
		...flags.due === true ? ["--due"] : [],
		...flags.failOn === void 0 ? [] : ["--fail-on"],
		...flags.otherCredentials ? ["--other-credentials"] : [],
		...flags.newSince === void 0 ? [] : ["--new-since"]
	];
	if (asked.length === 0) return null;
	const message = `--since tells what was, ${asked.join(" and ")} what is: leave one of them out.`;
	return fail("usage", message);
}
export { history, runHistory };
