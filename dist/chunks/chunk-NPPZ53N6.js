import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  code,
  escapeMarkdown
} from "./chunk-E5CKJXHL.js";
import {
  visible
} from "./chunk-Y65K6MQG.js";

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
