import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  namespaceParts
} from "./chunk-RV6EBGEM.js";
import {
  runbooksOf
} from "./chunk-TNA3Y3WS.js";
import {
  connectGitHub,
  missingToken
} from "./chunk-UQVQJWNY.js";
import {
  groupOfBranch,
  idPrefix,
  isGroupBranch
} from "./chunk-SYWRY25U.js";
import "./chunk-RJUFUBBZ.js";
import "./chunk-T5BC3P4M.js";
import {
  ensureCommits,
  isLoopback,
  openRemote
} from "./chunk-6UG6PYL3.js";
import "./chunk-EJQ2P2PV.js";
import {
  surveyEstate
} from "./chunk-KPQKIXGW.js";
import "./chunk-MGOTNK22.js";
import "./chunk-AZM5KN2I.js";
import "./chunk-7OZAT5UJ.js";
import {
  openRoot
} from "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-TXBWUVQ2.js";
import "./chunk-XNC3SULY.js";
import {
  dayInLondon
} from "./chunk-E5D2VRLW.js";
import {
  openCommit
} from "./chunk-B2GHL33T.js";
import "./chunk-SYTRIWR5.js";
import "./chunk-MZCYSQLG.js";
import "./chunk-M3LKYVE4.js";
import "./chunk-ACMQDBVN.js";
import "./chunk-5T5TXE4W.js";
import {
  phraseMarkdown,
  say,
  sayList
} from "./chunk-NPPZ53N6.js";
import {
  code,
  escapeMarkdown
} from "./chunk-E5CKJXHL.js";
import "./chunk-Y55L6N2I.js";
import "./chunk-3BSEOIMC.js";
import {
  findToken
} from "./chunk-Y4JF27LT.js";
import {
  readAllMetadata
} from "./chunk-2FMRDYDG.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-KNFMCJ2C.js";
import {
  branchName
} from "./chunk-2VDNCQM2.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-TZM67ZAB.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-RPITXM22.js";
import "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import "./chunk-UHMPSPEV.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  sentences
} from "./chunk-FV62HGML.js";
import {
  afterMergeMark,
  parseMarker
} from "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-KY6GMG72.js";
import {
  afterMergeComment
} from "./chunk-BEZD3S22.js";
import {
  shellWords
} from "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import {
  DEFAULT_MAX_AGE_DAYS
} from "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import {
  hostOf,
  repositoryOf
} from "./chunk-DLNDPKSX.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import "./chunk-LSW3YM3J.js";
import "./chunk-HMLHTHGO.js";
import "./chunk-DFJ5UGJM.js";
import "./chunk-LVIGNXGC.js";

// src/action/after-merge.ts
import { readFileSync } from "node:fs";

// src/report/after-merge-comment.ts
var PAGE_LENGTH = 6e4;
function afterMergePages(namespaces, incident) {
  const head = [
    `## ${afterMergeComment.title}`,
    ...incident === null ? [] : [`> [!CAUTION]
> **Incident:** ${escapeMarkdown(incident)}`],
    afterMergeComment.intro
  ];
  const pages = [head.join("\n\n")];
  for (const namespace of namespaces) {
    const part = namespacePart(namespace);
    const last = pages.at(-1) ?? "";
    if (last.length + part.length + 2 <= PAGE_LENGTH) pages[pages.length - 1] = `${last}

${part}`;
    else pages.push(part);
  }
  return pages;
}
function namespacePart(namespace) {
  const [heading = "", ...rest] = namespaceParts(namespace);
  const whole = [heading, whoActs(namespace), ...rest].join("\n\n");
  if (whole.length <= PAGE_LENGTH) return whole;
  const command = shellWords(["rotate-pr", "runbook", "--namespace", namespace.namespace]);
  return [heading, whoActs(namespace), `${afterMergeComment.tooLong} ${code(command)}`].join("\n\n");
}
function whoActs({ teams, slackChannel }) {
  const who = teams.length === 0 ? say`nobody is bound to a role in this namespace` : teams.length === 1 ? say`the team ${sayList(teams)}` : say`one of the teams ${sayList(teams)}`;
  const channel = slackChannel === null ? [] : say`, Slack channel ${`#${slackChannel.replace(/^#+/, "")}`}`;
  return `**${afterMergeComment.who}** ${phraseMarkdown([...who, ...channel])}.`;
}

// src/commands/after-merge.ts
async function commentAfterMerge(options, say2) {
  const { pullRequest: number } = options;
  const connected = await connect(options, say2);
  if (!connected.ok) return connected;
  const { github, remote, top, prefix } = connected.value;
  const found = await github.pullRequest(number);
  if (!found.ok) return found;
  if (found.value === null) return fail("unknown-pull-request", `There is no pull request #${number}.`);
  const marker = ownMarker(found.value);
  if (marker === null) return ok({ outcome: "nothing", number, why: "not-ours" });
  const { mergeSha: sha } = found.value;
  if (sha === null) return ok({ outcome: "nothing", number, why: "not-merged" });
  const fetched = await ensureCommits(remote, [{ sha }]);
  if (!fetched.ok) return fetched;
  const reader = await openCommit(top, sha, { prefix });
  const namespaces = await mergedNamespaces(reader, marker, dayInLondon(options.now));
  if (namespaces.length === 0) return ok({ outcome: "nothing", number, why: "gone" });
  const pages = afterMergePages(namespaces, marker.incident ?? null);
  const posted = await postOnce(github, number, pages);
  if (!posted.ok) return posted;
  return ok({ outcome: posted.value > 0 ? "commented" : "unchanged", number, pages });
}
async function connect(options, say2) {
  const { env, version } = options;
  const root = openRoot(options);
  if (!root.ok) return root;
  const { top, prefix } = root.value;
  if (top === null) {
    return fail("not-a-git-repository", `${root.value.root} is not in a git repository: clone it with git.`);
  }
  const token = await findToken(env);
  if (token === null) return missingToken();
  const remote = await openRemote({ cwd: top, remote: options.remote, env, token: token.value });
  if (!remote.ok) return remote;
  const repository = repositoryOf(env, remote.value);
  if (!repository.ok) return repository;
  const github = connectGitHub({
    repository: repository.value,
    token: token.value,
    version,
    pacing: !isLoopback(hostOf(repository.value.apiUrl)),
    onWarning: say2
  });
  return ok({ github, remote: remote.value, top, prefix });
}
function ownMarker({ body, branch }) {
  const marker = parseMarker(body);
  if (marker === null) return null;
  const { namespace, cluster, group } = marker;
  if (namespace === null || cluster === null) {
    return isGroupBranch(branch) && groupOfBranch(branch) === group ? marker : null;
  }
  const named = branchName(cluster, namespace);
  return "branch" in named && named.branch === branch ? marker : null;
}
async function mergedNamespaces(reader, { changes, incident }, today) {
  const ids = new Set(Object.keys(changes));
  const prefixes = new Set([...ids].map((id) => id.slice(0, id.indexOf("/"))));
  const folders = await reader.namespaces(
    (cluster, namespace) => prefixes.has(idPrefix({ cluster, namespace }))
  );
  const rules = { today, maxAgeDays: DEFAULT_MAX_AGE_DAYS, includeHeld: true };
  const { assessments } = await surveyEstate(reader, folders, rules);
  const wanted = assessments.filter(({ credential }) => ids.has(credential.id));
  const concerned = folders.filter((folder) => wanted.some(isIn(folder)));
  const runbooks = await runbooksOf(reader, concerned, wanted, [], incident !== void 0);
  const metadata = await readAllMetadata(concerned, reader);
  return runbooks.map((runbook, at) => {
    const facts = metadata.get(concerned[at]?.path ?? "");
    const { teams = [], slackChannel = null } = facts ?? {};
    return { ...runbook, teams, slackChannel };
  });
}
function isIn(folder) {
  return ({ credential }) => credential.file.startsWith(`${folder.path}/`);
}
async function postOnce(github, number, pages) {
  const comments = await github.comments(number);
  if (!comments.ok) return comments;
  let posted = 0;
  for (const [at, page] of pages.entries()) {
    const mark = afterMergeMark(at + 1);
    if (comments.value.some(({ body }) => body.startsWith(mark))) continue;
    const written = await github.comment(number, `${mark}
${page}`);
    if (!written.ok) return written;
    posted += 1;
  }
  return ok(posted);
}

// src/action/after-merge.ts
async function actAfterMerge(flags, world, inputs) {
  const number = findNumber(inputs.get("pull-request"), world.env);
  if (!number.ok) return number;
  const { root, remote } = flags;
  const { cwd, env, now, version, say: say2 } = world;
  const commented = await commentAfterMerge(
    { cwd, env, now, version, root, remote, pullRequest: number.value },
    say2
  );
  if (!commented.ok) return commented;
  const result = commented.value;
  const words = sentences.afterMerge;
  const pages = result.outcome === "nothing" ? [] : result.pages;
  const end = result.outcome === "nothing" ? words[result.why](result.number) : words[result.outcome](result.number, pages.length);
  const [page = `## ${escapeMarkdown(words.title(result.number))}`] = pages;
  return ok({
    outputs: {},
    summary: `${[page, escapeMarkdown(end)].join("\n\n")}
`,
    annotations: [],
    groups: [],
    end,
    failure: null,
    prefix: ""
  });
}
function findNumber(given, env) {
  if (given !== void 0) {
    return /^[1-9]\d{0,8}$/.test(given) ? ok(Number(given)) : fail("usage", sentences.badNumber(given));
  }
  const path = env["GITHUB_EVENT_PATH"];
  if (!path) return fail("usage", sentences.noNumber);
  let event;
  try {
    event = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "no JSON";
    return fail("bad-event", sentences.badEvent(reason));
  }
  const { number } = event?.pull_request ?? {};
  return typeof number === "number" && Number.isSafeInteger(number) ? ok(number) : fail("usage", sentences.noNumber);
}
export {
  actAfterMerge
};
