import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  findModules
} from "./chunk-TXBWUVQ2.js";
import {
  buildScope,
  referenceIn,
  resolveValue
} from "./chunk-XNC3SULY.js";
import {
  decodeSecret,
  deleteAllPods,
  deletePod,
  listGitHubSecrets,
  listPods,
  listSecrets,
  rotateAgain,
  setAuthToken,
  showConfigMap
} from "./chunk-5T5TXE4W.js";
import {
  place,
  pushedByFolder,
  say,
  sayGitHub,
  sayKeys,
  sayList,
  sayThing,
  sayValue
} from "./chunk-NPPZ53N6.js";
import {
  decodeText
} from "./chunk-JZ6XBEDV.js";
import {
  positionAt
} from "./chunk-CLNRZC4U.js";
import {
  scan
} from "./chunk-UHMPSPEV.js";
import {
  MAX_DEPTH,
  findAttribute,
  findBlocks,
  identifierEnd,
  literalString,
  nextToken,
  scanHeredoc,
  scanString,
  skipComment,
  startOf
} from "./chunk-4M4F2YVT.js";
import {
  kindsOf
} from "./chunk-Y65K6MQG.js";
import {
  groupBy
} from "./chunk-SERVURPW.js";

// src/report/incident-steps.ts
function incidentSteps(credential, { namespace, clusterLabel }) {
  const { id, kind, module, uses } = credential;
  if (kind !== "elasticache") return [];
  const again = {
    title: say`${module}: make the server refuse the leaked token: rotate a second time.`,
    commands: [rotateAgain(namespace, clusterLabel, module)],
    expect: [
      say`The second rotation drops the token from before the first. Wait for its apply, then replace the pods again: they have the token before the newest, which works until the next rotation.`
    ],
    credential: id
  };
  const secret = uses.find(
    ({ object }) => object?.kind === "Secret" && object.isOwn === true && !object.name.computed && keyOf(object.entries, "auth_token")
  )?.object;
  if (secret === void 0 || secret === null) return [again];
  const keys = {
    token: keyOf(secret.entries, "auth_token"),
    group: keyOf(secret.entries, "replication_group_id")
  };
  const policy = uses.find(({ outputs, block }) => block === "module" && outputs.includes("irsa_policy_arn"));
  const access = policy === void 0 ? say`AWS access comes from the module’s output ${"irsa_policy_arn"}, which nothing here uses: without it ask the Cloud Platform team.` : say`AWS access comes from the module’s output ${"irsa_policy_arn"}, which the module ${policy.name ?? ""} takes (${place(policy)}): a service pod with its service account has it.`;
  return [
    again,
    {
      title: say`${module}: or, where a second rotation takes too long, set the newest token as the only one.`,
      commands: [setAuthToken(namespace, secret.name.text, keys)],
      expect: [
        say`Only when all pods are replaced: the server then refuses every other token at once.`,
        access
      ],
      credential: id
    }
  ];
}
function keyOf(entries, output) {
  return entries.find(({ outputs, isWhole }) => isWhole && outputs.length === 1 && outputs[0] === output)?.key ?? null;
}

// src/report/secret-steps.ts
var SECRETS = {
  rds: { noun: "password", output: "database_password" },
  elasticache: { noun: "AUTH token", output: "auth_token" }
};
function nounOf(kind) {
  return SECRETS[kind]?.noun ?? "value";
}
function objectUses({ uses }) {
  return uses.filter(({ object, carriesSecret }) => carriesSecret && object !== null);
}
function isOwn({ object }) {
  return object?.isOwn === true;
}
function checkStep(credential, namespace) {
  const { id, kind, module, unread } = credential;
  const own = objectUses(credential).filter(isOwn);
  const notRead = unread.map((file) => say`${file} could not be read: more Secrets may be filled there.`);
  const noun = nounOf(kind);
  if (own.length === 0)
    return { ...unknownSecret(credential, namespace), expect: [...nowhere(credential), ...notRead] };
  const [only, more] = own;
  const holder = only?.object ?? null;
  const title = more === void 0 && holder !== null ? say`${module}: check that the ${[holder.kind]} ${sayValue(holder.name)} has the new ${[noun]}.` : say`${module}: check that the new ${[noun]} is in ${sayList(own.map(sayName))}.`;
  const isComputed = own.some(({ object }) => object?.name.computed === true);
  return {
    title,
    commands: [
      ...isComputed ? [listSecrets(namespace)] : [],
      ...new Set(own.map((use) => show(use, namespace)))
    ],
    expect: [compare(own, kind), ...notRead],
    credential: id
  };
}
function sayName({ object }) {
  return object === null ? [] : [`${object.kind} `, ...sayValue(object.name)];
}
function show({ object }, namespace) {
  const name = object === null || object.name.computed ? null : object.name.text;
  return object?.kind === "ConfigMap" ? showConfigMap(namespace, name) : decodeSecret(namespace, name);
}
function compare(own, kind) {
  const news = own.map((use) => {
    const where = own.length > 1 && use.object !== null ? say` in ${use.object.name.text}` : [];
    return say`${sayNew(use, kind)}${where}`;
  });
  return say`Must be new: ${sayList(news)}. Pods that started before the apply still have the old value to compare with. Everything else is as it was.`;
}
function sayNew(use, kind) {
  const entries = (use.object?.entries ?? []).filter(({ carriesSecret }) => carriesSecret);
  const whole = entries.filter(({ isWhole }) => isWhole).map(({ key }) => key);
  const partly = entries.filter(({ isWhole }) => !isWhole).map(({ key }) => key);
  const inside = partly.length === 0 ? [] : [say`the ${[nounOf(kind)]} inside ${sayList(partly)}`];
  const all = [...whole, ...inside];
  return all.length === 0 ? say`what comes from ${SECRETS[kind]?.output ?? ""}` : sayList(all);
}
function unknownSecret({ id, kind, module }, namespace) {
  return {
    title: say`${module}: find out who uses the ${[nounOf(kind)]}.`,
    commands: [listSecrets(namespace), decodeSecret(namespace, null)],
    credential: id
  };
}
function nowhere(credential) {
  const elsewhere = credential.uses.some(({ carriesSecret }) => carriesSecret);
  return [
    elsewhere ? say`This folder’s Terraform writes it to no Secret of this namespace, only to the places below.` : say`This folder’s Terraform hands it to nothing. Whoever was given it by hand has the old one.`
  ];
}
function podSteps(credentials, namespace) {
  const here = credentials.filter(
    (each) => objectUses(each).some(isOwn) || !each.uses.some((use) => use.carriesSecret)
  );
  return [
    ...here.length === 0 ? [] : [ownPods(here, namespace)],
    ...copies(credentials),
    ...computedNamespaces(credentials)
  ];
}
function ownPods(credentials, namespace) {
  const kinds = new Set(credentials.map(({ kind }) => kind));
  const common = { credential: null };
  if (!kinds.has("rds")) {
    return {
      ...common,
      title: say`Replace the pods one after the other, so that they start with the new AUTH token.`,
      commands: [listPods(namespace), deletePod(namespace)],
      expect: [say`No downtime: the server takes the token from before beside the new one.`]
    };
  }
  const both = kinds.has("elasticache") ? " and AUTH token" : "";
  return {
    ...common,
    title: say`Replace all pods at once, so that they start with the new password${[both]}.`,
    commands: [deleteAllPods(namespace)],
    expect: [
      say`Expect errors from the moment of the apply until the last pod is replaced: a pod with the old password keeps the connections it has, and the next one that it opens is refused. Jobs that started before the apply fail in the same way: start them again.`
    ]
  };
}
function copies(credentials) {
  const all = credentials.flatMap(
    (credential) => objectUses(credential).filter(({ object }) => object?.isOwn === false).map((use) => ({ use, kind: credential.kind, namespace: use.object?.namespace.text ?? "" }))
  );
  return [...groupBy(all, ({ namespace }) => namespace)].map(([namespace, found]) => {
    const isDatabase = found.some(({ kind }) => kind === "rds");
    const names = sayList([...new Map(found.map(({ use }) => [sayId(use), sayName(use)])).values()]);
    return {
      title: say`Copies in another namespace, ${namespace}: check ${names} there, and replace the pods that read it.`,
      commands: [
        ...new Set(found.map(({ use }) => show(use, namespace))),
        listPods(namespace),
        deletePod(namespace)
      ],
      expect: [
        ...found.map(({ use }) => say`New in ${use.object?.name.text ?? ""}: ${sayKeys(use)}.`),
        isDatabase ? say`Until they are replaced, these pods cannot open new connections to the database. All other pods of that namespace may stay.` : say`No downtime: the server takes the token from before beside the new one. All other pods of that namespace may stay.`
      ],
      credential: null
    };
  });
}
function sayId({ object }) {
  return `${object?.kind}/${object?.name.text}`;
}
function computedNamespaces(credentials) {
  return credentials.flatMap(
    (credential) => objectUses(credential).filter(({ object }) => object?.isOwn === null).map((use) => ({
      title: say`${credential.module}: check the ${sayName(use)} in the namespace that ${use.object?.namespace.text ?? ""} gives, and replace the pods that read it.`,
      commands: [],
      expect: [say`The namespace is computed (${place(use)}): the program does not know it.`],
      credential: credential.id
    }))
  );
}
function otherPlaces(credential) {
  const { id, module, uses, token } = credential;
  const spokenOf = token === null ? objectUses(credential) : pushedByFolder(credential);
  const others = uses.filter(
    (use) => use.carriesSecret && use.block !== "provider" && !spokenOf.includes(use)
  );
  if (others.length === 0) return [];
  return [
    {
      title: say`${module}: look after what else takes the new value.`,
      commands: [],
      expect: others.map((use) => say`${sayUser(use)} (${place(use)}): ${[whatToDo(use)]}`),
      credential: id
    }
  ];
}
function sayUser(use) {
  return use.object === null ? sayThing(use) : say`${sayName(use)} in the namespace ${sayValue(use.object.namespace)}`;
}
function whatToDo({ block, type }) {
  if (block === "output") return "whoever reads the output has to read it again.";
  if (block === "module") return "Terraform passes the new value on; look at what the module makes of it.";
  if (type?.startsWith("github_"))
    return "written by the same apply; a workflow run that began before has the old one.";
  if (type === "aws_dms_endpoint")
    return "changed by the same apply; test its connection before the next task runs.";
  return "written by the same apply; whoever read it before has the old one and must read it again.";
}

// src/report/token-steps.ts
var TOKEN_TYPE = "kubernetes.io/service-account-token";
var MOST_COMMANDS = 6;
var BY_OLD_NAME = say`The token’s Secret has a new name: change whatever refers to it by the old one.`;
function tokenStep(credential, token, namespace) {
  const { id, module } = credential;
  const { secret } = token;
  const print = secret.computed ? [listSecrets(namespace, TOKEN_TYPE), decodeSecret(namespace, null)] : [decodeSecret(namespace, secret.text)];
  const alsoCircleCi = token.circleCi ? [
    say`By its name it is for CircleCI too: if CircleCI has it, paste the ${"token"} of ${sayValue(secret)} there.`
  ] : [];
  const written2 = [
    ...token.repositories.length > 0 ? [say`${sayValue(token.githubSecret)} of ${sayGitHub(token)}`] : [],
    ...pushedByFolder(credential).map((use) => say`${sayThing(use)} (${place(use)})`)
  ];
  if (written2.length > 0) {
    return {
      title: say`${module}: nothing to paste; check that GitHub has the new token.`,
      commands: checkGitHub(token),
      expect: [
        ...written2.map((what) => say`The apply wrote ${what}.`),
        say`A workflow run that began before the apply has the old token: run it again.`,
        ...alsoCircleCi,
        BY_OLD_NAME
      ],
      credential: id
    };
  }
  const pushed = say`Terraform pushes this token to no GitHub repository, and the old one no longer works.`;
  const value = say`The new one is the ${"token"} of the Secret ${sayValue(secret)}.`;
  if (token.circleCi) {
    return {
      title: say`${module}: paste the new token into CircleCI.`,
      commands: print,
      expect: [say`${value} ${pushed} Until it is pasted, CircleCI cannot deploy.`, BY_OLD_NAME],
      credential: id
    };
  }
  return {
    title: say`${module}: replace the token wherever it was pasted by hand, such as CircleCI.`,
    commands: print,
    expect: [
      say`${value} ${pushed} Pods that run as ${sayValue(token.account)} need nothing: Kubernetes gives them tokens of their own.`,
      BY_OLD_NAME
    ],
    credential: id
  };
}
function checkGitHub({ owner, repositories, environments }) {
  const isTold = ({ computed }) => !computed;
  if (owner === null || ![...repositories, ...environments].every(isTold)) return [];
  const targets = environments.length === 0 ? [null] : environments.map(({ text }) => text);
  const commands = repositories.flatMap(
    ({ text }) => targets.map((environment) => listGitHubSecrets(owner, text, environment))
  );
  return commands.filter((command) => command !== null).slice(0, MOST_COMMANDS);
}

// src/report/after-merge.ts
var TOKEN_IS_REPLACED = "Terraform destroys the token\u2019s Secret and makes another under a new name, because the date is part of the name. The old token stops working at that moment. GitHub repositories that the module names get the new one in the same apply; wherever else it was pasted, the old one stays until somebody replaces it.";
var EFFECTS = {
  serviceaccount: TOKEN_IS_REPLACED,
  rds: "the instance gets a new master password, and Secrets that Terraform fills from the module get it too. The old password stops working. Pods read theirs when they start: until they are restarted they keep the connections they have and cannot open new ones.",
  elasticache: "the server gets an additional AUTH token and drops the older of the two it had (strategy ROTATE). The token in use until now stays valid until the next rotation, so running pods keep working. It is no cure for a leaked token: that one is accepted until a second rotation.",
  "hmpps-template": "the service account inside the template gets a new token, which the same apply writes to GitHub, and the old one stops working. Wherever else it was pasted, the old one stays until somebody replaces it."
};
function whatApplyingDoes(kind) {
  return EFFECTS[kind] ?? "Terraform replaces the credential.";
}
function afterMerge(input) {
  const { namespace, incident } = input;
  const credentials = kindsOf(input.credentials).flatMap(
    (kind) => input.credentials.filter((each) => each.kind === kind)
  );
  const withSecrets = credentials.filter(({ token }) => token === null);
  return [
    checkApply(input),
    ...withSecrets.map((each) => checkStep(each, namespace)),
    ...podSteps(withSecrets, namespace),
    ...credentials.flatMap((each) => each.token === null ? [] : [tokenStep(each, each.token, namespace)]),
    ...credentials.flatMap((each) => otherPlaces(each)),
    ...incident ? withSecrets.flatMap((each) => incidentSteps(each, input)) : []
  ];
}
function checkApply({ namespace, clusterLabel }) {
  const where = clusterLabel === "live" ? say`${namespace}` : say`${namespace} on ${clusterLabel}`;
  return {
    title: say`Check that the pipeline has applied ${where}.`,
    commands: [],
    expect: [
      say`It starts with the merge: ${"cloud-platform-concourse-bot"} comments on the pull request with a link to the job, whose last task has to be green. Until then the old credentials are in force.`
    ],
    credential: null
  };
}

// src/hcl/traversal.ts
function findTraversals(text, range) {
  const walk = { cursor: startAt(text, range.start), end: range.end, depth: 0, found: [] };
  while (walk.cursor.position < range.end) walkCode(walk);
  return walk.found;
}
function findEntries(text, range) {
  if (text[range.start] !== "{" || /^\{\s*for\b/.test(text.slice(range.start, range.start + 200)))
    return null;
  const entries = [];
  for (const item of itemsOf(text, range)) {
    const { assign } = item;
    if (assign === null) return null;
    const key = { start: item.start, end: trimEnd(text, item.start, assign) };
    const value = { start: skipSpace(text, assign + 1), end: item.end };
    entries.push({
      key: literalString(text, key)?.value ?? text.slice(key.start, key.end),
      value
    });
  }
  return entries;
}
function findElements(text, range) {
  if (text[range.start] !== "[" || text[range.end - 1] !== "]") return null;
  if (/^\[\s*for\b/.test(text.slice(range.start, range.start + 200))) return null;
  return itemsOf(text, range).map(({ start, end }) => ({ start, end }));
}
function findCall(text, range) {
  const nameEnd = identifierEnd(text, range.start);
  if (nameEnd === range.start || text[nameEnd] !== "(" || text[range.end - 1] !== ")") return null;
  const cursor = startAt(text, nameEnd + 1);
  const walk = { cursor, end: range.end, depth: 1, found: [] };
  walkCode(walk);
  if (cursor.position !== range.end) return null;
  const args = itemsOf(text, { start: nameEnd, end: range.end });
  return { name: text.slice(range.start, nameEnd), args: args.map(({ start, end }) => ({ start, end })) };
}
function findTemplateParts(text, range) {
  if (text[range.start] !== '"') return null;
  const cursor = startAt(text, range.start + 1);
  const parts = [];
  for (; ; ) {
    const start = cursor.position;
    const stop = scanString(cursor);
    const literal = text.slice(start, stop === "closed" ? cursor.position - 1 : cursor.position);
    if (stop === "broken" || cursor.position > range.end || /\\|[$%]{2}\{/.test(literal)) return null;
    if (literal !== "") parts.push({ text: literal });
    if (stop === "closed") return cursor.position === range.end ? parts : null;
    if (text[cursor.position] !== "$") return null;
    cursor.position += 2;
    const inner = cursor.position;
    walkCode({ cursor, end: range.end, depth: 1, found: [] });
    const end = cursor.position - 1;
    if (text[end] !== "}" || text[inner] === "~" || text[end - 1] === "~") return null;
    parts.push({ expression: { start: skipSpace(text, inner), end: trimEnd(text, inner, end) } });
  }
}
function startAt(text, position) {
  const cursor = startOf(text);
  cursor.position = position;
  return cursor;
}
function walkCode(walk) {
  const { cursor, end } = walk;
  let afterDot = false;
  while (cursor.position < end) {
    const kind = nextToken(cursor);
    if (kind === "end" || cursor.token >= end) {
      cursor.position = end;
      return;
    }
    switch (kind) {
      case "comment":
        skipComment(cursor);
        break;
      case "quote":
        walkTemplate(walk, null);
        break;
      case "heredoc":
        walkTemplate(walk, cursor.marker);
        break;
      case "open":
        enter(walk);
        break;
      case "close":
        return;
      case "word":
        if (!afterDot) take(walk);
        break;
    }
    afterDot = kind === "dot";
  }
}
function enter(walk) {
  if (walk.depth >= MAX_DEPTH) {
    walk.cursor.position = walk.end;
    return;
  }
  walk.depth += 1;
  walkCode(walk);
  walk.depth -= 1;
}
function walkTemplate(walk, marker) {
  const { cursor, end } = walk;
  while (cursor.position < end) {
    const stop = marker === null ? scanString(cursor) : scanHeredoc(cursor, marker);
    if (stop === "closed") return;
    if (stop === "broken") {
      cursor.position = end;
      return;
    }
    cursor.position += 2;
    enter(walk);
  }
}
var ATTRIBUTE = /[ \t]*\.[ \t]*(?:(\*|\d+)|([\p{ID_Start}_][\p{ID_Continue}-]*))/uy;
var ATTRIBUTE_INSIDE = /\s*\.\s*(?:(\*|\d+)|([\p{ID_Start}_][\p{ID_Continue}-]*))/uy;
function take(walk) {
  const { cursor } = walk;
  const { text } = cursor;
  const start = cursor.token;
  const parts = [text.slice(start, cursor.position)];
  for (; ; ) {
    if (text[cursor.position] === "[") {
      const open = cursor.position;
      cursor.position += 1;
      enter(walk);
      const index = { start: skipSpace(text, open + 1), end: trimEnd(text, open + 1, cursor.position - 1) };
      const name = literalString(text, index)?.value;
      if (name !== void 0) parts.push(name);
      continue;
    }
    const pattern = walk.depth > 0 ? ATTRIBUTE_INSIDE : ATTRIBUTE;
    pattern.lastIndex = cursor.position;
    const match = pattern.exec(text);
    if (match === null || pattern.lastIndex > walk.end) break;
    cursor.position = pattern.lastIndex;
    if (match[2] !== void 0) parts.push(match[2]);
  }
  walk.found.push({ start, end: cursor.position, parts });
}
function itemsOf(text, range) {
  const cursor = startAt(text, range.start + 1);
  const walk = { cursor, end: range.end - 1, depth: 1, found: [] };
  const items = [];
  const isObject = text[range.start] === "{";
  let start = -1;
  let last = -1;
  let assign = null;
  const finish2 = () => {
    if (start !== -1) items.push({ start, end: last, assign });
    start = -1;
    assign = null;
  };
  while (cursor.position < walk.end) {
    const kind = nextToken(cursor);
    if (kind === "end" || cursor.token >= walk.end) break;
    if (kind === "comment") {
      skipComment(cursor);
      continue;
    }
    if (kind === "comma" || kind === "newline" && isObject && assign !== null && last > assign) {
      finish2();
      continue;
    }
    if (kind === "newline") continue;
    if (start === -1) start = cursor.token;
    const { token } = cursor;
    if (kind === "quote") walkTemplate(walk, null);
    else if (kind === "heredoc") walkTemplate(walk, cursor.marker);
    else if (kind === "open") enter(walk);
    else if (isObject && assign === null && (kind === "assign" || text[token] === ":")) assign = token;
    last = cursor.position;
  }
  finish2();
  return items;
}
function skipSpace(text, offset) {
  let at = offset;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return at;
}
function trimEnd(text, start, end) {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? "")) at -= 1;
  return at;
}

// src/usage/flow.ts
var KUBERNETES_OBJECT = /^kubernetes_(?:secret|config_map)(?:_v1)?(?:_data)?$/;
var MAX_DEPTH2 = 100;
var ORDER_ONLY = ["depends_on", "providers", "provider"];
function findCarriers(files) {
  const carriers = /* @__PURE__ */ new Map();
  for (const file of files) {
    for (const block of file.scan.body) {
      if (block.type !== "block") continue;
      const [type, name] = block.labels;
      if (type === void 0 || name === void 0) continue;
      if (block.keyword === "data") carriers.set(`data.${type.text}.${name.text}`, { file, block });
      else if (block.keyword === "resource" && KUBERNETES_OBJECT.test(type.text)) {
        carriers.set(`${type.text}.${name.text}`, { file, block });
      }
    }
  }
  return carriers;
}
function inflowsOfBlock(file, body, flow) {
  const into = /* @__PURE__ */ new Map();
  for (const item of body) {
    if (item.type === "block") merge(into, inflowsOfBlock(file, item.body, flow), []);
    else if (!ORDER_ONLY.includes(item.name)) {
      merge(into, inflowsOf({ file, range: item.expression }, flow), []);
    }
  }
  return into;
}
function inflowsOf({ file, range }, flow) {
  const into = /* @__PURE__ */ new Map();
  if (!/\b(?:module|local|data|kubernetes_\w+)\b/.test(file.text.slice(range.start, range.end))) return into;
  for (const traversal of findTraversals(file.text, range)) {
    const [root = "", name, output] = traversal.parts;
    if (root === "module" && name !== void 0) {
      merge(into, /* @__PURE__ */ new Map([[name, { outputs: /* @__PURE__ */ new Set([output ?? "*"]), via: /* @__PURE__ */ new Set() }]]), []);
    } else if (root === "local" && name !== void 0) {
      merge(into, throughLocal(traversal, flow), [`local.${name}`]);
    } else {
      const carrier = carrierOf(traversal.parts);
      if (carrier !== null) merge(into, throughCarrier(carrier, flow), [carrier]);
    }
  }
  return into;
}
function carrierOf(parts) {
  const length = parts[0] === "data" ? 3 : 2;
  const type = parts[length - 2] ?? "";
  const taken = parts[length];
  const isName = KUBERNETES_OBJECT.test(type) && taken !== void 0 && !/^(?:binary_)?data$/.test(taken);
  return parts.length < length || isName ? null : parts.slice(0, length).join(".");
}
function throughLocal({ parts }, flow) {
  const [, name = "", ...keys] = parts;
  const definition = flow.scope.definitions.get(`local.${name}`);
  if (definition?.kind !== "expression") return /* @__PURE__ */ new Map();
  return remember(parts.join("."), flow, () => {
    const { file } = definition;
    let range = definition.expression;
    for (const key of keys) {
      const entry = findEntries(file.text, range)?.find((each) => each.key === key);
      if (entry === void 0) break;
      range = entry.value;
    }
    return inflowsOf({ file, range }, flow);
  });
}
function throughCarrier(name, flow) {
  const carrier = flow.carriers.get(name);
  if (carrier === void 0) return /* @__PURE__ */ new Map();
  return remember(name, flow, () => {
    const { file, block } = carrier;
    if (name.startsWith("data.")) {
      const all = inflowsOfBlock(file, block.body, flow);
      return new Map([...all].filter(([module, { outputs }]) => flow.passesOn(module, outputs)));
    }
    const into = /* @__PURE__ */ new Map();
    for (const argument of ["data", "binary_data"]) {
      const attribute = findAttribute(block.body, argument);
      if (attribute !== null) merge(into, inflowsOf({ file, range: attribute.expression }, flow), []);
    }
    return into;
  });
}
function remember(name, flow, find) {
  const { known } = flow;
  const before = known.get(name);
  if (before !== void 0 || flow.depth >= MAX_DEPTH2) return before ?? /* @__PURE__ */ new Map();
  known.set(name, /* @__PURE__ */ new Map());
  flow.depth += 1;
  const found = find();
  flow.depth -= 1;
  known.set(name, found);
  return found;
}
function merge(into, from, via) {
  for (const [module, inflow] of from) {
    const known = into.get(module) ?? { outputs: /* @__PURE__ */ new Set(), via: /* @__PURE__ */ new Set() };
    for (const output of inflow.outputs) known.outputs.add(output);
    for (const name of [...via, ...inflow.via]) known.via.add(name);
    into.set(module, known);
  }
}

// src/usage/values.ts
var MAX_DEPTH3 = 12;
var LONGEST_WRITTEN = 120;
function resolveText(expression, values) {
  const text = evaluate(expression, values, 0);
  return text === null ? { text: written(expression), computed: true } : { text, computed: false };
}
function resolveTexts(expression, values) {
  return elements(expression, values, 0) ?? [{ text: written(expression), computed: true }];
}
function plain(text) {
  return { text, computed: false };
}
function written({ file, range }) {
  const text = file.text.slice(range.start, range.end).replace(/\s+/g, " ");
  return text.length > LONGEST_WRITTEN ? `${text.slice(0, LONGEST_WRITTEN)}\u2026` : text;
}
function evaluate(expression, values, depth) {
  if (depth > MAX_DEPTH3) return null;
  const { file, range } = expression;
  const literal = literalString(file.text, range);
  if (literal !== null) return literal.value;
  const next = definitionOf(expression, values);
  if (next !== null) return typeof next === "string" ? next : evaluate(next, values, depth + 1);
  return evaluateTemplate(expression, values, depth) ?? evaluateCall(expression, values, depth);
}
function evaluateTemplate({ file, range }, values, depth) {
  const parts = findTemplateParts(file.text, range);
  if (parts === null) return null;
  const texts = parts.map(
    (part) => "text" in part ? part.text : evaluate({ file, range: part.expression }, values, depth + 1)
  );
  return texts.includes(null) ? null : texts.join("");
}
function evaluateCall({ file, range }, values, depth) {
  const call = findCall(file.text, range);
  if (call === null) return null;
  const texts = call.args.map((arg) => evaluate({ file, range: arg }, values, depth + 1));
  const [text, from, to] = texts;
  if (text === void 0 || text === null) return null;
  switch (call.name) {
    case "lower":
      return texts.length === 1 ? text.toLowerCase() : null;
    case "replace":
      if (typeof from !== "string" || typeof to !== "string" || /^\/.*\/$/s.test(from)) return null;
      return text.replaceAll(from, () => to);
    default:
      return null;
  }
}
function elements(expression, values, depth) {
  if (depth > MAX_DEPTH3) return null;
  const { file, range } = expression;
  const listed = findElements(file.text, range);
  if (listed !== null) return listed.map((element) => resolveText({ file, range: element }, values));
  if (file.text.slice(range.start, range.end) === "null") return [];
  const next = definitionOf(expression, values);
  if (next !== null) return typeof next === "string" ? null : elements(next, values, depth + 1);
  const call = findCall(file.text, range);
  if (call === null || !["toset", "tolist", "concat", "distinct", "compact"].includes(call.name)) return null;
  const lists = call.args.map((arg) => elements({ file, range: arg }, values, depth + 1));
  return lists.some((list) => list === null) ? null : lists.flatMap((list) => list ?? []);
}
function definitionOf(expression, values) {
  const { file, range } = expression;
  const reference = referenceIn(file.text, range);
  if (reference === null) return handedBack(expression, values);
  const definition = values.scope.definitions.get(reference);
  if (definition?.kind === "expression") return { file: definition.file, range: definition.expression };
  return reference === "var.namespace" ? values.namespace : null;
}
function handedBack({ file, range }, { modules }) {
  const text = file.text.slice(range.start, range.end);
  if (!text.startsWith("module.")) return null;
  const [traversal, more] = findTraversals(file.text, range);
  if (traversal === void 0 || more !== void 0 || traversal.end !== range.end) return null;
  const [, name = "", output = ""] = traversal.parts;
  const known = modules.get(name);
  if (known === void 0 || output !== "application" || known.module.kind.name !== "hmpps-template")
    return null;
  const argument = findAttribute(known.module.block.body, "application");
  return argument === null ? null : { file: known.file, range: argument.expression };
}

// src/usage/token.ts
var DEFAULT_NAME = "cd-serviceaccount";
var DEFAULT_DATE = "dd-mm-yyyy";
var DEFAULT_GITHUB_SECRET = "KUBE_TOKEN";
var CIRCLECI = /circle[-_]?ci/i;
function findToken(file, module, date, values) {
  const { block, kind, name } = module;
  const text = (argument, missing2) => {
    const attribute = findAttribute(block.body, argument);
    return attribute === null ? missing2 : resolveText({ file, range: attribute.expression }, values);
  };
  const list = (argument) => {
    const attribute = findAttribute(block.body, argument);
    return attribute === null ? [] : resolveTexts({ file, range: attribute.expression }, values);
  };
  const isComputed = date === null && module.date !== null;
  const fileName = file.path.slice(file.path.lastIndexOf("/"));
  const owner = gitHubOwner(values);
  if (kind.name === "serviceaccount") {
    const account2 = text("serviceaccount_name", plain(DEFAULT_NAME));
    return {
      account: account2,
      secret: isComputed ? unknownSecret2(account2) : secretName(account2, date ?? DEFAULT_DATE),
      repositories: list("github_repositories"),
      environments: list("github_environments"),
      githubSecret: text("github_actions_secret_kube_token", plain(DEFAULT_GITHUB_SECRET)),
      owner,
      circleCi: [fileName, name, account2.text].some((text2) => CIRCLECI.test(text2))
    };
  }
  if (kind.name !== "hmpps-template") return null;
  const missing = { text: "application", computed: true };
  const application = text("application", missing);
  const account = { text: `${application.text}-github-actions-sa`, computed: application.computed };
  return {
    account,
    secret: date === null ? unknownSecret2(account) : secretName(account, date),
    repositories: [text("github_repo", { text: "github_repo", computed: true })],
    environments: [text("environment", { text: "environment", computed: true })],
    githubSecret: plain(DEFAULT_GITHUB_SECRET),
    owner,
    circleCi: false
  };
}
function secretName(account, date) {
  return { text: `${account.text}-token-${date}`, computed: account.computed };
}
function unknownSecret2(account) {
  return { text: `${account.text}-token-\u2026`, computed: true };
}
function gitHubOwner(values) {
  for (const file of values.files) {
    for (const block of findBlocks(file.scan.body, "provider", "github")) {
      const owner = findAttribute(block.body, "owner");
      if (owner === null || findAttribute(block.body, "alias") !== null) continue;
      const { text, computed } = resolveText({ file, range: owner.expression }, values);
      if (!computed) return text;
    }
  }
  return null;
}

// src/usage/consequences.ts
var PASSED_OVER = [
  "locals",
  "data",
  "variable",
  "terraform",
  "moved",
  "import",
  "removed"
];
var NAMING = {
  aws_ssm_parameter: ["name"],
  aws_secretsmanager_secret_version: ["secret_id"],
  aws_dms_endpoint: ["endpoint_id"],
  github_actions_secret: ["repository", "secret_name"],
  github_actions_environment_secret: ["repository", "environment", "secret_name"],
  github_dependabot_secret: ["repository", "secret_name"],
  circleci_environment_variable: ["project", "name"],
  circleci_context_environment_variable: ["context_id", "variable", "name"]
};
function findUses({ namespace, files, unread }) {
  const code = files.filter(({ path }) => path.endsWith(".tf"));
  const scope = buildScope(
    code,
    files.filter((file) => !code.includes(file))
  );
  const modules = /* @__PURE__ */ new Map();
  for (const file of code) {
    for (const module of findModules(file.text, file.scan).modules)
      modules.set(module.name, { file, module });
  }
  const secretOutputs = (module) => modules.get(module)?.module.kind.secretOutputs ?? [];
  const carries = (module, outputs) => {
    const secret = secretOutputs(module);
    return secret.length > 0 && (outputs.has("*") || secret.some((output) => outputs.has(output)));
  };
  const folder = {
    values: { namespace, files: code, scope, modules },
    flow: { scope, carriers: findCarriers(code), passesOn: carries, known: /* @__PURE__ */ new Map(), depth: 0 },
    carries
  };
  const uses = /* @__PURE__ */ new Map();
  for (const file of code) {
    for (const block of file.scan.body) {
      if (block.type !== "block" || PASSED_OVER.includes(block.keyword)) continue;
      if (isSwitchedOff(file, block, scope)) continue;
      for (const [module, inflow] of inflowsOfBlock(file, block.body, folder.flow)) {
        const use = useOf(file, block, module, inflow, folder);
        const known = uses.get(module);
        if (known === void 0) uses.set(module, [use]);
        else known.push(use);
      }
    }
  }
  return { values: folder.values, uses, unread };
}
function consequencesOf({ values, uses, unread }, file, module, date) {
  return {
    uses: uses.get(module.name) ?? [],
    token: findToken(file, module, date, values),
    unread
  };
}
function isSwitchedOff(file, block, scope) {
  const count = findAttribute(block.body, "count");
  return count !== null && resolveValue(file, count.expression, scope) === "0";
}
function useOf(file, block, module, inflow, folder) {
  const [first, second] = block.labels;
  const hasType = block.keyword === "resource";
  const type = hasType ? first?.text ?? null : null;
  return {
    block: block.keyword,
    type,
    name: (hasType ? second : first)?.text ?? null,
    file: file.path,
    line: positionAt(file.text, block.start).line,
    outputs: [...inflow.outputs].sort(),
    carriesSecret: folder.carries(module, inflow.outputs),
    via: [...inflow.via].sort(),
    object: type !== null && KUBERNETES_OBJECT.test(type) ? objectOf(file, block, type, module, folder) : null,
    naming: namingOf(file, block, type, folder)
  };
}
function namingOf(file, block, type, { values }) {
  return (NAMING[type ?? ""] ?? []).flatMap((argument) => {
    const attribute = findAttribute(block.body, argument);
    return attribute === null ? [] : [{ argument, value: resolveText({ file, range: attribute.expression }, values) }];
  });
}
function objectOf(file, block, type, module, folder) {
  const [metadata] = findBlocks(block.body, "metadata");
  const text = (name, missing) => {
    const attribute = metadata === void 0 ? null : findAttribute(metadata.body, name);
    return attribute === null ? missing : resolveText({ file, range: attribute.expression }, folder.values);
  };
  const namespace = text("namespace", plain("default"));
  return {
    kind: type.includes("config_map") ? "ConfigMap" : "Secret",
    name: text("name", { text: "generate_name", computed: true }),
    namespace,
    isOwn: namespace.computed ? null : namespace.text === folder.values.namespace,
    entries: entriesOf(file, block, module, folder)
  };
}
function entriesOf(file, block, module, folder) {
  return ["data", "binary_data"].flatMap((argument) => {
    const attribute = findAttribute(block.body, argument);
    const entries = attribute === null ? null : findEntries(file.text, attribute.expression);
    return (entries ?? []).flatMap(({ key, value }) => {
      const expression = { file, range: value };
      const inflow = inflowsOf(expression, folder.flow).get(module);
      if (inflow === void 0) return [];
      const carriesSecret = folder.carries(module, inflow.outputs);
      return [
        { key, outputs: [...inflow.outputs].sort(), carriesSecret, isWhole: isNothingElse(expression) }
      ];
    });
  });
}
function isNothingElse({ file: { text }, range }) {
  const [traversal, more] = findTraversals(text, range);
  if (traversal === void 0 || more !== void 0) return false;
  const around = text.slice(range.start, traversal.start) + text.slice(traversal.end, range.end);
  return around.replace(/\s/g, "") === "" || /^"\$\{\s*\}"$/.test(around);
}

// src/commands/read/consequences.ts
async function readConsequences(reader, folders, wanted) {
  const byFolder = groupBy(wanted, ({ assessment: { credential } }) => {
    const { cluster, namespace } = credential;
    return `${cluster}/${namespace}`;
  });
  const found = /* @__PURE__ */ new Map();
  const reading = folders.map((folder) => ({
    folder,
    wanted: byFolder.get(`${folder.cluster}/${folder.namespace}`) ?? [],
    paths: folder.resources.flatMap(({ path, applied }) => applied && isTerraform(path) ? [path] : []),
    files: [],
    // Terraform in JSON is not read at all
    unread: folder.resources.flatMap(
      ({ path, applied }) => applied && path.endsWith(".tf.json") ? [path] : []
    )
  }));
  const queue = reading.filter(({ paths }) => paths.length > 0);
  const owners = new Map(queue.flatMap((reading2) => reading2.paths.map((path) => [path, reading2])));
  await reader.read(
    queue.flatMap(({ paths }) => paths),
    (path, content) => {
      const owner = owners.get(path);
      const known = owner.wanted.find(({ assessment }) => assessment.file.path === path)?.assessment.file;
      const decoded = content instanceof Uint8Array ? decodeText(content) : content;
      if (known !== void 0) owner.files.push(known);
      else if ("text" in decoded) owner.files.push({ path, text: decoded.text, scan: scan(decoded.text) });
      else owner.unread.push(path);
      if (path === owner.paths.at(-1)) finish(owner, found);
    }
  );
  return found;
}
function isTerraform(path) {
  return path.endsWith(".tf") || path.endsWith(".tfvars");
}
function finish(reading, found) {
  const { folder, wanted, files, unread } = reading;
  reading.files = [];
  if (wanted.length === 0) return;
  const uses = findUses({ namespace: folder.namespace, files, unread });
  for (const { assessment, date } of wanted) {
    found.set(assessment.credential.id, consequencesOf(uses, assessment.file, assessment.module, date));
  }
}

export {
  whatApplyingDoes,
  afterMerge,
  readConsequences
};
