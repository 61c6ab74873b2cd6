import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  visible
} from "./chunk-3ASZVPHT.js";

// src/report/escape-markdown.ts
var ZERO_WIDTH = "&#8203;";
var SAFE_IN_BACKTICKS = /^(?! )[^`|\\]+(?<! )$/;
var PUNCTUATION = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  "`": "&#96;",
  "\\": "&#92;",
  // GitHub's own way to keep a dollar out of $math$.
  $: "<span>$</span>"
};
function escapeMarkdown(text) {
  return visible(text.replace(/\s+/g, " ")).replace(/[&<>|`\\$]/g, (character) => PUNCTUATION[character]).replace(/[*~[\]]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\$&").replace(/@/g, `@${ZERO_WIDTH}`).replace(/(?<!&)#(\w?)/g, (_, next) => next === "" ? "\\#" : `#${ZERO_WIDTH}${next}`).replace(/GH-(?=\d)/gi, (prefix) => prefix + ZERO_WIDTH).replace(/:(?=\/\/)|www(?=\.)/gi, (start) => start + ZERO_WIDTH).replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH}`).replace(
    /^(\s*)([+=-]|#(?=&)|\d+(?=[.)]))/,
    (_, space, mark) => /^\d/.test(mark) ? `${space}${mark}${ZERO_WIDTH}` : `${space}\\${mark}`
  );
}
function code(text) {
  const shown = visible(text);
  if (shown === "") return "";
  if (SAFE_IN_BACKTICKS.test(shown)) return `\`${shown}\``;
  return `<code>${entities(shown)}</code>`;
}
function entities(text) {
  return visible(text).replace(/[^\p{L}\p{N}\p{M} ]/gu, (character) => `&#${character.codePointAt(0)};`);
}
function fence(content, language) {
  const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}
${content.endsWith("\n") || content === "" ? content : `${content}
`}${marks}`;
}
function markdownTable(header, rows, right = []) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = header.map((_, index) => right.includes(index) ? "---:" : "---");
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}
function details(summary, content) {
  return `<details><summary>${summaryText(summary)}</summary>

${content}

</details>`;
}
function summaryText(text) {
  return visible(text).replace(/[^\p{L}\p{N}\p{M} .,:;()/-]/gu, (character) => `&#${character.codePointAt(0)};`).replace(/&#(64|35);/g, `&#$1;${ZERO_WIDTH}`).replace(/GH-(?=\d)/gi, (prefix) => prefix + ZERO_WIDTH).replace(/:(?=\/\/)|www(?=\.)/gi, (start) => start + ZERO_WIDTH);
}
function plainText(text) {
  return visible(text.replace(/\s+/g, " ")).trim().replace(/\[/g, "(").replace(/\]/g, ")").replace(/@(?=\S)|#(?=\w)|GH-(?=\d)/gi, (start) => `${start}\u200B`);
}

// src/report/phrase.ts
function say(prose, ...parts) {
  return prose.flatMap((text, index) => {
    const part = parts[index];
    const next = part === void 0 ? [] : typeof part === "string" ? [{ name: part }] : part;
    return text === "" ? next : [text, ...next];
  });
}
function sayList(items) {
  return items.flatMap((item, index) => {
    const before = index === 0 ? [] : [index === items.length - 1 ? " and " : ", "];
    return [...before, ...typeof item === "string" ? [{ name: item }] : item];
  });
}
function phraseString(phrase) {
  return phrase.map((part) => typeof part === "string" ? part : part.name).join("");
}
function phraseText(phrase) {
  return visible(phraseString(phrase));
}
function phraseMarkdown(phrase) {
  return phrase.map((part) => typeof part === "string" ? escapeMarkdown(part) : code(part.name)).join("");
}

// src/report/uses.ts
function place({ file, line }) {
  const folder = "/resources/";
  const at = file.indexOf(folder);
  return `${at === -1 ? file : file.slice(at + folder.length)}:${line}`;
}
function whoUses(credential) {
  const uses = credential.uses.filter(({ carriesSecret }) => carriesSecret);
  return [
    ...uses.map(sayUse),
    ...credential.token === null ? [] : sayTargets(credential.token, pushedByFolder(credential)),
    ...credential.unread.map((file) => say`not looked into, because it could not be read: ${file}`)
  ];
}
function sayUse(use) {
  const where = say` (${place(use)})`;
  if (use.object === null) return [...sayThing(use), ...where];
  const { kind, name, namespace, isOwn } = use.object;
  const what = [`${kind} `, ...sayValue(name)];
  const keys = sayKeys(use);
  const held = keys.length === 0 ? [] : [": ", ...keys];
  if (isOwn === true) return [...what, ...held, ...where];
  if (isOwn === null) {
    return [...what, ...say` in a namespace that is computed, ${namespace.text}`, ...held, ...where];
  }
  return [...what, ...say` in another namespace, ${namespace.text}`, ...held, ...where];
}
function sayKeys({ object }) {
  return sayList((object?.entries ?? []).filter(({ carriesSecret }) => carriesSecret).map(({ key }) => key));
}
function sayThing(use) {
  const named = use.naming.map(({ value }) => sayValue(value));
  const address = [use.type ?? use.block, ...use.name === null ? [] : [use.name]].join(".");
  const [first, second, third] = named;
  switch (use.type) {
    case "aws_ssm_parameter":
      if (first !== void 0) return say`SSM parameter ${first}`;
      break;
    case "aws_dms_endpoint":
      if (first !== void 0) return say`DMS endpoint ${first}`;
      break;
    case "github_actions_secret":
      if (second !== void 0) return say`GitHub secret ${second} of the repository ${first ?? []}`;
      break;
    case "github_actions_environment_secret":
      if (third !== void 0) {
        return say`GitHub secret ${third} of the repository ${first ?? []}, environment ${second ?? []}`;
      }
      break;
  }
  if (use.block === "output") return say`output ${use.name ?? ""} of this folder`;
  if (use.block === "module") return say`module ${use.name ?? ""}, which takes it as an argument`;
  if (use.block === "provider") return say`provider ${use.name ?? ""}, with which Terraform itself connects`;
  return say`${address}`;
}
function sayValue({ text, computed }) {
  return computed ? say`${text} (computed)` : say`${text}`;
}
function pushedByFolder({ uses }) {
  return uses.filter(({ carriesSecret, type }) => carriesSecret && type?.startsWith("github_") === true);
}
function sayTargets(token, pushed) {
  if (token.repositories.length > 0)
    return [say`GitHub secret ${token.githubSecret.text} of ${sayGitHub(token)}`];
  if (pushed.length > 0) return [];
  if (token.circleCi) return [say`no GitHub repository; by its name it is for CircleCI`];
  return [say`no GitHub repository`];
}
function sayGitHub({ repositories, environments }) {
  const many = repositories.length > 1 ? "repositories" : "repository";
  const all = [`the ${many} `, ...sayList(repositories.map(sayValue))];
  if (environments.length === 0) return all;
  const manyEnvironments = environments.length > 1 ? "environments" : "environment";
  return [...all, `, ${manyEnvironments} `, ...sayList(environments.map(sayValue))];
}

export {
  escapeMarkdown,
  code,
  fence,
  markdownTable,
  details,
  plainText,
  say,
  sayList,
  phraseString,
  phraseText,
  phraseMarkdown,
  place,
  whoUses,
  sayKeys,
  sayThing,
  sayValue,
  pushedByFolder,
  sayGitHub
};
