import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  decodeText
} from "./chunk-JZ6XBEDV.js";
import {
  compareNames
} from "./chunk-KNFMCJ2C.js";
import {
  require_dist
} from "./chunk-TZM67ZAB.js";
import {
  __toESM
} from "./chunk-LVIGNXGC.js";

// src/environments/metadata.ts
var yaml = __toESM(require_dist(), 1);
var NAMESPACE_FILES = ["00-namespace.yaml", "00-namespace.yml"];
var RBAC_FILES = ["01-rbac.yaml", "01-rbac.yml"];
var MAX_METADATA_BYTES = 256 * 1024;
var MAX_ALIASES = 50;
var PREFIX = "cloud-platform.justice.gov.uk/";
var TEAM_PREFIX = "github:";
async function readMetadata(folder, reader) {
  const all = await readAllMetadata([folder], reader);
  return all.get(folder.path) ?? noFacts();
}
async function readAllMetadata(folders, reader) {
  const all = /* @__PURE__ */ new Map();
  const wanted = /* @__PURE__ */ new Map();
  for (const folder of folders) {
    const facts = noFacts();
    all.set(folder.path, facts);
    const namespaceFile = NAMESPACE_FILES.find((name) => folder.files.includes(name));
    const rbacFile = RBAC_FILES.find((name) => folder.files.includes(name));
    if (namespaceFile) wanted.set(`${folder.path}/${namespaceFile}`, { facts, learn: learnNamespace });
    if (rbacFile) wanted.set(`${folder.path}/${rbacFile}`, { facts, learn: learnTeams });
  }
  if (wanted.size === 0) return all;
  await reader.read(wanted.keys(), (path, content) => {
    const { facts, learn } = wanted.get(path);
    for (const found of parse(path, content)) {
      if ("code" in found) facts.problems.push(found);
      else learn(found, facts);
    }
  });
  for (const facts of all.values()) facts.teams = [...new Set(facts.teams)].sort(compareNames);
  return all;
}
async function readTeams(folders, reader) {
  const teams = /* @__PURE__ */ new Map();
  const only = (names, some) => some.map((folder) => ({ ...folder, files: folder.files.filter((name) => names.includes(name)) }));
  const annotated = await readAllMetadata(only(NAMESPACE_FILES, folders), reader);
  for (const [path, { teamName }] of annotated) teams.set(path, teamName);
  const others = folders.filter(({ path }) => teams.get(path) === null);
  for (const [path, { teams: bound }] of await readAllMetadata(only(RBAC_FILES, others), reader)) {
    teams.set(path, bound[0] ?? null);
  }
  return teams;
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
  if (content.length > MAX_METADATA_BYTES) {
    return [problem(file, "metadata-unreadable", `larger than ${MAX_METADATA_BYTES / 1024} KB: not read`)];
  }
  const decoded = decodeText(content);
  if ("code" in decoded) return [problem(file, "metadata-unreadable", decoded.message, decoded)];
  try {
    return parseText(file, decoded.text);
  } catch (error) {
    return [problem(file, "metadata-malformed", wordsOf(error))];
  }
}
function parseText(file, text) {
  const lines = new yaml.LineCounter();
  const place = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const options = {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "silent"
  };
  return [...yaml.parseAllDocuments(text, options)].flatMap((document) => {
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
      return place(yaml.isNode(node) ? node.range?.[0] ?? 0 : 0);
    };
    return [{ file, data, placeOf }];
  });
}
function firstBadAlias(document) {
  let first;
  let bad;
  yaml.visit(document, {
    Alias(_key, alias) {
      first ??= alias.range?.[0];
      if (alias.resolve(document) === void 0) bad ??= alias.range?.[0];
    }
  });
  return bad ?? first ?? 0;
}
function learnNamespace({ file, data, placeOf }, facts) {
  if (data.kind !== "Namespace") return;
  const metadata = fieldsOf(data.metadata);
  const annotations = fieldsOf(metadata.annotations);
  facts.businessUnit ??= stringOf(annotations[`${PREFIX}business-unit`]);
  facts.application ??= stringOf(annotations[`${PREFIX}application`]);
  facts.owner ??= stringOf(annotations[`${PREFIX}owner`]);
  facts.sourceCode ??= stringOf(annotations[`${PREFIX}source-code`]);
  facts.slackChannel ??= stringOf(annotations[`${PREFIX}slack-channel`]);
  facts.teamName ??= stringOf(annotations[`${PREFIX}team-name`]);
  const key = `${PREFIX}is-production`;
  const production = stringOf(fieldsOf(metadata.labels)[key])?.toLowerCase();
  if (production === "true" || production === "false") facts.production ??= production === "true";
  else if (production !== void 0) {
    const message = `the label is-production is neither "true" nor "false" but ${JSON.stringify(production.slice(0, 40))}`;
    facts.problems.push(problem(file, "metadata-unclear", message, placeOf("metadata", "labels", key)));
  }
}
function learnTeams({ data }, facts) {
  if (data.kind !== "RoleBinding" || !Array.isArray(data.subjects)) return;
  for (const subject of data.subjects) {
    const name = stringOf(fieldsOf(subject).name);
    if (name?.startsWith(TEAM_PREFIX) && name !== TEAM_PREFIX)
      facts.teams.push(name.slice(TEAM_PREFIX.length));
  }
}
function isFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function fieldsOf(value) {
  return isFields(value) ? value : {};
}
function stringOf(value) {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
function problem(file, code, message, place = { line: 1, column: 1 }) {
  return { file, line: place.line, column: place.column, code, message };
}
function wordsOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ""] = text.split("\n");
  return `not valid YAML: ${first.replace(/[\x00-\x1f\x7f]/g, " ").slice(0, 200)}`;
}

export {
  readMetadata,
  readAllMetadata,
  readTeams
};
