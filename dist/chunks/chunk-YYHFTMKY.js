import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  dayInLondon,
  findAttribute,
  findBlocks,
  kindNamed,
  literalBoolean,
  literalString,
  positionAt,
  quote,
  readDate,
  scan,
  selectsCredential,
  timeInLondon,
  writeDate,
  writeDateAgain
} from "./chunk-OMEQKCW4.js";
import {
  fail
} from "./chunk-4YW73JEO.js";

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
function insertArguments(text, scan2, block, args) {
  const splices = [];
  const paragraph = [];
  const placements = args.map((argument) => {
    const splice = uncomment(text, scan2, block, argument);
    if (splice === null) {
      paragraph.push(argument);
      return "insert";
    }
    splices.push(splice);
    return "uncomment";
  });
  if (paragraph.length > 0) splices.push(...appendParagraph(text, block, paragraph));
  return { splices, placements };
}
function uncomment(text, scan2, block, argument) {
  const comment = findPlaceholder(text, scan2, block, argument.name);
  if (comment === null) return null;
  const start = lineStartOf(text, comment.start);
  const above = attributeOnLine(text, block, start === 0 ? -1 : lineStartOf(text, start - 1));
  const below = attributeOnLine(text, block, lineStartAfter(text, comment.end));
  const eol = lineEndingOf(text, block);
  const indent = indentOf(text, block);
  const neighbours = [above, below].filter((neighbour) => neighbour !== null);
  const columns = new Set(neighbours.map(equalsColumn));
  const fits = (neighbour) => neighbour !== null && equalsColumn(neighbour) > argument.name.length;
  const line = (column) => `${indent}${argument.name.padEnd(column)}= ${argument.expression}`;
  const alone = argument.name.length + 1;
  if (neighbours.length === 0) return { start, end: comment.end, text: line(alone) };
  if (columns.size === 1 && neighbours.every(fits)) {
    return { start, end: comment.end, text: line(equalsColumn(neighbours[0])) };
  }
  if (above !== null && (below === null || fits(below))) {
    return { start, end: comment.end, text: eol + line(below === null ? alone : equalsColumn(below)) };
  }
  if (below !== null && (above === null || fits(above))) {
    return { start, end: comment.end, text: line(above === null ? alone : equalsColumn(above)) + eol };
  }
  return null;
}
function findPlaceholder(text, scan2, block, name) {
  for (const comment of scan2.comments) {
    if (comment.start < block.open || comment.style !== "line") continue;
    if (comment.end > block.close) break;
    const content = text.slice(comment.start, comment.end).replace(/^[#/\s]+/, "");
    if (!content.startsWith(name) || !/^\s*=(?!=)/.test(content.slice(name.length))) continue;
    if (text.slice(lineStartOf(text, comment.start), comment.start).trim() !== "") continue;
    if (block.body.some((item) => item.start <= comment.start && comment.start < item.end)) continue;
    return comment;
  }
  return null;
}
function appendParagraph(text, block, args) {
  const eol = lineEndingOf(text, block);
  const indent = indentOf(text, block);
  const width = Math.max(...args.map((argument) => argument.name.length)) + 1;
  const lines = args.map((argument) => `${indent}${argument.name.padEnd(width)}= ${argument.expression}${eol}`).join("");
  const closeLine = lineStartOf(text, block.close);
  const beforeClose = text.slice(closeLine, block.close);
  if (closeLine > block.open && beforeClose.trim() === "") {
    const lineAbove = text.slice(lineStartOf(text, closeLine - 1), closeLine);
    const isFirst = lineStartOf(text, closeLine - 1) <= block.open;
    const blank = isFirst || lineAbove.trim() === "" ? "" : eol;
    return [{ start: closeLine, end: closeLine, text: blank + lines }];
  }
  const outer = leadingSpace(text, lineStartOf(text, block.start));
  const inner = text.slice(block.open + 1, block.close);
  if (closeLine > block.open) {
    const start = block.open + 1 + inner.trimEnd().length;
    return [{ start, end: block.close, text: `${eol}${eol}${lines}${outer}` }];
  }
  if (inner.trim() === "")
    return [{ start: block.open + 1, end: block.close, text: `${eol}${lines}${outer}` }];
  const first = block.open + 1 + (inner.length - inner.trimStart().length);
  const last = block.open + 1 + inner.trimEnd().length;
  return [
    { start: block.open + 1, end: first, text: eol + indent },
    { start: last, end: block.close, text: `${eol}${eol}${lines}${outer}` }
  ];
}
function attributeOnLine(text, block, lineStart) {
  if (lineStart <= block.open) return null;
  for (const item of block.body) {
    if (item.type !== "attribute" || lineStartOf(text, item.start) !== lineStart) continue;
    const isHeredoc = text.startsWith("<<", item.expression.start);
    return isHeredoc || lineStartOf(text, item.end) === lineStart ? item : null;
  }
  return null;
}
function equalsColumn(attribute) {
  return attribute.equals - attribute.start;
}
function indentOf(text, block) {
  for (let i = block.body.length - 1; i >= 0; i -= 1) {
    const item = block.body[i];
    const start = lineStartOf(text, item.start);
    const indent = leadingSpace(text, start);
    if (start > block.open && start + indent.length === item.start) return indent;
  }
  return `${leadingSpace(text, lineStartOf(text, block.start))}  `;
}
function lineEndingOf(text, block) {
  const inside = text.indexOf("\n", block.open);
  const at = inside === -1 ? text.indexOf("\n") : inside;
  return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}
function lineStartOf(text, offset) {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
function lineStartAfter(text, offset) {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}
function leadingSpace(text, lineStart) {
  return /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? "";
}

// src/hcl/verify.ts
var loaded;
function parser() {
  loaded ??= import("./lib-BH6RG5NE.js").then(
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
var FIRST_ERROR = /^parse config: \[file\.tf:(?<line>\d+),(?<column>\d+)-[\d,]+: (?<message>.*?)(?:\s+file\.tf:\d+,\d|\]?$)/s;
function parseFailure(words) {
  const groups = FIRST_ERROR.exec(words)?.groups;
  const message = (groups?.message ?? words.split("\n")[0] ?? "").replace(/\s+/g, " ").trim().slice(0, 400);
  const position = groups === void 0 ? null : { line: Number(groups.line), column: Number(groups.column) };
  return { code: "invalid-hcl", message, position };
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

// src/rotation/plan.ts
function planRotations(assessments, wish) {
  const rotations = [];
  const skipped = [];
  for (const assessment of assessments) {
    const decision = decideRotation(assessment, wish);
    if ("to" in decision) rotations.push({ assessment, to: decision.to });
    else skipped.push({ id: assessment.credential.id, code: decision.code, message: decision.message });
  }
  return { rotations, skipped };
}
function decideRotation(assessment, wish) {
  const { credential } = assessment;
  if (!isRotatable(assessment, wish)) {
    const [reason] = credential.reasons;
    return reason ?? { code: credential.state, message: `its state is ${credential.state}` };
  }
  const kind = kindNamed(credential.kind);
  const day = credential.value === null ? null : readDate(credential.value);
  if (day !== wish.date || !assessment.module.companionHolds)
    return { to: writeDate(wish.date, kind.dateFormat) };
  const to = writeDateAgain(wish.date, wish.time, kind);
  if (wish.again && to !== credential.value) return { to };
  return {
    code: "already-rotated",
    message: `its date already is ${credential.value}${wish.again ? "" : " (--again rotates it once more)"}`
  };
}
function isRotatable({ credential, module }, wish) {
  const [first] = credential.reasons;
  switch (credential.state) {
    case "ok":
    case "due":
    case "never":
      return true;
    case "held":
      return false;
    case "exempt":
      return first?.code === "rotates-itself" && (module.kind.companion !== null && wish.kindsNamed.has(credential.kind) || wish.forceLiteral);
    case "blocked":
      return first?.code === "not-a-literal" && wish.forceLiteral;
  }
}

// src/rotation/rewrite.ts
function rewriteFile(file, rotations) {
  const edits = rotations.map((rotation) => rewriteModule(file, rotation));
  const splices = edits.flatMap((edit) => edit.splices);
  const after = applySplices(file.text, splices);
  const rescanned = scan(after);
  return {
    path: file.path,
    before: file.text,
    after,
    splices,
    intended: edits.flatMap((edit) => edit.intended),
    changes: rotations.map((rotation, i) => {
      const { credential, module } = rotation.assessment;
      const block = findBlocks(rescanned.body, "module", module.name)[module.occurrence];
      const date = block === void 0 ? null : findAttribute(block.body, module.kind.variable);
      return {
        id: credential.id,
        cluster: credential.cluster,
        namespace: credential.namespace,
        file: file.path,
        line: date === null ? credential.line : positionAt(after, date.start).line,
        kind: credential.kind,
        module: credential.module,
        variable: credential.variable,
        action: edits[i].action,
        from: edits[i].from,
        to: rotation.to
      };
    })
  };
}
function rewriteModule(file, { assessment, to }) {
  const { module } = assessment;
  const { block, kind, date } = module;
  const splices = [];
  const missing = [];
  const path = ["module", module.name, module.occurrence];
  const intended = [{ path: [...path, kind.variable], value: to }];
  if (kind.companion !== null) {
    const { argument, value } = kind.companion;
    intended.push({ path: [...path, argument], value: value === "true" });
    const splice = setCompanion(file.text, block, argument, value);
    if (splice === "absent") missing.push({ name: argument, expression: value });
    else if (splice === "set") intended.pop();
    else splices.push(splice);
  }
  if (date === null) missing.push({ name: kind.variable, expression: quote(to) });
  else splices.push(replaceValue(file.text, date.expression, to));
  let placements = [];
  if (missing.length > 0) {
    const inserted = insertArguments(file.text, file.scan, block, missing);
    splices.push(...inserted.splices);
    placements = inserted.placements;
  }
  if (date === null) return { splices, intended, action: placements[placements.length - 1], from: null };
  const from = file.text.slice(date.expression.start, date.expression.end);
  return {
    splices,
    intended,
    action: "update",
    from: literalString(file.text, date.expression)?.value ?? from
  };
}
function replaceValue(text, range, to) {
  const literal = literalString(text, range);
  return literal === null ? { start: range.start, end: range.end, text: quote(to) } : { start: literal.inner.start, end: literal.inner.end, text: to };
}
function setCompanion(text, block, name, value) {
  const attribute = findAttribute(block.body, name);
  if (attribute === null) return "absent";
  if (literalBoolean(text, attribute.expression) === (value === "true")) return "set";
  return { start: attribute.expression.start, end: attribute.expression.end, text: value };
}

// src/commands/rotations.ts
async function proveRotations(survey, selection, date, options) {
  const selects = selectsCredential(selection, "rotate");
  const { rotations, skipped } = planRotations(survey.assessments.filter(selects), {
    date,
    time: timeInLondon(options.now),
    again: options.again,
    forceLiteral: options.forceLiteral,
    kindsNamed: new Set(selection.kinds)
  });
  skipped.push(...selectUnrotatable(survey, selection));
  const edits = [];
  const problems = [...survey.problems];
  for (const [path, ofFile] of byFile(rotations)) {
    const file = survey.files.get(path);
    if (file === void 0) throw new Error(`${path} was judged and not read`);
    const edit = rewriteFile(file, ofFile);
    const refusal = await proveEdit(edit);
    if (refusal === null) {
      edits.push(edit);
      continue;
    }
    const { code, message, position } = refusal;
    problems.push({ file: path, line: position?.line ?? 1, column: position?.column ?? 1, code, message });
    for (const { assessment } of ofFile) {
      skipped.push({ id: assessment.credential.id, code, message: `the file was left as it is: ${message}` });
    }
  }
  return { edits, skipped, problems };
}
function selectUnrotatable(survey, selection) {
  if (selection.kinds.length > 0 || selection.modules.length > 0) return [];
  return survey.unrotatable.map(({ id, code, message }) => ({ id, code, message }));
}
function byFile(rotations) {
  const files = /* @__PURE__ */ new Map();
  for (const rotation of rotations) {
    const { file } = rotation.assessment.credential;
    const ofFile = files.get(file);
    if (ofFile === void 0) files.set(file, [rotation]);
    else ofFile.push(rotation);
  }
  return files;
}
function refuseNoSelection(survey, selection, options) {
  const { rotations } = planRotations(survey.assessments.filter(selectsCredential(selection, "rotate")), {
    date: options.date ?? dayInLondon(options.now),
    time: timeInLondon(options.now),
    again: options.again,
    forceLiteral: options.forceLiteral,
    kindsNamed: /* @__PURE__ */ new Set()
  });
  const namespaces = new Set(rotations.map(({ assessment }) => assessment.credential.namespace)).size;
  return fail(
    "no-selection",
    `Nothing was selected, and everything would be ${rotations.length} credentials in ${namespaces} namespaces. Name what to rotate: --namespace NAME, --kind KIND, --team NAME, --due (what is overdue), or --all.`
  );
}

export {
  proveRotations,
  refuseNoSelection
};
