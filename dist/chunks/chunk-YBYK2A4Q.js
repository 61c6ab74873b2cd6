import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  selectsCredential
} from "./chunk-NYGNCS6O.js";
import {
  isAlive,
  releasesAbove,
  writtenValue
} from "./chunk-XNC3SULY.js";
import {
  dayInLondon,
  readDate,
  timeInLondon,
  writeDate,
  writeDateAgain
} from "./chunk-E5D2VRLW.js";
import {
  kindNamed
} from "./chunk-7CRAZKEU.js";
import {
  lineAt,
  positionAt,
  widthOf
} from "./chunk-CLNRZC4U.js";
import {
  publishedModule
} from "./chunk-GNH6HFDN.js";
import {
  findAttribute,
  literalBoolean,
  literalString,
  quote
} from "./chunk-4M4F2YVT.js";
import {
  compareVersions,
  stepBetween,
  versionOf
} from "./chunk-G4AB7EGA.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";
import {
  fail
} from "./chunk-YRXO237O.js";

// src/hcl/lines.ts
function lineStartOf(text, offset) {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
function lineStartAfter(text, offset) {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}
function leadingSpace(text, lineStart) {
  let end = lineStart;
  while (text[end] === " " || text[end] === "	") end += 1;
  return text.slice(lineStart, end);
}
function isBlank(text, start, end) {
  return text.slice(start, end).trim() === "";
}
function lineEndingOf(text, block) {
  const inside = text.indexOf("\n", block.open);
  const at = inside === -1 ? text.indexOf("\n") : inside;
  return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}
function indentOf(text, scan, block) {
  const inside = indentInside(text, block);
  if (inside !== null) return inside;
  const outer = leadingSpace(text, lineStartOf(text, block.start));
  if (outer !== "") return outer + (outer.endsWith("	") ? "	" : "  ");
  for (const other of scan.body) {
    const step = other.type === "block" ? indentInside(text, other) : null;
    if (step !== null && step !== "") return step;
  }
  return "  ";
}
function indentInside(text, block) {
  for (let i = block.body.length - 1; i >= 0; i -= 1) {
    const item = block.body[i];
    const start = lineStartOf(text, item.start);
    const indent = leadingSpace(text, start);
    if (start > block.open && start + indent.length === item.start) return indent;
  }
  return null;
}
function attributeAbove(text, block, offset) {
  const line = lineStartOf(text, offset);
  return find(text, block, (attribute) => lineStartOf(text, attribute.end) === line);
}
function attributeBelow(text, block, offset) {
  const line = lineStartOf(text, offset);
  return find(text, block, (attribute) => lineStartOf(text, attribute.start) === line);
}
function find(text, block, isThere) {
  for (const item of block.body) {
    if (item.type !== "attribute" || !isThere(item)) continue;
    const lineStart = lineStartOf(text, item.start);
    if (lineStart <= block.open) return null;
    const isHeredoc = text.startsWith("<<", item.expression.start);
    return isHeredoc || lineStartOf(text, item.end) === lineStart ? item : null;
  }
  return null;
}
function equalsColumn(text, attribute) {
  const lineStart = lineStartOf(text, attribute.start);
  return widthOf(text.slice(lineStart + leadingSpace(text, lineStart).length, attribute.equals));
}
function hasTail(text, attribute) {
  const end = text.indexOf("\n", attribute.end);
  return !isBlank(text, attribute.end, end === -1 ? text.length : end);
}

// src/hcl/placeholder.ts
function findPlaceholders(text, scan, block, args) {
  const found = args.flatMap((argument) => {
    const comment = findPlaceholder(text, scan, block, argument.name);
    return comment === null ? [] : [{ comment, argument }];
  }).sort((a, b) => a.comment.start - b.comment.start);
  const runs = [];
  for (const placeholder of found) {
    const run = runs[runs.length - 1];
    const above = run?.[run.length - 1]?.comment;
    const follows = above !== void 0 && lineStartAfter(text, above.end) === lineStartOf(text, placeholder.comment.start);
    if (run !== void 0 && follows) run.push(placeholder);
    else runs.push([placeholder]);
  }
  return runs;
}
function findPlaceholder(text, scan, block, name) {
  for (const comment of scan.comments) {
    if (comment.start < block.open || comment.style !== "line") continue;
    if (comment.end > block.close) break;
    const content = text.slice(comment.start, comment.end).replace(/^[#/\s]+/, "");
    if (!content.startsWith(name) || !/^\s*=(?!=)/.test(content.slice(name.length))) continue;
    if (!isBlank(text, lineStartOf(text, comment.start), comment.start)) continue;
    if (block.body.some((item) => item.start <= comment.start && comment.start < item.end)) continue;
    return comment;
  }
  return null;
}
function uncomment(text, scan, block, run) {
  const first = run[0].comment;
  const { end } = run[run.length - 1].comment;
  const start = lineStartOf(text, first.start);
  const above = start === 0 ? null : attributeAbove(text, block, start - 1);
  const below = attributeBelow(text, block, lineStartAfter(text, end));
  const eol = lineEndingOf(text, block);
  const indent = indentOf(text, scan, block);
  const width = Math.max(...run.map(({ argument }) => argument.name.length));
  const column = (neighbour) => neighbour === null ? width + 1 : equalsColumn(text, neighbour);
  const fits = (neighbour) => column(neighbour) > width;
  const lines = (at) => run.map(({ argument }) => `${indent}${argument.name.padEnd(at)}= ${argument.expression}`).join(eol);
  const place = (replacement) => ({
    placed: true,
    splice: { start, end, text: replacement }
  });
  const agree = above === null || below === null || column(above) === column(below);
  if (agree && fits(above) && fits(below)) return place(lines(column(above ?? below)));
  if (above !== null && fits(below)) return place(eol + lines(column(below)));
  if (below !== null && fits(above)) return place(lines(column(above)) + eol);
  const wouldAlign = above !== null && below !== null && hasTail(text, above) && hasTail(text, below);
  return {
    placed: false,
    splice: agree && !wouldAlign ? { start, end: lineStartAfter(text, end), text: "" } : null
  };
}

// src/hcl/edit.ts
function applySplices(text, splices) {
  let result = "";
  let position = 0;
  for (const splice of sorted(splices)) {
    if (splice.start < position || splice.end < splice.start) throw new RangeError("splices overlap");
    result += text.slice(position, splice.start) + splice.text;
    position = splice.end;
  }
  return result + text.slice(position);
}
function sorted(splices) {
  return [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
}
function insertArguments(text, scan, block, args) {
  const splices = [];
  const uncommented = /* @__PURE__ */ new Set();
  for (const run of findPlaceholders(text, scan, block, args)) {
    const { placed, splice } = uncomment(text, scan, block, run);
    if (splice !== null) splices.push(splice);
    if (placed) for (const { argument } of run) uncommented.add(argument);
  }
  const paragraph = args.filter((argument) => !uncommented.has(argument));
  if (paragraph.length > 0) splices.push(...appendParagraph(text, scan, block, paragraph));
  return {
    splices,
    placements: args.map((argument) => uncommented.has(argument) ? "uncomment" : "insert")
  };
}
function appendParagraph(text, scan, block, args) {
  const eol = lineEndingOf(text, block);
  const indent = indentOf(text, scan, block);
  const width = Math.max(...args.map((argument) => argument.name.length)) + 1;
  const lines = args.map((argument) => `${indent}${argument.name.padEnd(width)}= ${argument.expression}${eol}`).join("");
  const tail = startOfTail(text, scan, block);
  const lastLine = lineStartOf(text, tail);
  if (lastLine <= block.open || !isBlank(text, lastLine, tail)) {
    return openBlock(text, block, lines, eol, indent);
  }
  const lineAbove = lineStartOf(text, lastLine - 1);
  const isFirst = lineAbove <= block.open;
  const closeLine = lineStartOf(text, block.close);
  const above = isFirst ? null : tailColumn(text, scan, lineAbove);
  const below = tailColumn(text, scan, closeLine);
  if (above !== null && below !== null && (above === below || closeLine > lastLine)) {
    const top = lineStartAfter(text, block.open);
    const gap = isBlank(text, top, lineStartAfter(text, top)) ? "" : eol;
    return [{ start: top, end: top, text: lines + gap }];
  }
  const blank = isFirst || isBlank(text, lineAbove, lastLine) ? "" : eol;
  return [{ start: lastLine, end: lastLine, text: blank + lines }];
}
function tailColumn(text, scan, lineStart) {
  const lineEnd = lineStart + text.slice(lineStart, lineStartAfter(text, lineStart)).trimEnd().length;
  const tail = scan.comments.find(({ start, end }) => start >= lineStart && end === lineEnd);
  if (tail === void 0 || isBlank(text, lineStart, tail.start)) return null;
  return widthOf(text.slice(lineStart, tail.start));
}
function startOfTail(text, scan, block) {
  let start = block.close;
  for (let i = scan.comments.length - 1; i >= 0; i -= 1) {
    const comment = scan.comments[i];
    if (comment.start >= block.close) continue;
    if (comment.start < block.open || !/^[ \t]*$/.test(text.slice(comment.end, start))) break;
    start = comment.start;
  }
  return start;
}
function openBlock(text, block, lines, eol, indent) {
  const outer = leadingSpace(text, lineStartOf(text, block.start));
  const inner = text.slice(block.open + 1, block.close);
  if (inner.trim() === "") {
    return [{ start: block.open + 1, end: block.close, text: `${eol}${lines}${outer}` }];
  }
  const first = block.open + 1 + (inner.length - inner.trimStart().length);
  const last = block.open + 1 + inner.trimEnd().length;
  return [
    { start: block.open + 1, end: first, text: eol + indent },
    { start: last, end: block.close, text: `${eol}${eol}${lines}${outer}` }
  ];
}

// src/hcl/verify.ts
var loaded;
function parser() {
  loaded ??= import("./lib-TAYNLLT4.js").then(
    (module) => "parse" in module ? module : module.default
  );
  return loaded;
}
async function parseHcl(text) {
  try {
    const { parse } = await parser();
    return { json: await parse("file.tf", text) };
  } catch (error) {
    return parseFailure(error instanceof Error ? error.message : String(error));
  }
}
var ERRORS = /file\.tf:(?<line>\d+),(?<column>\d+)-[\d,]+: (?<message>.*?)(?=\s*file\.tf:\d+,\d+-[\d,]+: |\]?$)/gs;
function parseFailure(words) {
  let first = null;
  for (const { groups } of words.slice(0, 2e4).matchAll(ERRORS)) {
    const position = { line: Number(groups?.line), column: Number(groups?.column) };
    const isEarlier = first === null || position.line < first.position.line || position.line === first.position.line && position.column < first.position.column;
    if (isEarlier) first = { position, message: groups?.message ?? "" };
  }
  const message = (first?.message ?? words.split("\n")[0] ?? "").replace(/\s+/g, " ").trim().slice(0, 400);
  return { code: "invalid-hcl", message, position: first?.position ?? null };
}
async function proveEdit(edit) {
  if (!keepsTheRest(edit)) {
    return { code: "outside-edit", message: "the edit would change bytes outside its place", position: null };
  }
  const before = await parseHcl(edit.before);
  if (!("json" in before)) return before;
  const after = await parseHcl(edit.after);
  if (!("json" in after)) {
    return { ...after, code: "invalid-edit", message: `the edited file would not parse: ${after.message}` };
  }
  const expected = before.json;
  for (const { path, value } of edit.intended) {
    if (!setAt(expected, path, value)) {
      return { code: "other-value", message: `HashiCorp's parser sees no ${path.join(".")}`, position: null };
    }
  }
  const difference = firstDifference(expected, after.json, []);
  if (difference === null) return null;
  return {
    code: "other-value",
    message: `the edit would also change ${difference.join(".") || "the whole file"}`,
    position: null
  };
}
function keepsTheRest({ before, after, splices }) {
  let from = 0;
  let shift = 0;
  for (const splice of sorted(splices)) {
    if (before.slice(from, splice.start) !== after.slice(from + shift, splice.start + shift)) return false;
    if (after.slice(splice.start + shift, splice.start + shift + splice.text.length) !== splice.text)
      return false;
    from = splice.end;
    shift += splice.text.length - (splice.end - splice.start);
  }
  return before.slice(from) === after.slice(from + shift);
}
function setAt(json, path, value) {
  const last = path[path.length - 1];
  if (last === void 0) return false;
  let holder = json;
  for (const key of path.slice(0, -1)) {
    if (!isRecord(holder) || !Object.hasOwn(holder, key)) return false;
    holder = holder[key];
  }
  if (!isRecord(holder)) return false;
  Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  return true;
}
function isRecord(json) {
  return typeof json === "object" && json !== null;
}
function firstDifference(a, b, path) {
  if (Object.is(a, b)) return null;
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return path;
  for (const key of /* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (!Object.hasOwn(a, key) || !Object.hasOwn(b, key)) return [...path, key];
    const difference = firstDifference(a[key], b[key], [...path, key]);
    if (difference !== null) return difference;
  }
  return null;
}

// src/rotation/edits.ts
function rewriteFiles(rotations) {
  const byPath = groupBy(rotations.flatMap(piecesOf), ({ file }) => file.path);
  return [...byPath.values()].map(editOf);
}
function editOf(pieces) {
  const { path, text } = pieces[0].file;
  const splices = distinct(pieces.flatMap((piece) => piece.splices));
  const after = applySplices(text, splices);
  return {
    path,
    before: text,
    after,
    splices,
    intended: pieces.flatMap((piece) => piece.intended),
    changes: pieces.flatMap(
      (piece) => piece.change === null ? [] : [changeOf(piece, piece.change, after, splices)]
    ),
    neededBy: pieces.map(({ rotation }) => rotation.assessment.credential.id)
  };
}
function distinct(splices) {
  return sorted(splices).filter((splice, i, all) => {
    const before = all[i - 1];
    return !(before && before.start === splice.start && before.end === splice.end && before.text === splice.text);
  });
}
function changeOf({ rotation, file, splices: own }, change, after, splices) {
  const { credential } = rotation.assessment;
  return {
    id: credential.id,
    cluster: credential.cluster,
    namespace: credential.namespace,
    file: file.path,
    line: lineOf(rotation.to, own, after, splices),
    kind: credential.kind,
    module: credential.module,
    variable: credential.variable,
    ...change,
    to: rotation.to,
    ...rotation.upgrade.do === "upgrade" ? { upgrade: rotation.upgrade.upgrade } : {},
    ...rotation.upgrade.do === "stay" ? { notUpgraded: rotation.upgrade.reason } : {}
  };
}
function lineOf(to, own, after, splices) {
  const target = own.filter((splice) => splice.text.includes(to)).pop();
  let shift = 0;
  for (const splice of splices) {
    if (target !== void 0 && splice.start === target.start && splice.text === target.text) {
      return positionAt(after, splice.start + shift + splice.text.lastIndexOf(to)).line;
    }
    shift += splice.text.length - (splice.end - splice.start);
  }
  throw new Error(`no edit writes ${to}`);
}
function piecesOf(rotation) {
  const { module, date, file } = rotation.assessment;
  const { block, kind } = module;
  const { to } = rotation;
  const path = ["module", module.name, module.occurrence];
  const splices = [];
  const intended = [];
  const missing = [];
  if (kind.companion !== null) {
    const { argument, value } = kind.companion;
    const companion = setCompanion(file.text, block, argument, value);
    if (companion !== "set") intended.push({ path: [...path, argument], value: value === "true" });
    if (companion === "absent") missing.push({ name: argument, expression: value });
    else if (companion !== "set") splices.push(companion);
  }
  let elsewhere = null;
  let change = null;
  if (date.found === "absent") {
    missing.push({ name: kind.variable, expression: quote(to) });
    intended.push({ path: [...path, kind.variable], value: to });
  } else if (date.found === "literal") {
    const splice = { ...date.inner, text: to };
    const update = { action: "update", from: writtenValue(date) };
    const target = { path: date.path, value: to };
    if (date.file === file) {
      splices.push(splice);
      intended.push(target);
      change = update;
    } else {
      elsewhere = { rotation, file: date.file, splices: [splice], intended: [target], change: update };
    }
  } else {
    const { expression } = module.date ?? missingDate(kind.variable);
    splices.push({ start: expression.start, end: expression.end, text: quote(to) });
    intended.push({ path: [...path, kind.variable], value: to });
    change = { action: "update", from: writtenValue(date) };
  }
  if (rotation.upgrade.do === "upgrade") {
    splices.push(rotation.upgrade.splice);
    intended.push({ path: [...path, "source"], value: rotation.upgrade.source });
  }
  if (missing.length > 0) {
    const inserted = insertArguments(file.text, file.scan, block, missing);
    splices.push(...inserted.splices);
    if (date.found === "absent") change = { action: lastOf(inserted.placements), from: null };
  }
  const here = { rotation, file, splices, intended, change };
  return [...splices.length > 0 ? [here] : [], ...elsewhere === null ? [] : [elsewhere]];
}
function missingDate(variable) {
  throw new Error(`${variable} was resolved and is not set`);
}
function lastOf(placements) {
  const last = placements[placements.length - 1];
  if (last === void 0) throw new Error("nothing was inserted");
  return last;
}
function setCompanion(text, block, name, value) {
  const attribute = findAttribute(block.body, name);
  if (attribute === null) return "absent";
  if (literalBoolean(text, attribute.expression) === (value === "true")) return "set";
  const { start, end } = attribute.expression;
  return { start, end, text: value };
}

// src/rotation/upgrade.ts
var NOTHING = { do: "nothing" };
function decideUpgrade(module, text, latest, limit) {
  if (limit === null) return NOTHING;
  const { ref, version, source, kind } = module;
  const published = publishedModule(source);
  if (published === null) {
    return stay("not-published", `its source is not ministryofjustice/${kind.repository} on github.com`);
  }
  if (ref === null) return stay("no-version", "its source names no version");
  if (version === null) return stay("no-version", `its ref ${ref} is no version`);
  if (latest === void 0 || latest.from === "estate") {
    const seen = latest === void 0 ? "" : `; ${latest.version} is only the ${latest.origin}`;
    return stay("latest-unknown", `the latest release of ${kind.repository} is not known${seen}`);
  }
  if (compareVersions(version, latest.version) >= 0) return NOTHING;
  if (limit === "minor" && stepBetween(version, latest.version) === "major") {
    return stay("major-upgrade", `${version} to ${latest.version} is a major step: --upgrade=major takes it`);
  }
  const spliced = spliceRef(text, module.block, latest.tag);
  if (spliced === null) return stay("no-version", "its source has no ?ref= to change");
  const releases = releasesAbove(version, latest);
  return {
    do: "upgrade",
    upgrade: { repository: published.repository, from: ref, to: latest.tag, releases },
    ...spliced
  };
}
function stay(code, why) {
  return { do: "stay", reason: { code, message: `the module version stays: ${why}` } };
}
var REF = /^(?<before>[^?]*\?(?:[^&]*&)*?ref=)(?<ref>[^&]+)/;
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
    splice: { start, end: start + old.length, text: ref },
    source: before + ref + value.slice(before.length + old.length)
  };
}

// src/rotation/plan.ts
function planRotations(selected, all, wish) {
  const wanted = [];
  const skipped = [];
  for (const assessment of selected) {
    const decision = decideRotation(assessment, wish);
    if ("to" in decision) wanted.push({ assessment, ...decision });
    else skipped.push({ id: assessment.credential.id, code: decision.code, message: decision.message });
  }
  const sharing = groupBy(
    all.filter((each) => definitionOf(each) !== ""),
    definitionOf
  );
  const chosen = new Map(wanted.map(({ assessment, to }) => [assessment.credential.id, to]));
  const rotations = [];
  for (const { assessment, to, upgrade } of wanted) {
    const { id } = assessment.credential;
    const others = (sharing.get(definitionOf(assessment)) ?? []).filter((other) => other !== assessment);
    const bystanders = others.filter((other) => !chosen.has(other.credential.id) && isAlive(other));
    if (bystanders.length > 0) {
      const ids = bystanders.map(({ credential }) => credential.id).join(", ");
      skipped.push({
        id,
        code: "shared-date",
        message: `its date is also that of ${ids}: select them together`
      });
      continue;
    }
    const together = [assessment, ...others].filter((other) => chosen.has(other.credential.id));
    const leader = together.find(({ credential }) => credential.kind === "serviceaccount") ?? earliest(together);
    rotations.push({
      assessment,
      to: chosen.get(leader.credential.id) ?? to,
      upgrade,
      sharedWith: others.map(({ credential }) => credential.id)
    });
  }
  return { rotations, skipped };
}
function earliest(assessments) {
  return assessments.reduce((a, b) => b.credential.id < a.credential.id ? b : a);
}
function definitionOf({ date }) {
  return date.found === "literal" && date.via.length > 0 ? `${date.file.path}:${date.inner.start}` : "";
}
function decideRotation(assessment, wish) {
  const { credential, module, file, obstacles } = assessment;
  const upgrade = decideUpgrade(module, file.text, wish.latest.get(credential.kind), wish.upgrade);
  const [obstacle] = obstacles.filter(({ code }) => !isLifted(code, assessment, wish, upgrade));
  if (obstacle !== void 0) return explain(obstacle, upgrade);
  const kind = kindNamed(credential.kind);
  const day = credential.value === null ? null : readDate(credential.value);
  if (day !== wish.date || !module.companionHolds)
    return { to: writeDate(wish.date, kind.dateFormat), upgrade };
  const to = writeDateAgain(wish.date, wish.time, kind);
  if ((wish.again || isPending(assessment, wish)) && to !== credential.value) return { to, upgrade };
  return {
    code: "already-rotated",
    message: `its date already is ${credential.value}${wish.again ? "" : " (--again rotates it once more)"}`
  };
}
function isPending({ credential }, wish) {
  return wish.pending?.has(credential.id) === true;
}
function isLifted(code, assessment, wish, upgrade) {
  const { credential, module } = assessment;
  const literal = wish.forceLiteral || isPending(assessment, wish);
  switch (code) {
    case "rotates-itself":
      return module.kind.companion !== null && wish.kindsNamed.has(credential.kind) || literal;
    case "not-a-literal":
      return literal;
    case "version-too-old":
      return upgrade.do === "upgrade" && hasVariable(module, upgrade.upgrade.to);
    default:
      return false;
  }
}
function hasVariable({ kind }, ref) {
  const version = versionOf(ref);
  return version !== null && compareVersions(version, kind.since) >= 0;
}
function explain({ code, message }, upgrade) {
  if (code !== "version-too-old" || upgrade.do !== "stay") return { code, message };
  return { code, message: `${message}; ${upgrade.reason.message}` };
}

// src/commands/run/edits.ts
var AS_SELECTED = { also: /* @__PURE__ */ new Set(), without: /* @__PURE__ */ new Set() };
async function proveRotations(survey, selection, date, options, onProgress) {
  return proveEdits(planEdits(survey, selection, date, options), survey, onProgress);
}
function planEdits(survey, selection, date, options, choice = AS_SELECTED) {
  const { rotations, skipped } = planSelected(survey, selection, date, options, choice);
  return {
    rotations,
    edits: rewriteFiles(rotations),
    skipped: [...skipped, ...selectUnrotatable(survey, selection)]
  };
}
function planSelected(survey, selection, date, options, { also, without } = AS_SELECTED) {
  const selects = selectsCredential(selection, "rotate");
  const isAlso = ({ credential }) => also.has(credential.id);
  const isWanted = (assessment) => isAlso(assessment) || selects(assessment) && !without.has(assessment.credential.id);
  const kindsAlso = survey.assessments.filter(isAlso).map(({ credential }) => credential.kind);
  const kindsNamed = /* @__PURE__ */ new Set([...selection.kinds, ...kindsAlso]);
  const wish = { ...wishOf(survey, date, options), kindsNamed, pending: also };
  return planRotations(survey.assessments.filter(isWanted), survey.assessments, wish);
}
async function proveEdits({ rotations, edits, skipped }, survey, onProgress = () => {
}) {
  const refusals = /* @__PURE__ */ new Map();
  for (const [index, edit] of edits.entries()) {
    onProgress(index, edits.length);
    const refusal = await proveEdit(edit);
    if (refusal !== null) refusals.set(edit.path, refusal);
  }
  if (edits.length > 0) onProgress(edits.length, edits.length);
  const problems = [...survey.problems];
  for (const [file, { code, message, position }] of refusals) {
    const { line, column } = position ?? { line: 1, column: 1 };
    const text = edits.find((edit) => edit.path === file)?.before;
    const sourceLine = position === null || text === void 0 ? {} : { sourceLine: lineAt(text, line) };
    problems.push({ file, line, column, code, message, ...sourceLine });
  }
  const refused = refuseTogether(edits, refusals);
  const failed = [];
  for (const { assessment } of rotations) {
    const refusal = refused.rotations.get(assessment.credential.id);
    if (refusal === void 0) continue;
    const message = `the file was left as it is: ${refusal.message}`;
    failed.push({ id: assessment.credential.id, code: refusal.code, message });
  }
  return {
    edits: edits.filter((edit) => !refused.files.has(edit.path)),
    skipped: [...skipped, ...failed],
    problems,
    sharedWith: new Map(
      rotations.map(({ assessment, sharedWith }) => [assessment.credential.id, sharedWith])
    )
  };
}
function provingProgress(say) {
  return (done, total) => say.progress?.({ phase: "proving files", done, total });
}
function wishOf(survey, date, options) {
  return {
    date,
    time: timeInLondon(options.now),
    again: options.again,
    forceLiteral: options.forceLiteral,
    kindsNamed: /* @__PURE__ */ new Set(),
    upgrade: options.upgrade ?? null,
    latest: survey.versions.latest
  };
}
function refuseTogether(edits, refusals) {
  const files = new Map(refusals);
  const rotations = /* @__PURE__ */ new Map();
  for (let before = -1; before !== files.size + rotations.size; ) {
    before = files.size + rotations.size;
    for (const { path, neededBy } of edits) {
      const cause = files.get(path) ?? neededBy.map((id) => rotations.get(id)).find((refusal) => refusal);
      if (cause === void 0) continue;
      files.set(path, cause);
      for (const id of neededBy) rotations.set(id, cause);
    }
  }
  return { files, rotations };
}
function selectUnrotatable(survey, selection) {
  if (selection.kinds.length > 0 || selection.modules.length > 0) return [];
  return survey.unrotatable.map(({ id, code, message }) => ({ id, code, message }));
}
function rotatable(survey, selection, options) {
  const date = options.date ?? dayInLondon(options.now);
  const selected = survey.assessments.filter(selectsCredential(selection, "rotate"));
  return planRotations(selected, survey.assessments, wishOf(survey, date, options)).rotations;
}
function refuseNoSelection(survey, selection, options) {
  const rotations = rotatable(survey, selection, options);
  const names = rotations.map(
    ({ assessment: { credential } }) => `${credential.cluster}/${credential.namespace}`
  );
  const namespaces = new Set(names).size;
  return fail(
    "no-selection",
    `Nothing was selected, and everything would be ${rotations.length} credentials in ${namespaces} namespaces. Name what to rotate: --namespace NAME, --kind KIND, --team NAME, --due (what is overdue), or --all.`
  );
}

export {
  proveRotations,
  planEdits,
  planSelected,
  proveEdits,
  provingProgress,
  rotatable,
  refuseNoSelection
};
