import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  findRoot
} from "./chunk-QWBCUGFF.js";
import {
  compareNames
} from "./chunk-KNFMCJ2C.js";
import {
  NAMESPACES,
  isNamespaceName
} from "./chunk-2VDNCQM2.js";
import {
  COMMANDS
} from "./chunk-CMW5EXJC.js";
import {
  KINDS,
  REPEATABLE
} from "./chunk-L6VYHJNY.js";
import "./chunk-F4Z5UIRW.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import "./chunk-LVIGNXGC.js";

// src/environments/names.ts
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
var PLAIN = /^[A-Za-z0-9][\w.-]*$/;
var TEAM = /github:([A-Za-z0-9][\w.-]*)/g;
function clusterNames(root) {
  return foldersIn(join(root, NAMESPACES)).filter((name) => PLAIN.test(name));
}
function namespaceNames(root) {
  const names = clusterNames(root).flatMap((cluster) => foldersIn(join(root, NAMESPACES, cluster)));
  return [...new Set(names)].filter(isNamespaceName).sort(compareNames);
}
function teamNames(root) {
  const teams = /* @__PURE__ */ new Set();
  for (const cluster of clusterNames(root)) {
    for (const namespace of foldersIn(join(root, NAMESPACES, cluster))) {
      const text = textOf(join(root, NAMESPACES, cluster, namespace, "01-rbac.yaml"));
      for (const [, team] of text.matchAll(TEAM)) teams.add(team);
    }
  }
  return [...teams].sort(compareNames);
}
function foldersIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name).sort(compareNames);
  } catch {
    return [];
  }
}
function textOf(path) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

// src/commands/read/names.ts
var LISTS = { namespace: namespaceNames, cluster: clusterNames, team: teamNames };
function estateNames(what, cwd, root) {
  const found = findRoot(cwd, root);
  return "code" in found ? [] : LISTS[what](found.root);
}

// src/cli/completion.ts
var NAMED = { namespace: "namespace", cluster: "cluster", team: "team" };
var VALUES = { kind: KINDS, upgrade: ["minor", "major"] };
var PATHS = ["root", "config", "output", "module-versions"];
var NEGATED = ["production", "color"];
var ALWAYS = [
  { word: "--help", about: "Show help" },
  { word: "--version", about: "Show version number" }
];
function complete(words, namesOf) {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? "";
  const named = commandIn(before);
  const command = named ?? COMMANDS[0];
  const names = (what) => namesOf(what, rootIn(before));
  const open = openFlag(before, command);
  if (open !== null) return startingWith(current, valuesOf(open, command, names));
  const [flag = "", part] = splitAtFirst(current, "=");
  if (part !== null) {
    const values = valuesOf(fullName(flag, command), command, names);
    const prefixed = values === "files" ? [] : values.map((each) => ({ ...each, word: `${flag}=${each.word}` }));
    return startingWith(current, prefixed);
  }
  if (current.startsWith("-")) return startingWith(current, flagsOf(command, before));
  if (named === null)
    return startingWith(
      current,
      COMMANDS.map(({ name, describe }) => ({ word: name, about: describe }))
    );
  return startingWith(
    current,
    (named.argument?.choices ?? []).map((word) => ({ word, about: "" }))
  );
}
function startingWith(current, all) {
  return all === "files" ? all : all.filter(({ word }) => word.startsWith(current));
}
function commandIn(words) {
  for (const [at, word] of words.entries()) {
    if (word.startsWith("-") || takesValue(words[at - 1] ?? "")) continue;
    return COMMANDS.find(({ name }) => name === word) ?? null;
  }
  return null;
}
function takesValue(word) {
  return COMMANDS.some((command) => wantsValue(fullName(word, command), command));
}
function openFlag(words, command) {
  const last = words.at(-1) ?? "";
  const name = fullName(last, command);
  return !last.includes("=") && wantsValue(name, command) ? name : null;
}
function wantsValue(name, { flags }) {
  const flag = flags[name];
  if (flag === void 0) return false;
  return flag.choices !== void 0 || flag.type !== "boolean" && flag.requiresArg === true;
}
function fullName(word, { flags }) {
  if (/^--./.test(word)) return word.slice(2) in flags ? word.slice(2) : "";
  if (!/^-.$/.test(word)) return "";
  return Object.keys(flags).find((name) => flags[name].alias === word.slice(1)) ?? "";
}
function valuesOf(name, { flags }, namesOf) {
  if (PATHS.includes(name)) return "files";
  const what = NAMED[name];
  const values = what === void 0 ? VALUES[name] ?? flags[name]?.choices ?? [] : namesOf(what);
  return values.map((word) => ({ word: String(word), about: "" }));
}
function flagsOf({ flags }, before) {
  const own = Object.entries(flags).flatMap(([name, { describe }]) => {
    const isGiven = before.includes(`--${name}`) || before.includes(`--no-${name}`);
    if (isGiven && !REPEATABLE.has(name)) return [];
    const yes = { word: `--${name}`, about: describe };
    return NEGATED.includes(name) ? [yes, { word: `--no-${name}`, about: describe }] : [yes];
  });
  return [...own, ...ALWAYS];
}
function rootIn(words) {
  const at = words.lastIndexOf("--root");
  if (at !== -1) return words[at + 1];
  return words.findLast((word) => word.startsWith("--root="))?.slice("--root=".length);
}
function splitAtFirst(text, mark) {
  const at = text.indexOf(mark);
  return at === -1 || !text.startsWith("--") ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

// src/cli/verbs/complete.ts
var FILES = ":files";
function runComplete([shell, ...words]) {
  try {
    const joined = shell === "bash" ? joinAtEquals(words) : words;
    const found = complete(joined, (what, root) => estateNames(what, process.cwd(), root));
    if (found === "files") process.stdout.write(`${FILES}
`);
    else process.stdout.write(found.map((each) => lineOf(each, shell === "bash")).join(""));
  } catch {
  }
}
function lineOf({ word, about }, isBash) {
  const shown = isBash && word.startsWith("--") ? word.slice(word.indexOf("=") + 1) : word;
  return `${shown}	${about}
`;
}
function joinAtEquals(words) {
  const joined = [];
  for (const word of words) {
    const last = joined.at(-1) ?? "";
    const continues = word === "=" ? last.startsWith("--") && !last.includes("=") : last.endsWith("=");
    if (continues) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}
export {
  runComplete
};
