import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  findModules,
  findOverridden,
  moduleObstacle,
  needsWholeFolder,
  readModuleFiles,
  readWholeFolder,
  syntaxObstacle,
  wholeFile
} from "./chunk-TXBWUVQ2.js";
import {
  EMPTY_SCOPE,
  buildScope,
  highestInEstate,
  judge
} from "./chunk-XNC3SULY.js";
import {
  HOLD_FILES,
  credentialId,
  findHolds
} from "./chunk-2VDNCQM2.js";
import {
  REPOSITORY_NAMES
} from "./chunk-7CRAZKEU.js";
import {
  lineAt,
  positionAt
} from "./chunk-CLNRZC4U.js";
import {
  scan
} from "./chunk-UHMPSPEV.js";

// src/rotation/commented-out-modules.ts
function findDormant(file) {
  if (!mayBeDormant(file)) return [];
  return [
    ...commentRuns(file).flatMap(
      (run) => modulesIn(file, run, "commented-out", "the module is commented out")
    ),
    ...heredocs(file, file.scan.body).flatMap(
      (text) => modulesIn(file, text, "in-heredoc", "the module is text of a heredoc, which Terraform does not run")
    )
  ];
}
function mayBeDormant({ text, scan: { comments } }) {
  if (text.includes("<<")) return true;
  let next = 0;
  for (let at = text.indexOf(COMMON); at !== -1; at = text.indexOf(COMMON, at + 1)) {
    while (next < comments.length && comments[next].end <= at) next += 1;
    if (next < comments.length && comments[next].start <= at) return true;
  }
  return false;
}
var COMMON = "cloud-platform-terraform-";
function modulesIn(file, { text, offset }, code, message) {
  if (!REPOSITORY_NAMES.some((name) => text.includes(name))) return [];
  const { modules, unrotatable } = findModules(text, scan(text));
  const firstLine = positionAt(file.text, offset).line;
  return [...modules, ...unrotatable].map(({ block, name, source }) => {
    return { name, source, line: firstLine + positionAt(text, block.start).line - 1, code, message };
  });
}
function commentRuns({ text, scan: { comments } }) {
  const runs = [];
  let run = [];
  const finish = () => {
    const [first] = run;
    if (first !== void 0) {
      const lines = run.map(({ start, end }) => text.slice(start, end).replace(/^(?:#+|\/\/+)/, ""));
      runs.push({ text: lines.join("\n"), offset: first.start });
    }
    run = [];
  };
  for (const comment of comments) {
    if (comment.style === "block") {
      runs.push({ text: text.slice(comment.start + 2, comment.end - 2), offset: comment.start });
      continue;
    }
    const before = run[run.length - 1];
    const follows = before !== void 0 && /^\r?\n[ \t]*$/.test(text.slice(before.end, comment.start));
    if (!follows) finish();
    run.push(comment);
  }
  finish();
  return runs;
}
function heredocs(file, body) {
  return body.flatMap((item) => {
    if (item.type === "block") return heredocs(file, item.body);
    const { start, end } = item.expression;
    if (!file.text.startsWith("<<", start)) return [];
    const firstLine = file.text.indexOf("\n", start) + 1;
    return [{ text: file.text.slice(firstLine, end), offset: firstLine }];
  });
}

// src/commands/read/survey.ts
async function surveyEstate(reader, folders, ruling, learn = estateVersions, onProgress) {
  const problems = [];
  const files = await readModuleFiles(reader, folders, problems, onProgress);
  const versions = await learn([...files.values()].flatMap(({ modules }) => modules));
  const rules = { ...ruling, versions };
  const assessments = [];
  const unrotatable = [];
  for (const folder of folders) {
    const holds = findHolds(folder.files);
    problems.push(...misspeltHolds(folder, holds));
    const ofFolder = filesOf(folder, files);
    if (ofFolder.length === 0) continue;
    const whole = needsWholeFolder(folder, files) ? await readWholeFolder(reader, folder, files) : [];
    const neighbourhood = meet(folder, ofFolder, whole, holds);
    for (const { file, resource } of neighbourhood.files) {
      const broken = syntaxObstacle(file);
      if (broken !== null) problems.push(problemAt(file, broken));
      for (const module of file.modules) {
        const isLink = resource.type === "symlink";
        const obstacle = broken ?? moduleObstacle(file, module, isLink, neighbourhood);
        if (obstacle !== null && obstacle !== broken) problems.push(problemAt(file, obstacle));
        const place = {
          id: credentialId(file.path, module.name),
          cluster: folder.cluster,
          namespace: folder.namespace,
          file,
          line: positionAt(file.text, module.block.start).line,
          scope: neighbourhood.scope,
          applied: resource.applied,
          hold: neighbourhood.hold,
          unusable: obstacle
        };
        assessments.push(judge(module, place, rules));
      }
      unrotatable.push(...findUnrotatable(file));
    }
  }
  problems.sort((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);
  return { assessments, problems, unrotatable, versions };
}
function filesOf(folder, known) {
  const files = [];
  for (const resource of folder.resources) {
    const file = known.get(resource.path);
    if (file !== void 0) files.push({ file, resource });
  }
  return files;
}
function meet(folder, files, whole, holds) {
  const names = /* @__PURE__ */ new Map();
  for (const { file, resource } of files) {
    if (!resource.applied) continue;
    for (const { name } of file.modules) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const isCode = ({ path }) => path.endsWith(".tf");
  return {
    folder,
    files,
    names,
    scope: whole.length === 0 ? EMPTY_SCOPE : buildScope(
      whole.filter(isCode),
      whole.filter((file) => !isCode(file))
    ),
    overridden: findOverridden(whole),
    hold: holdReason(holds)
  };
}
function problemAt(file, { code, message, offset }) {
  const position = positionAt(file.text, offset);
  return { file: file.path, ...position, code, message, sourceLine: lineAt(file.text, position.line) };
}
function holdReason({ holds }) {
  if (holds.length === 0) return null;
  const effect = holds.includes(HOLD_FILES[1]) ? "stops every apply" : "makes the pipeline pass it by";
  return `the namespace is on hold: ${holds.join(" and ")} ${effect}`;
}
function misspeltHolds(folder, { misspelt }) {
  return misspelt.map(({ file, message }) => wholeFile(`${folder.path}/${file}`, "misspelt-hold", message));
}
function findUnrotatable(file) {
  const unrotatable = file.unrotatable.map(({ block, name, source, message }) => {
    return { name, source, line: positionAt(file.text, block.start).line, code: "not-rotatable", message };
  });
  return [...unrotatable, ...findDormant(file)].map(({ name, source, line, code, message }) => {
    return { id: credentialId(file.path, name), file: file.path, line, module: name, source, code, message };
  });
}
async function estateVersions(modules) {
  return { latest: highestInEstate(modules, false), variables: /* @__PURE__ */ new Map() };
}

export {
  surveyEstate
};
