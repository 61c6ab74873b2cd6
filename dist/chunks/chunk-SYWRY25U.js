import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  addDays
} from "./chunk-E5D2VRLW.js";
import {
  branchName,
  namespacePath,
  sharedBranches
} from "./chunk-2VDNCQM2.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";

// src/commands/run/scopes.ts
import { createHash } from "node:crypto";

// src/rotation/cooldown.ts
function dueOn(rotatedOn, maxAgeDays) {
  return rotatedOn === null ? null : addDays(rotatedOn, maxAgeDays + 1);
}
function rememberedUntil(closedOn, due, maxAgeDays) {
  return due !== null && due > closedOn ? due : addDays(closedOn, maxAgeDays + 1);
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
    { room: rules.limit, reason: `this run opens at most ${rules.limit}` },
    {
      room: rules.maxOpen === null ? null : rules.maxOpen - facts.open,
      reason: `at most ${rules.maxOpen} are open at once, and ${facts.open} are`
    },
    {
      room: rules.hourlyLimit === null ? null : rules.hourlyLimit - facts.openedLastHour,
      reason: `at most ${rules.hourlyLimit} are opened in an hour, and ${facts.openedLastHour} were`
    }
  ].flatMap(({ room: room2, reason: reason2 }) => room2 === null ? [] : [{ room: Math.max(0, room2), reason: reason2 }]);
  const ordered = [...waiting].sort(byAge);
  const [narrowest] = rooms.sort((a, b) => a.room - b.room);
  if (narrowest === void 0) return { admitted: ordered, deferred: [] };
  const { room, reason } = narrowest;
  return {
    admitted: ordered.slice(0, room),
    deferred: ordered.slice(room).map((one) => ({ one, code: "turn", reason: `It waits for its turn: ${reason}.` }))
  };
}

// src/commands/run/scopes.ts
var GROUP_BRANCH = /^rotate\/_(?:all|team\.|kind\.)/;
function isGroupBranch(branch) {
  return GROUP_BRANCH.test(branch);
}
function folderOf(path) {
  return path.split("/").slice(0, 3).join("/");
}
function idPrefix({
  cluster,
  namespace
}) {
  const named = branchName(cluster, namespace);
  return "branch" in named ? named.branch.slice("rotate/".length) : namespace;
}
function groupOfBranch(branch) {
  return branch.slice("rotate/_".length);
}
function namespaceUnits({ folders, all }, rotations, refs) {
  const byFolder = groupBy(rotations, ({ assessment }) => folderOf(assessment.credential.file));
  const clashing = new Set(
    sharedBranches(all).flat().map((each) => namespacePath(each.cluster, each.namespace))
  );
  const units = [];
  const skipped = [];
  for (const folder of folders) {
    const ofFolder = byFolder.get(folder.path) ?? [];
    const named = branchName(folder.cluster, folder.namespace);
    const refusal = clashing.has(folder.path) ? { code: "shared-branch", message: "another namespace would have the same branch" } : "branch" in named ? null : named;
    if (refusal !== null || !("branch" in named)) {
      const { code, message } = refusal ?? { code: "bad-name", message: "no branch can be named after it" };
      skipped.push(...ofFolder.map(({ assessment }) => ({ id: assessment.credential.id, code, message })));
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
      ...wantedOf(ofFolder)
    });
  }
  return { units, skipped };
}
function groupUnits({ folders }, rotations, grouping, metadata) {
  const byPath = new Map(folders.map((folder) => [folder.path, folder]));
  const groups = groupBy(rotations, ({ assessment: { credential } }) => {
    if (grouping === "all") return "all";
    if (grouping === "kind") return `kind ${credential.kind}`;
    return `team ${teamOf(metadata.get(folderOf(credential.file))) ?? "unknown"}`;
  });
  return [...groups].map(([label, ofGroup]) => {
    const paths = new Set(ofGroup.map(({ assessment }) => folderOf(assessment.credential.file)));
    const group = groupKey(label);
    return {
      cluster: null,
      namespace: null,
      group,
      label,
      branch: `rotate/_${group}`,
      folders: [...paths].flatMap((path) => byPath.get(path) ?? []),
      ...wantedOf(ofGroup)
    };
  });
}
function teamOf(facts) {
  const { teams = [], teamName = null } = facts ?? {};
  if (teamName !== null && (teams.length === 0 || teams.includes(teamName))) return teamName;
  return teams[0] ?? null;
}
function groupKey(label) {
  const [sort = "", ...words] = label.split(" ");
  if (words.length === 0) return sort;
  const name = words.join(" ");
  const plain = name.replace(/[^A-Za-z0-9-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${sort}.${plain === name ? plain : [plain, digest].filter(Boolean).join("-")}`;
}
function wantedOf(rotations) {
  const wanted = new Map(
    rotations.map(({ assessment: { credential }, to }) => {
      const { id, rotatedOn, maxAgeDays } = credential;
      return [id, { to, due: dueOn(rotatedOn, maxAgeDays), maxAgeDays }];
    })
  );
  const ages = rotations.map(({ assessment: { credential } }) => ({
    key: credential.id,
    oldest: credential.rotatedOn
  }));
  return { wanted, oldest: ages.sort(byAge)[0]?.oldest ?? null };
}
function targetOf({ branch, namespace, cluster, group, wanted }, askedByName) {
  return { branch, namespace, cluster, group, wanted, askedByName };
}
function groupTargets({ branches }) {
  return [...branches.keys()].filter(isGroupBranch).map((branch) => {
    const owner = { namespace: null, cluster: null, group: groupOfBranch(branch) };
    return { ...owner, branch, wanted: /* @__PURE__ */ new Map(), askedByName: true };
  });
}
function assignEdits(units, edits) {
  const byId = /* @__PURE__ */ new Map();
  const byFolder = /* @__PURE__ */ new Map();
  for (const unit of units) {
    for (const id of unit.wanted.keys()) if (!byId.has(id)) byId.set(id, unit);
    if (unit.group === null) for (const { path } of unit.folders) byFolder.set(path, unit);
  }
  const assigned = /* @__PURE__ */ new Map();
  for (const edit of edits) {
    const wanting = edit.neededBy.flatMap((id) => byId.get(id) ?? []);
    const unit = wanting[0] ?? byFolder.get(folderOf(edit.path));
    if (unit === void 0) continue;
    const known = assigned.get(unit);
    if (known === void 0) assigned.set(unit, [edit]);
    else known.push(edit);
  }
  return assigned;
}

export {
  rememberedUntil,
  byAge,
  pace,
  isGroupBranch,
  folderOf,
  idPrefix,
  groupOfBranch,
  namespaceUnits,
  groupUnits,
  teamOf,
  targetOf,
  groupTargets,
  assignEdits
};
