import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  isGlob,
  loadConfig,
  needsFacts,
  openRoot,
  resolveDate,
  resolveSelection,
  selectNamespaces,
  selectsModule,
  selectsNamespace
} from "./chunk-NYGNCS6O.js";
import {
  findModules,
  namesModule,
  wholeFile
} from "./chunk-TXBWUVQ2.js";
import {
  EMPTY_SCOPE,
  buildScope,
  referenceIn,
  resolveString,
  resolveValue
} from "./chunk-XNC3SULY.js";
import {
  addDays,
  dayInLondon,
  daysBetween,
  meansNever,
  parseDay,
  readDate,
  startOfDayInLondon
} from "./chunk-E5D2VRLW.js";
import {
  openCommit
} from "./chunk-B2GHL33T.js";
import {
  converse,
  isObjectId,
  listTree,
  readBlobs
} from "./chunk-SYTRIWR5.js";
import {
  resolveCommit
} from "./chunk-PSUEPN52.js";
import {
  runGit
} from "./chunk-3BSEOIMC.js";
import {
  readTeams
} from "./chunk-2FMRDYDG.js";
import {
  decodeText
} from "./chunk-JZ6XBEDV.js";
import {
  MAX_FILE_BYTES
} from "./chunk-KNFMCJ2C.js";
import {
  NAMESPACES,
  credentialId,
  namespacePath,
  parseResourcePath
} from "./chunk-2VDNCQM2.js";
import {
  defaultMaxAge
} from "./chunk-2VAMA6IS.js";
import {
  KIND_NAMES
} from "./chunk-7CRAZKEU.js";
import {
  scan
} from "./chunk-UHMPSPEV.js";
import {
  findAttribute
} from "./chunk-4M4F2YVT.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/git/log.ts
var FLAGS = [
  ...["--first-parent", "--diff-merges=first-parent", "--root", "--raw", "-z", "--no-abbrev", "--no-renames"],
  ...["--no-relative", "--no-color", "--no-ext-diff", "--no-textconv", "--no-follow", "--no-show-signature"],
  ...["--no-notes", "--no-mailmap", "--ignore-submodules=all", "--encoding=UTF-8", "--format=%H %ct %P%n%s"]
];
async function logBranch(cwd, { tip, from, to, folder }, each) {
  if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
  const range = [`--max-age=${timestamp(from)}`, `--min-age=${timestamp(to - 1)}`];
  const args = ["--literal-pathspecs", "log", ...FLAGS, ...range, tip, "--", folder];
  const { take, end } = logParser(each);
  await converse(cwd, "log", args, [], take);
  end();
}
function timestamp(seconds) {
  return Math.min(Math.max(0, seconds), 2 ** 31 - 1);
}
function logParser(each) {
  let rest = "";
  let commit = null;
  let change = null;
  function end() {
    if (commit !== null) each(parseHeader(commit.header, commit.changes));
    commit = null;
  }
  function field(text) {
    if (change !== null) {
      commit?.changes.push({ path: decode(text), ...change });
      change = null;
      return;
    }
    const raw = text.startsWith("\n") ? text.slice(1) : text;
    if (raw.startsWith(":")) {
      change = parseChange(raw);
      return;
    }
    end();
    commit = { header: raw, changes: [] };
  }
  return {
    take(chunk) {
      const text = rest + chunk.toString("latin1");
      let start = 0;
      for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", start)) {
        field(text.slice(start, at));
        start = at + 1;
      }
      rest = text.slice(start);
    },
    end
  };
}
function parseChange(raw) {
  const [, mode = "", , oid = ""] = raw.split(" ");
  return { mode, oid };
}
function parseHeader(header, changes) {
  const newline = header.indexOf("\n");
  const [oid = "", seconds = "", parent] = header.slice(0, newline).split(" ");
  return {
    oid,
    parent: parent || null,
    seconds: Number(seconds),
    subject: decode(header.slice(newline + 1)),
    changes
  };
}
function decode(latin1) {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
async function commitBefore(cwd, tip, seconds) {
  if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
  const args = [
    "rev-list",
    "--first-parent",
    "--max-count=1",
    `--min-age=${timestamp(seconds - 1)}`,
    tip,
    "--"
  ];
  return (await runGit(cwd, args)).toString("ascii").trim() || null;
}
async function oldestCommit(cwd, tip) {
  if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
  const args = ["rev-list", "--first-parent", "--max-parents=0", "--max-count=1", "--timestamp", tip, "--"];
  const [seconds = "", oid = ""] = (await runGit(cwd, args)).toString("ascii").trim().split(" ");
  return { oid, seconds: Number(seconds) };
}
async function isShallow(cwd) {
  return (await runGit(cwd, ["rev-parse", "--is-shallow-repository"])).toString("ascii").trim() === "true";
}

// src/environments/file-changes.ts
var BATCH = 5e3;
async function readHistory(repo, range, sight2) {
  const wants = pathFilter(range);
  const reader = backgroundReader(repo, sight2.version);
  const newestFirst = [];
  let oldest = null;
  await logBranch(repo, { ...range, folder: NAMESPACES }, (commit) => {
    sight2.commit();
    oldest = commit;
    const changes = changesOf(commit, wants);
    if (changes.length === 0) return;
    newestFirst.push({ commit: commit.oid, seconds: commit.seconds, subject: commit.subject, changes });
    for (const { path, blob } of changes) if (blob !== null) reader.want(path, blob);
  });
  const first = oldest;
  const before = first === null ? await commitBefore(repo, range.tip, range.from) : first.parent;
  const cut = before === null && await isShallow(repo) ? await oldestCommit(repo, range.tip) : null;
  const steps = newestFirst.filter(({ commit }) => commit !== cut?.oid).reverse();
  const startCommit = cut?.oid ?? before;
  const start = startCommit === null ? /* @__PURE__ */ new Map() : await filesAt(repo, startCommit, range.prefix, wants);
  for (const [path, blob] of start) reader.want(path, blob);
  await reader.finish();
  return { start, steps, cut: cut === null ? null : { commit: cut.oid, seconds: cut.seconds } };
}
function pathFilter({ prefix, wants }) {
  const before = prefix === "" ? "" : `${prefix}/`;
  const known = /* @__PURE__ */ new Map();
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
    if (path !== null) wanted.push({ path, blob: mode.startsWith("100") ? oid : null });
  }
  return wanted;
}
async function filesAt(repo, commit, prefix, wants) {
  const files = /* @__PURE__ */ new Map();
  const before = prefix === "" ? "" : `${prefix}/`;
  const options = { recursive: true };
  await listTree(repo, commit, [`${before}${NAMESPACES}/`], options, ({ mode, oid, path: listed }) => {
    const path = mode.startsWith("100") ? wants(listed) : null;
    if (path !== null) files.set(path, oid);
  });
  return files;
}
function backgroundReader(repo, each) {
  const known = /* @__PURE__ */ new Set();
  let waiting = [];
  let reading = null;
  let failure = null;
  async function readWaiting() {
    const versions = waiting;
    waiting = [];
    versions.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
    const blobs = versions.map(({ blob }) => blob);
    await readBlobs(repo, blobs, MAX_FILE_BYTES, (index, content) => {
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
      waiting.push({ blob, path });
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
var NO_CREDENTIALS = { readable: true, credentials: [] };
var UNREADABLE = { readable: false, credentials: [] };
function readVersion(text, selects) {
  const scanned = scan(text);
  if (scanned.errors.length > 0) return UNREADABLE;
  const modules = findModules(text, scanned).modules.filter(({ kind, name }) => selects(kind.name, name));
  if (modules.length === 0) return NO_CREDENTIALS;
  const file = { path: "", text, scan: scanned };
  const scope = modules.some((module) => refers(text, module)) ? buildScope([file], []) : EMPTY_SCOPE;
  return { readable: true, credentials: modules.map((module) => sight(module, file, scope)) };
}
function refers(text, { kind, block, date }) {
  const others = kind.reads.map((name) => findAttribute(block.body, name));
  return [date, ...others].some(
    (attribute) => attribute !== null && referenceIn(text, attribute.expression) !== null
  );
}
function sight(module, file, scope) {
  const { kind, block, name } = module;
  const resolve = (expression) => resolveValue(file, expression, scope);
  const exempt = kind.examine({ text: file.text, block, resolve }).some((finding) => finding.effect === "exempt");
  const date = exempt ? NO_DATE : dateOf(module, file, scope);
  return { kind: kind.name, module: name, exempt, ...date };
}
var NO_DATE = { value: null, literal: true };
function dateOf({ date, name, kind }, file, scope) {
  if (date === null) return NO_DATE;
  const found = resolveString(file, date.expression, ["module", name, kind.variable], scope);
  if (found.found === "literal") return { value: found.value, literal: true };
  return found.written === "null" ? NO_DATE : { value: found.written, literal: false };
}

// src/history/collect.ts
var MANY = 1e4;
function versionAt(versions, blob) {
  return versions.get(blob) ?? NO_CREDENTIALS;
}
function collectVersions(selection, say) {
  const versions = /* @__PURE__ */ new Map();
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
  const files = /* @__PURE__ */ new Map();
  const stretches = [];
  const rotations = [];
  const unclear = [];
  const unreadable = /* @__PURE__ */ new Set();
  let created = 0;
  let removed = 0;
  function begin(path, sighting, day) {
    const stretch = stretchOf(sighting, day);
    stretches.push(stretch);
    const live = files.get(path);
    if (live === void 0) files.set(path, [{ sighting, stretch }]);
    else live.push({ sighting, stretch });
  }
  function keep(path, live, sighting, { commit, day }) {
    const before = live.sighting;
    const unknown = !before.literal && !sighting.literal;
    if (before.value !== sighting.value && unknown) {
      const [from, to] = [before.value ?? "", sighting.value ?? ""];
      unclear.push({ file: path, module: sighting.module, commit, from, to });
    } else if (before.value !== sighting.value) {
      rotations.push(rotation(path, before, sighting, commit, day, maxAgeDays));
    }
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
        const at = rest.findIndex((live2) => isSameModule(live2.sighting, sighting));
        const [live] = at === -1 ? [] : rest.splice(at, 1);
        if (live === void 0) fresh.push({ path, sighting });
        else {
          files.get(path)?.push(live);
          keep(path, live, sighting, step);
        }
      }
      gone.push(...rest.map((live) => ({ path, live })));
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
  return { rotations, stretches, created, removed, unclear, unreadable: [...unreadable].sort() };
}
function isSameModule(a, b) {
  return a.module === b.module && a.kind === b.kind;
}
function pairMoves(gone, fresh) {
  const pairs = /* @__PURE__ */ new Map();
  if (gone.length === 0 || fresh.length === 0) return pairs;
  const left = /* @__PURE__ */ new Map();
  for (const each of gone) {
    const key = moduleKey(each.live.sighting);
    left.set(key, (left.get(key) ?? /* @__PURE__ */ new Set()).add(each));
  }
  for (const isLikely of LIKELY) {
    for (const each of fresh) {
      const candidates = left.get(moduleKey(each.sighting));
      if (candidates === void 0 || pairs.has(each)) continue;
      for (const candidate of candidates) {
        if (!isLikely(candidate, each)) continue;
        pairs.set(each, candidate);
        candidates.delete(candidate);
        break;
      }
    }
  }
  return pairs;
}
var LIKELY = [
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
  const rotatedOn = value === null || never || !literal ? null : readDate(value);
  return { kind, exempt, rotatedOn, never, from, until: null };
}
function rotation(file, before, after, commit, day, maxAgeDays) {
  const { kind, module } = after;
  const change = before.value === null ? "added" : after.value === null ? "removed" : "replaced";
  const rotatedOn = dayOf(before);
  const age = rotatedOn === null ? -1 : daysBetween(rotatedOn, day);
  const ageDays = age < 0 ? null : age;
  const notes = notesOf(before, after, day, maxAgeDays);
  return { file, kind, module, day, commit, change, from: before.value, to: after.value, ageDays, notes };
}
function dayOf({ value, literal }) {
  return value === null || !literal || meansNever(value) ? null : readDate(value);
}
var DAY_ALONE = /^\d{1,4}-\d{1,2}-\d{1,4}$/;
function notesOf(before, after, day, maxAgeDays) {
  const { value, literal } = after;
  if (value === null || !literal || meansNever(value)) return [];
  const to = readDate(value);
  if (to === null) return ["unreadable"];
  const from = dayOf(before);
  const notes = [];
  if (from === to && DAY_ALONE.test(value) && DAY_ALONE.test(before.value ?? "")) notes.push("format-only");
  if (from !== null && to < from) notes.push("backwards");
  if (to > day) notes.push("future");
  if (daysBetween(to, day) > maxAgeDays) notes.push("outdated");
  return notes;
}

// src/history/series.ts
var LONGEST_BY_WEEK = 2 * 366;
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
    const all = { credentials: 0, over: 0, never: 0 };
    const byKind = {};
    for (const stretch of counted) {
      if (stretch.from > day || stretch.until !== null && stretch.until <= day) continue;
      byKind[stretch.kind] ??= { credentials: 0, over: 0, never: 0 };
      for (const tally of [all, byKind[stretch.kind]]) {
        tally.credentials += 1;
        if (stretch.never) tally.never += 1;
        if (stretch.rotatedOn === null || stretch.rotatedOn < oldest) tally.over += 1;
      }
    }
    return { day, ...all, byKind };
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
  for (const rotation2 of rotations) for (const note of rotation2.notes) notes[note] += 1;
  const kinds = groupBy(rotations, ({ kind }) => kind);
  const byKind = {};
  for (const kind of KIND_NAMES) if (kinds.has(kind)) byKind[kind] = figures(kinds.get(kind));
  const byTeam = [...groupBy(rotations, ({ team }) => team)].map(([team, some]) => {
    return { team, ...figures(some) };
  });
  byTeam.sort((a, b) => b.rotations - a.rotations || ((a.team ?? "") < (b.team ?? "") ? -1 : 1));
  const byCommit = [...groupBy(rotations, ({ commit }) => commit)].map(
    ([commit, some]) => rotatingCommit(commit, subjectOf(commit), some)
  );
  return { ...figures(rotations), byKind, byTeam, byCommit: byCommit.reverse(), notes };
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
  for (const kind of KIND_NAMES) {
    const some = rotations.filter((rotation2) => rotation2.kind === kind).length;
    if (some > 0) byKind[kind] = some;
  }
  const namespaces = new Set(rotations.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size;
  return { commit, day: rotations[0].day, subject, rotations: rotations.length, namespaces, byKind };
}

// src/commands/history.ts
var COMMITS_PER_LINE = 1e4;
var MOST_DAYS_AHEAD = 3660;
async function history(options, say) {
  const root = openRoot(options);
  if (!root.ok) return root;
  const days = resolveDays(options);
  if (!days.ok) return days;
  const { since, date } = days.value;
  const repo = root.value.root;
  const tip = root.value.top === null ? null : await resolveCommit(repo, options.base ?? "HEAD");
  if (tip === null) return noCommit(options.base);
  const reader = await openCommit(repo, tip, { prefix: root.value.prefix });
  const { selection } = resolveSelection(options, repo);
  const config = await loadConfig(reader, options);
  if (!config.ok) return config;
  const maxAgeDays = options.maxAgeDays ?? defaultMaxAge(config.value);
  const selected = await selectPast(reader, selection, say);
  if (!selected.ok) return selected;
  const range = secondsOf(since, date);
  const { prefix } = root.value;
  const { versions, problems, take } = collectVersions(selection, say);
  const { wants } = selected.value;
  const sight2 = { commit: progress(say), version: take };
  const read = await readHistory(repo, { tip, ...range, prefix, wants }, sight2);
  if (read.cut !== null && (read.cut.commit === tip || read.cut.seconds >= range.to)) {
    return noHistory(read.cut.seconds);
  }
  const first = firstDay(read, since);
  const start = versionsAtStart(read, versions);
  const followed = followCredentials(start, first, stepsOf(read, versions), maxAgeDays);
  const unknown = followed.stretches.length > 0 ? null : selected.value.unknown ?? unknownModule(selection);
  if (unknown !== null) return unknown;
  const rotations = await ownersOf(followed, reader);
  const subjects = new Map(read.steps.map(({ commit, subject }) => [commit, subject]));
  const cut = read.cut === null ? null : { commit: read.cut.commit, day: first };
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
  if (daysBetween(dayInLondon(options.now), date.value) > MOST_DAYS_AHEAD) {
    return fail("bad-date", `--date ${date.value} is too far ahead: --since looks back.`);
  }
  if (since > date.value) {
    return fail("bad-since", `--since ${since} is after ${date.value}, the last day that counts.`);
  }
  return ok({ since, date: date.value });
}
function noCommit(base) {
  return base === void 0 ? fail("no-history", "There is no commit here, and so no history: --since needs a git clone.") : fail("unknown-base", `--base ${base} is no commit of this repository.`);
}
function secondsOf(since, date) {
  const seconds = (day) => startOfDayInLondon(day).getTime() / 1e3;
  return { from: seconds(since), to: seconds(addDays(date, 1)) };
}
function dayOf2(seconds) {
  return dayInLondon(new Date(seconds * 1e3));
}
function firstDay({ cut, start, steps }, since) {
  const seconds = cut?.seconds ?? (start.size === 0 ? steps[0]?.seconds : void 0);
  return seconds === void 0 ? since : dayOf2(seconds);
}
var HOW_TO_DEEPEN = "git fetch --unshallow gets the rest";
function noHistory(seconds) {
  const message = `This clone is shallow: it has no history up to its commit of ${dayOf2(seconds)}. ${HOW_TO_DEEPEN}.`;
  return fail("no-history", message);
}
function cutWarning(day) {
  return `this clone is shallow: its history begins on ${day}; ${HOW_TO_DEEPEN}`;
}
async function selectPast(reader, selection, say) {
  const wants = selectsNamespace(selection);
  if (selection.namespaces.length + selection.clusters.length === 0 && !needsFacts(selection)) {
    return ok({ wants, unknown: null });
  }
  const found = await selectNamespaces(reader, selection, needsFacts(selection) ? say : () => {
  });
  if (!found.ok) return needsFacts(selection) ? found : ok({ wants, unknown: found });
  if (!needsFacts(selection)) return ok({ wants, unknown: null });
  const chosen = new Set(found.value.folders.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
  return ok({ wants: (cluster, namespace) => chosen.has(`${cluster}/${namespace}`), unknown: null });
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
    if (commits % COMMITS_PER_LINE === 0)
      say(`reading the history: ${commits.toLocaleString("en-GB")} commits`);
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
      day = dayOf2(seconds);
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
  const placed = rotations.map((rotation2) => ({ rotation: rotation2, place: parseResourcePath(rotation2.file) }));
  const rotated = new Set(placed.map(({ place }) => `${place.cluster}/${place.namespace}`));
  const folders = await reader.namespaces((cluster, namespace) => rotated.has(`${cluster}/${namespace}`));
  const teams = await readTeams(folders, reader);
  return placed.map(({ rotation: rotation2, place: { cluster, namespace } }) => ({
    id: credentialId(rotation2.file, rotation2.module),
    cluster,
    namespace,
    team: teams.get(namespacePath(cluster, namespace)) ?? null,
    ...rotation2
  }));
}
function problemsOf({ unclear, unreadable }) {
  return [
    ...unreadable.map(
      (file) => wholeFile(
        file,
        "invalid-hcl",
        "the file does not parse: its credentials count as they were when it last did"
      )
    ),
    ...unclear.map(({ file, module, commit, from, to }) => {
      const message = `${module} went from ${from} to ${to} in ${commit.slice(0, 12)}: whether that rotated it, the file does not tell`;
      return wholeFile(file, "expression-changed", message);
    })
  ];
}

export {
  history
};
