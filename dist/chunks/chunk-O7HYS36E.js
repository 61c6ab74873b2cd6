import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  findGone,
  nextTurn,
  schedule,
  turnInstead
} from "./chunk-BKY3X7BS.js";
import {
  connect,
  deferredResult,
  describer,
  look,
  messageWithTrailers,
  publish,
  pushBranches,
  question,
  readOwnership,
  readValuesBefore,
  resultFor,
  stuckResult,
  toldProgress
} from "./chunk-IFRVSPJL.js";
import {
  missingToken
} from "./chunk-UQVQJWNY.js";
import {
  staggerRules
} from "./chunk-BHIPLZZ7.js";
import {
  draftProposals,
  surveyBase,
  unitsOf
} from "./chunk-6DVN7245.js";
import {
  groupTargets,
  targetOf
} from "./chunk-SYWRY25U.js";
import {
  chooseNamespaces,
  confirmWriting
} from "./chunk-TOK74RZP.js";
import {
  unnamedRemarks
} from "./chunk-M7YBGUKT.js";
import {
  planEdits,
  planSelected
} from "./chunk-YBYK2A4Q.js";
import {
  upgradeRemarks
} from "./chunk-EJQ2P2PV.js";
import {
  isGlob,
  selectsCredential
} from "./chunk-NYGNCS6O.js";
import {
  settingsFor
} from "./chunk-L6VYHJNY.js";
import {
  repositoryOf
} from "./chunk-DLNDPKSX.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/publish/sign.ts
import { createHash } from "node:crypto";
var TEMPORARY = "rotate/_signing-";
var FATAL = ["authentication", "forbidden", "rate-limited", "unreachable"];
var UNCERTAIN = ["conflict", "server", "unreachable"];
async function signCommits(remote, graphql, base, requests, options) {
  const items = requests.map((request, index) => {
    return { request, branch: temporaryName(base, request, index), made: null, failure: null };
  });
  const temporary = await makeBranches(remote, base, items, options);
  await commitAll(graphql, base, items, options.onCommit);
  for (const { branch, made } of items) if (made) temporary.set(branch, made.oid);
  await proveAll(remote, base, items);
  const commits = items.map(
    ({ made, failure }) => failure || !made ? { ok: false, error: failure ?? NOTHING_MADE } : ok(made.oid)
  );
  return { commits, temporary };
}
var NOTHING_MADE = { code: "server", message: "GitHub made no commit." };
async function cleanSigning(remote, branches, options = {}) {
  const pushes = [...branches].filter(([branch]) => branch.startsWith(TEMPORARY)).map(([branch, sha]) => ({ branch, to: null, expected: sha }));
  const outcomes = await pushBranches(remote, pushes, sizeOf(options));
  return [...outcomes.values()].filter((outcome) => outcome !== null);
}
function temporaryName(base, { message, content }, index) {
  const hash = createHash("sha256").update(`${base}\0${content.digest}\0${index}\0${message}`);
  return `${TEMPORARY}${hash.digest("hex").slice(0, 16)}`;
}
function sizeOf({ pushSize }) {
  return pushSize === void 0 ? {} : { size: pushSize };
}
async function makeBranches(remote, base, items, options) {
  const pushes = items.map(({ branch }) => {
    return { branch, to: base, expected: options.branches.get(branch) ?? null };
  });
  const outcomes = await pushBranches(remote, pushes, sizeOf(options));
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
  const whole = messageWithTrailers(message, { base, digest: content.digest }).trimEnd();
  const [headline = "", ...rest] = whole.split("\n");
  const body = rest.join("\n").trim();
  const files = content.files.map(({ path, bytes }) => ({ path, bytes }));
  const made = await graphql.commitOnBranch({ branch, expectedHead: base, headline, body, files });
  if (made.ok || !UNCERTAIN.includes(made.error.code)) return made;
  const head = await graphql.branchHead(branch);
  if (!head.ok || head.value === null || head.value.oid === base) return made;
  return ok(head.value);
}
async function proveAll(remote, base, items) {
  const candidates = items.flatMap(
    (item) => item.made && item.failure === null ? [{ item, head: { branch: item.branch, sha: item.made.oid } }] : []
  );
  const owned = await readEach(
    remote,
    candidates.map(({ head }) => head)
  );
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

// src/commands/run/signer.ts
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

// src/commands/open.ts
async function open(options, say) {
  const surveyed = await surveyBase(options, say, false);
  if (!surveyed.ok) return surveyed;
  if (!surveyed.value.selected && options.ask && surveyed.value.token === null) return missingToken();
  const chosen = await chooseNamespaces(surveyed.value, options);
  if (!chosen.ok) return chosen;
  const { read, confirm } = chosen.value;
  const { date, survey, selection } = read;
  if (read.remote === null) throw new Error("open was surveyed without its remote");
  const repository = repositoryOf(options.env, read.remote.remote);
  if (!repository.ok) return repository;
  const settings = settingsFor(options.request, read.config, options.now);
  const planned = planSelected(survey, selection, date, options);
  const { refs } = read.remote;
  for (const line of unnamedRemarks(survey, selection)) say(line);
  const first = await unitsOf(read, planned.rotations, settings, refs);
  const ofOurs = [...refs.branches.keys()].some((branch) => branch.startsWith("rotate/"));
  if (first.units.length === 0 && !ofOurs) {
    const { skipped } = planEdits(survey, selection, date, options);
    const result = resultFor(read, [], [...skipped, ...first.skipped], survey.problems);
    return ok({ result, stopped: false, credentials: aboutOf(read) });
  }
  const connected = await connect(read, { ...options, fork: settings.fork, writes: true }, say);
  if (!connected.ok) return connected;
  const connection = connected.value;
  const ofFork = connection.head.refs === refs;
  const made = ofFork ? first : await unitsOf(read, planned.rotations, settings, connection.head.refs);
  const units = made.units.map((unit) => ({ ...unit, ...askedByName(unit, read) }));
  say.progress?.({ phase: "looking for pull requests", done: 0, total: units.length });
  const looked = await lookAtAll(units, read, connection, settings, options.now);
  if (!looked.ok) return looked;
  const policy = policyOf(read, options, settings);
  const facts = {
    looked: looked.value,
    assessments: new Map(survey.assessments.map((each) => [each.credential.id, each])),
    namespaces: read.namespaces,
    policy
  };
  return carryOut(schedule(units, facts), made.skipped, {
    read,
    connection,
    options,
    settings,
    looked: looked.value,
    policy,
    confirm,
    say
  });
}
async function carryOut(plan, unnamed, run) {
  const { read, connection, options, settings, looked, say } = run;
  const planned = planEdits(read.survey, read.selection, read.date, options, plan.choice);
  const turn = await nextTurn(plan, planned, { ...run, now: options.now });
  const proposals = await draftProposals(read, [...plan.tended, ...turn.admitted], turn.proved, settings);
  for (const line of upgradeRemarks(proposals.flatMap(({ changes }) => changes))) say(line);
  const gone = await findGone(read, connection, looked, options.now);
  if (!gone.ok) return gone;
  const proposed = new Set(proposals.map(({ branch }) => branch));
  const closings = [...plan.closings, ...gone.value.closings].filter(({ branch }) => !proposed.has(branch));
  const preview = {
    changes: proposals.flatMap(({ changes }) => changes),
    files: proposals.flatMap(({ files }) => files)
  };
  const refused = await confirmWriting(run.confirm, preview, question(proposals.length));
  if (refused !== null) return refused;
  const signer = createSigner(connection, read.base.sha);
  const seen = new Map([...looked.seen, ...gone.value.seen]);
  const publishing = (some) => publish(
    some,
    seen,
    contextOf(run, signer),
    (progress) => say.progress?.(toldProgress(progress, connection.left()))
  );
  const published = [await publishing([...proposals, ...closings])];
  const turns = [turn];
  if (run.confirm === null && published[0]?.stopped === null) {
    const instead = await turnInstead(turn, published[0].results, planned, run);
    turns.push(instead);
    if (instead.admitted.length > 0)
      published.push(
        await publishing(await draftProposals(read, instead.admitted, instead.proved, settings))
      );
  }
  for (const { message } of await signer.clean()) say(message);
  for (const remark of new Set(published.flatMap(({ remarks }) => remarks))) say(remark);
  const waiting = turns.at(-1)?.deferred ?? [];
  const stuck = plan.tended.filter(({ branch }) => !proposed.has(branch));
  const described = describer(planned, [
    ...plan.settled.map(({ unit }) => unit),
    ...stuck,
    ...waiting.map(({ one }) => one)
  ]);
  const pullRequests = [
    ...published.flatMap(({ results }) => results),
    ...plan.settled.map(({ unit, result }) => described(unit, result)),
    ...stuck.map((unit) => described(unit, stuckResult(unit, turn.proved.skipped, looked))),
    ...waiting.map(({ one, code, reason }) => described(one, deferredResult(one, code, reason)))
  ];
  const skipped = new Set(turns.flatMap(({ proved }) => proved.skipped));
  const problems = new Set(turns.flatMap(({ proved }) => proved.problems));
  return ok({
    result: resultFor(read, pullRequests, [...skipped, ...plan.skipped, ...unnamed], [...problems]),
    stopped: published.some(({ stopped }) => stopped !== null),
    credentials: aboutOf(read)
  });
}
function contextOf({ read, connection, options, settings, policy }, signer) {
  return {
    remote: read.remote?.remote ?? connection.head.remote,
    head: connection.head,
    github: connection.github,
    base: read.base,
    now: options.now,
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
function aboutOf({ survey, selection }) {
  const isAbout = selectsCredential({ ...selection, due: false }, "report");
  return survey.assessments.filter(isAbout).map(({ credential }) => credential);
}
async function lookAtAll(units, read, { github, head }, settings, now) {
  const atOnce = settings.incident !== null;
  const targets = units.map((unit) => targetOf(unit, atOnce || unit.askedByName === true));
  const known = new Set(units.map(({ branch }) => branch));
  const ofGroups = groupTargets(head.refs).filter(({ branch }) => !known.has(branch));
  const paced = Object.values(settings.pacing).some((limit) => limit !== null);
  const everything = !atOnce && (paced || staggerRules(read, settings) !== null);
  const { base, date: today } = read;
  const context = { github, remote: head.remote, refs: head.refs, base, today, now, everything };
  const looked = await look([...targets, ...ofGroups], context);
  return looked.ok ? ok(await readValuesBefore(looked.value, read)) : looked;
}
function askedByName(unit, { selection }) {
  const names = new Set(selection.namespaces.filter((pattern) => !isGlob(pattern)));
  return unit.group === null && names.has(unit.namespace ?? "") ? { askedByName: true } : {};
}
function policyOf({ date }, options, settings) {
  return {
    today: date,
    refreshAfterDays: settings.refreshAfterDays,
    explicitDate: options.date !== void 0,
    askedByName: settings.incident !== null,
    incident: settings.incident
  };
}

export {
  open,
  policyOf
};
