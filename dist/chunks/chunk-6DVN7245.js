import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  assignEdits,
  groupUnits,
  namespaceUnits
} from "./chunk-SYWRY25U.js";
import {
  checkboxes
} from "./chunk-RJUFUBBZ.js";
import {
  afterMerge,
  readConsequences,
  whatApplyingDoes
} from "./chunk-T5BC3P4M.js";
import {
  openRemote,
  readRemote,
  resolveBase
} from "./chunk-6UG6PYL3.js";
import {
  surveySelected
} from "./chunk-EJQ2P2PV.js";
import {
  loadConfig,
  openRoot,
  resolveDate
} from "./chunk-NYGNCS6O.js";
import {
  readDate
} from "./chunk-E5D2VRLW.js";
import {
  phraseMarkdown,
  say,
  whoUses
} from "./chunk-NPPZ53N6.js";
import {
  code,
  escapeMarkdown,
  markdownTable,
  plainText
} from "./chunk-E5CKJXHL.js";
import {
  resolveCommit
} from "./chunk-PSUEPN52.js";
import {
  findToken
} from "./chunk-Y4JF27LT.js";
import {
  clusterLabel
} from "./chunk-2VDNCQM2.js";
import {
  fillTitle
} from "./chunk-HJGNYOKI.js";
import {
  MODULE_HOST,
  MODULE_OWNER
} from "./chunk-GNH6HFDN.js";
import {
  NO_READERS
} from "./chunk-L6VYHJNY.js";
import {
  apply
} from "./chunk-BEZD3S22.js";
import {
  clusterLabel as clusterLabel2,
  count,
  digits,
  kindCounts,
  kindNoun,
  kindsOf,
  listWords,
  namespaceName,
  shellWords,
  shortFile
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import {
  repositoryOf
} from "./chunk-DLNDPKSX.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/report/group-pull-request.ts
var FIRST_PAGE = 14e3;
var PAGE = 6e4;
var SKIPPED_ROWS = 100;
var TITLE_LENGTH = 100;
function groupTitle({ group, changes, incident }) {
  const namespaces = count(namespacesOf(changes).length, "namespace");
  const credentials = count(changes.length, "credential");
  const titles = [
    `Rotate ${listWords(kindCounts(changes))} of ${namespaces}`,
    `Rotate ${credentials}: ${group}`,
    `Rotate ${credentials} of ${namespaces}`
  ].map((what) => plainText(incident === null ? what : `Incident: ${lower(what)}`));
  return titles.find((title) => title.length <= TITLE_LENGTH) ?? titles.at(-1);
}
function groupCommitMessage(input) {
  const reason = input.incident === null ? "" : `

${plainText(input.incident)}`;
  return `${groupTitle(input)}${reason}
`;
}
function groupBody(input) {
  const { changes, skipped, incident, group } = input;
  const namespaces = namespacesOf(changes);
  const rows = changes.map(row);
  const head = [
    ...incident === null ? [] : [`> [!CAUTION]
> **Incident:** ${escapeMarkdown(incident)}`],
    `This rotates ${count(changes.length, "credential")} of ${count(namespaces.length, "namespace")} (${escapeMarkdown(group)}): ${listWords(kindCounts(changes))}.`,
    "> [!IMPORTANT]\n> It changes more than one namespace, so the repository\u2019s check \u201Creject-multi-namespace-prs\u201D refuses it. A member of the Cloud Platform team (WebOps) can override that: ask in `#ask-cloud-platform`. The author check also wants an author who may change every one of these namespaces.",
    "## What applying it does",
    kindsOf(changes).map((kind) => `- **${capital(kindNoun(kind)[0])}**: ${whatApplyingDoes(kind)}`).join("\n"),
    "## After the merge",
    `Each team has steps of its own. They are printed, filled in, by:

\`\`\`sh
${shellWords(["rotate-pr", "runbook", "-n", "NAMESPACE", ...incident === null ? [] : ["--incident"]])}
\`\`\``,
    ...skippedSection(skipped)
  ].join("\n\n");
  const foot = "Made by `rotate-pr`, which changed the rotation dates below and nothing else.";
  const [first = [], ...others] = cutRows(rows, Math.max(2e3, FIRST_PAGE - head.length));
  const total = others.length + 1;
  const title = (page) => total === 1 ? "## What rotates" : `## What rotates (${page} of ${total})`;
  return {
    body: `${[head, foot, title(1), table(first)].join("\n\n")}
`,
    pages: others.map((part, index) => `${title(index + 2)}

${table(part)}
`)
  };
}
var HEADER = ["namespace", "kind", "module", "file", "old date", "new date"];
function row(change) {
  return [
    code(namespaceName(change)),
    kindNoun(change.kind)[0],
    code(change.module),
    code(shortFile(change)),
    change.from === null ? apply.none : code(change.from),
    code(change.to)
  ];
}
function table(rows) {
  return markdownTable(HEADER, rows);
}
function cutRows(rows, firstLimit) {
  const portions = [[]];
  let room = firstLimit - table([]).length;
  for (const each of rows) {
    const length = table([each]).length;
    if (length > room && portions.at(-1).length > 0) {
      portions.push([]);
      room = PAGE - table([]).length;
    }
    portions.at(-1).push(each);
    room -= length;
  }
  return portions;
}
function skippedSection(skipped) {
  if (skipped.length === 0) return [];
  const items = skipped.slice(0, SKIPPED_ROWS).map(({ id, message }) => `- ${code(id)}: ${escapeMarkdown(message)}`);
  const left = skipped.length - SKIPPED_ROWS;
  const more2 = left > 0 ? [`- \u2026 and ${left} more, which \`rotate-pr plan\` lists`] : [];
  const shown = [...items, ...more2].join("\n");
  return [
    `<details><summary>Not rotated: ${count(skipped.length, "credential")}</summary>

${shown}

</details>`
  ];
}
function namespacesOf(changes) {
  return [...new Set(changes.map(({ cluster, namespace }) => `${cluster}/${namespace}`))];
}
function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
function lower(text) {
  return text[0].toLowerCase() + text.slice(1);
}

// src/report/upgrades.ts
var LINKED = 12;
var SENTENCE = "An upgrade was asked for, so these modules also go to their latest version. It can change more than the credential: read the releases, and the plan that the pipeline makes of this pull request.";
function upgradeSection(changes, rows) {
  const upgraded = changes.flatMap(
    ({ module, upgrade }) => upgrade === void 0 ? [] : [{ module, upgrade }]
  );
  if (upgraded.length === 0) return [];
  const groups = groupBy(
    upgraded,
    ({ upgrade: { repository, from, to } }) => [repository, from, to].join("\n")
  );
  const items = [...groups.values()].map((group) => {
    const named = group.slice(0, rows).map(({ module }) => code(module));
    const left = group.length - named.length;
    const modules = left > 0 ? [...named, `${digits(left)} more`] : named;
    return `- ${listWords(modules)}: ${step(group[0].upgrade)}`;
  });
  return ["## Module versions", SENTENCE, items.join("\n")];
}
function step({ repository, from, to, releases }) {
  const home = `${MODULE_HOST}/${MODULE_OWNER}/${repository}`;
  const linked = (releases.length === 0 ? [to] : releases).slice(-LINKED);
  const links = linked.map((tag) => `[${tag}](${home}/releases/tag/${tag})`);
  const earlier = releases.length - linked.length;
  const all = earlier > 0 ? [`${digits(earlier)} earlier`, ...links] : links;
  const what = all.length === 1 ? "release" : "releases";
  return `${code(repository)} from ${code(from)} to ${code(to)}: ${what} ${listWords(all)}, [all changes](${home}/compare/${from}...${to})`;
}

// src/report/pull-request.ts
var TITLE_LENGTH2 = 72;
var BODY_LENGTH = 6e4;
function pullRequestTitle(namespace, changes) {
  const label = clusterLabel2(changes[0]?.cluster ?? "live");
  const name = plainText(label === "live" ? namespace : `${namespace} (${label})`);
  const titles = [
    `Rotate credentials of ${name}: ${kindCounts(changes).join(", ")}`,
    `Rotate ${listWords(kindCounts(changes))} of ${name}`,
    `Rotate ${count(changes.length, "credential")} of ${name}`
  ];
  return titles.find((title) => title.length <= TITLE_LENGTH2) ?? titles.at(-1);
}
function commitMessage(namespace, changes) {
  const lines = changes.map((change) => {
    const from = change.from === null ? "no date" : change.from;
    const { upgrade } = change;
    const version = upgrade === void 0 ? "" : `, module version ${upgrade.from} -> ${upgrade.to}`;
    return plainText(
      `${kindNoun(change.kind)[0]}, module ${change.module}, ${shortFile(change)}: ${from} -> ${change.to}${version}`
    );
  });
  return `${pullRequestTitle(namespace, changes)}

${lines.map((line) => `- ${line}
`).join("")}`;
}
function pullRequestBody(input) {
  const full = body(input, Number.POSITIVE_INFINITY);
  return full.length <= BODY_LENGTH ? full : body(input, fittingRows(input));
}
function fittingRows(input) {
  for (let rows = 128; rows > 1; rows = Math.floor(rows / 2)) {
    if (body(input, rows).length <= BODY_LENGTH) return rows;
  }
  return 1;
}
function body(input, rows) {
  const credentials = input.changes.map((change) => ({ ...change, ...change.consequences }));
  const upgraded = input.changes.some(({ upgrade }) => upgrade !== void 0);
  const { incident = null } = input;
  const parts = [
    ...incident === null ? [] : [`> [!CAUTION]
> **Incident:** ${escapeMarkdown(incident)}`],
    introduction(input),
    "## What rotates",
    changeTable(input.changes, rows),
    "## What applying it does",
    kindsOf(input.changes).map((kind) => `- **${capital2(kindNoun(kind)[0])}**: ${whatApplyingDoes(kind)}`).join("\n"),
    ...upgradeSection(input.changes, rows),
    ...warningSection(input, rows),
    "## Who uses it",
    usesList(credentials, rows),
    "## After the merge",
    stepList(afterMerge({ ...input, credentials, incident: incident !== null }), rows),
    ...skippedSection2(input.skipped, rows),
    "---",
    `Made by \`rotate-pr\`, which changed the rotation dates${upgraded ? " and the module versions" : ""} above and nothing else.`
  ];
  return `${parts.join("\n\n")}
`;
}
function introduction({
  namespace,
  clusterLabel: label,
  changes,
  team,
  slackChannel
}) {
  const where = label === "live" ? code(namespace) : `${code(namespace)} on ${code(label)}`;
  const facts = [
    team === null ? "" : `team ${code(team)}`,
    slackChannel === null ? "" : `Slack channel ${code(`#${slackChannel.replace(/^#+/, "")}`)}`
  ].filter((fact) => fact !== "");
  const known = facts.length === 0 ? "" : ` (${facts.join(", ")})`;
  return `This rotates ${count(changes.length, "credential")} of the namespace ${where}${known}.`;
}
function changeTable(changes, rows) {
  const header = ["kind", "module", "file", "old date", "new date", "change"];
  const cells = changes.slice(0, rows).map((each) => [
    kindNoun(each.kind)[0],
    code(each.module),
    code(shortFile(each)),
    each.from === null ? apply.none : code(each.from),
    code(each.to),
    apply.actions[each.action]
  ]);
  return markdownTable(header, cells) + more(changes.length - rows);
}
function warningSection({ warnings, changes }, rows) {
  const items = [
    ...warnings.map(({ message }) => `- ${escapeMarkdown(message)}`),
    ...changes.flatMap(
      ({ module, notes: notes2 = [] }) => notes2.map(({ message }) => `- ${code(module)}: ${escapeMarkdown(message)}`)
    )
  ];
  return items.length === 0 ? [] : ["## Before you merge", items.slice(0, rows).join("\n") + more(items.length - rows)];
}
function usesList(credentials, rows) {
  const items = credentials.flatMap((each) => {
    const uses = whoUses(each);
    const lines = uses.length === 0 ? [say`nothing in this folder’s Terraform`] : uses;
    return [`- ${code(each.module)}:`, ...lines.map((line) => `  - ${phraseMarkdown(line)}`)];
  });
  return items.slice(0, rows).join("\n") + more(items.length - rows);
}
function stepList(steps, rows) {
  return checkboxes(steps.slice(0, rows)) + more(steps.length - rows);
}
function skippedSection2(skipped, rows) {
  if (skipped.length === 0) return [];
  const items = [...groupBy(skipped, ({ message }) => message)].flatMap(
    ([message, group]) => group.map(({ id }) => `- ${code(id)}: ${escapeMarkdown(message)}`)
  );
  return ["## Not rotated in this namespace", items.slice(0, rows).join("\n") + more(items.length - rows)];
}
function more(left) {
  return left > 0 && Number.isFinite(left) ? `

\u2026 and ${digits(left)} more: this text would be too long.` : "";
}
function capital2(text) {
  return text[0].toUpperCase() + text.slice(1);
}

// src/commands/run/pull-requests.ts
var MAX_TITLE = 256;
async function propose(reader, units, survey, proved, settings) {
  const byUnit = assignEdits(units, proved.edits);
  const changed = units.filter((unit) => byUnit.has(unit));
  if (changed.length === 0) return [];
  const ofOne = changed.flatMap(({ group, folders }) => group === null ? folders : []);
  const { readAllMetadata } = await import("./metadata-57WJNHBR.js");
  const metadata = await readAllMetadata(ofOne, reader);
  const assessments = new Map(survey.assessments.map((assessment) => [assessment.credential.id, assessment]));
  const wanted = wantedOf(
    changed.flatMap((unit) => unit.group === null ? byUnit.get(unit) ?? [] : []),
    assessments
  );
  const known = { assessments, consequences: await readConsequences(reader, ofOne, wanted) };
  return changed.map((unit) => {
    const edits = byUnit.get(unit) ?? [];
    if (unit.group !== null) return groupProposal(unit, unit.group, edits, proved, settings);
    return proposal(unit, edits, proved, metadata.get(unit.folders[0]?.path ?? ""), known, settings);
  });
}
function groupProposal({ branch, wanted, outside, label = "" }, group, edits, proved, settings) {
  const changes = edits.flatMap((edit) => edit.changes);
  const skipped = proved.skipped.filter(({ id }) => wanted.has(id));
  const input = { group: label, changes, skipped, incident: settings.incident };
  return {
    namespace: null,
    cluster: null,
    group,
    branch,
    title: groupTitle(input),
    ...groupBody(input),
    commitMessage: groupCommitMessage(input),
    changes,
    files: edits.map(({ path, before, after }) => ({ path, before, after })),
    readers: readersOf(settings, []),
    outside: outside ?? 0
  };
}
function titleOf(namespace, cluster, changes, metadata, { title }) {
  if (title === null) return pullRequestTitle(namespace, changes);
  const [first] = changes;
  const values = {
    namespace,
    cluster: clusterLabel(cluster),
    team: metadata?.teamName ?? "",
    count: String(changes.length),
    kinds: kindsOf(changes).join(", "),
    date: readDate(first?.to ?? "") ?? ""
  };
  return plainText(fillTitle(title, values)).slice(0, MAX_TITLE);
}
function readersOf(settings, teams) {
  const { labels, assignees, reviewers, teamReviewers, requestReview } = settings;
  const asked = [...teamReviewers, ...requestReview ? teams : []];
  return { ...NO_READERS, labels, assignees, reviewers, teams: [...new Set(asked)] };
}
function wantedOf(edits, assessments) {
  return edits.flatMap(
    ({ changes }) => changes.map(({ id, to }) => ({ assessment: assessments.get(id) ?? missing(id), date: to }))
  );
}
function missing(id) {
  throw new Error(`${id} changes and was not read`);
}
function proposal(unit, edits, proved, metadata, { assessments, consequences }, settings) {
  const changes = edits.flatMap((edit) => edit.changes);
  const prefix = idPrefix(changes[0]?.id ?? "");
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
      team: metadata?.teamName ?? null,
      slackChannel: metadata?.slackChannel ?? null,
      warnings: []
    }),
    commitMessage: commitMessage(namespace, changes),
    changes,
    files: edits.map(({ path, before, after }) => ({ path, before, after })),
    readers: readersOf(settings, metadata?.teams ?? []),
    ...unit.askedByName === void 0 ? {} : { askedByName: unit.askedByName }
  };
}
var SAID_BY_THE_DATES = [
  "never-rotated",
  "placeholder-date",
  "older-than-max-age",
  "rotates-itself"
];
var SAID_BY_THE_UPGRADE = ["version-behind", "version-too-old"];
function notes(assessment, { upgrade, notUpgraded }, proved) {
  if (assessment === void 0) return [];
  const { id, reasons } = assessment.credential;
  const shared = proved.sharedWith.get(id) ?? [];
  const answered = upgrade === void 0 ? [] : SAID_BY_THE_UPGRADE;
  const said = reasons.filter(({ code: code2 }) => !SAID_BY_THE_DATES.includes(code2) && !answered.includes(code2));
  if (notUpgraded !== void 0) said.push(notUpgraded);
  if (shared.length === 0) return said;
  return [...said, { code: "shared-date", message: `the same date also rotates ${shared.join(", ")}` }];
}
function idPrefix(id) {
  return id.slice(0, id.indexOf("/") + 1);
}

// src/commands/read/base-branch.ts
async function surveyBase(options, say2, mayBeOffline, asks = true) {
  const root = openRoot(options);
  if (!root.ok) return root;
  if (root.value.top === null) {
    return fail("not-a-git-repository", `${root.value.root} is not in a git repository: clone it with git.`);
  }
  const date = resolveDate(options);
  if (!date.ok) return date;
  const token = await findToken(options.env);
  const source = await findBase(root.value, options, token, say2, mayBeOffline);
  if (!source.ok) return source;
  const { base, remote } = source.value;
  const { openCommit } = await import("./commit-TFPSZILV.js");
  const reader = await openCommit(root.value.top, base.sha, { prefix: root.value.prefix });
  const read = await surveySelected(reader, root.value.root, date.value, options, say2, {
    asks: asks || options.checkVersions === true,
    token: async () => token?.value ?? null
  });
  const { prefix } = root.value;
  return read.ok ? ok({ date: date.value, prefix, base, remote, token, reader, ...read.value }) : read;
}
async function draftProposals(read, units, proved, settings) {
  const proposals = await propose(read.reader, units, read.survey, proved, settings);
  return proposals.map(fromTop(read.prefix));
}
async function unitsOf(read, rotations, { grouping }, refs) {
  if (grouping === "namespace") return namespaceUnits(read.namespaces, rotations, refs);
  const { readAllMetadata } = await import("./metadata-57WJNHBR.js");
  const facts = grouping === "team" ? await readAllMetadata(read.namespaces.folders, read.reader) : /* @__PURE__ */ new Map();
  return { units: groupUnits(read.namespaces, rotations, grouping, facts), skipped: [] };
}
function fromTop(prefix) {
  if (prefix === "") return (proposal2) => proposal2;
  return (proposal2) => ({
    ...proposal2,
    files: proposal2.files.map((file) => ({ ...file, path: `${prefix}/${file.path}` }))
  });
}
async function findBase(root, options, token, say2, mayBeOffline) {
  const cwd = root.top ?? root.root;
  const remote = await openRemote({
    cwd,
    remote: options.remote,
    env: options.env,
    token: token?.value ?? null
  });
  if (!remote.ok) return mayBeOffline ? readLocal(cwd, options, null, remote.error, say2) : remote;
  const repository = mayBeOffline ? ok(null) : repositoryOf(options.env, remote.value);
  if (!repository.ok) return repository;
  say2.progress?.({ phase: "asking the remote", done: 0, total: 0 });
  const refs = await readRemote(remote.value);
  if (!refs.ok) return mayBeOffline ? readLocal(cwd, options, remote.value, refs.error, say2) : refs;
  const base = await findBranch(root, remote.value, refs.value, options);
  if (!base.ok) return base;
  return ok({ base: base.value, remote: { remote: remote.value, refs: refs.value } });
}
async function findBranch(root, remote, refs, options) {
  const base = await resolveBase(remote, refs, options.base);
  if (!base.ok || options.base !== void 0) return base;
  const { openCommit } = await import("./commit-TFPSZILV.js");
  const reader = await openCommit(root.top ?? root.root, base.value.sha, { prefix: root.prefix });
  const config = await loadConfig(reader, options);
  if (!config.ok) return config;
  const wanted = config.value?.values.base;
  return wanted === void 0 || wanted === base.value.branch ? base : resolveBase(remote, refs, wanted);
}
async function readLocal(cwd, options, remote, why, say2) {
  const name = options.base ?? "HEAD";
  const candidates = remote === null ? [name] : [`refs/remotes/${remote.name}/${name}`, name];
  for (const candidate of candidates) {
    const sha = await resolveCommit(cwd, candidate);
    if (sha === null) continue;
    say2(`${why.message} Planned from ${candidate} (${sha.slice(0, 10)}) as it is in this clone.`);
    return ok({ base: { branch: name, sha }, remote: null });
  }
  return { ok: false, error: why };
}

export {
  pullRequestTitle,
  surveyBase,
  draftProposals,
  unitsOf
};
