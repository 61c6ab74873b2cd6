import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/publish/marker.ts
import { deflateRawSync, inflateRawSync } from "node:zlib";
var MAX_BODY = 65536;
var MAX_MARKER = 48e3;
var OPENING = "<!-- rotate-pr ";
var CLOSING = " -->";
var PATTERN = /<!-- rotate-pr (\{[^<>\n\r]*\}) -->/g;
var CUT = "This text was too long for GitHub and is cut here; `rotate-pr plan` shows all of it.";
function formatMarker(marker) {
  const json = JSON.stringify(toWritten(marker)).replaceAll(
    /[<>@-]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16).padStart(2, "0")}`
  );
  return `${OPENING}${json}${CLOSING}`;
}
function toWritten(marker) {
  if (marker.group === void 0) return marker;
  const { changes, from, ...rest } = marker;
  const values = from && Object.keys(changes).map((id) => from[id] ?? null);
  return { ...rest, packed: pack(changes), ...values === void 0 ? {} : { packedFrom: pack(values) } };
}
function pack(value) {
  return deflateRawSync(JSON.stringify(value), { level: 9 }).toString("base64");
}
function unpack(packed) {
  const json = inflateRawSync(Buffer.from(String(packed), "base64"), { maxOutputLength: 4e6 });
  return JSON.parse(json.toString("utf8"));
}
function parseMarker(body) {
  const last = [...body.matchAll(PATTERN)].at(-1);
  if (!last) return null;
  try {
    const value = fromWritten(JSON.parse(last[1]));
    return isMarker(value) ? value : null;
  } catch {
    return null;
  }
}
function fromWritten(value) {
  if (typeof value !== "object" || value === null || !("packed" in value)) return value;
  const { packed, packedFrom, ...rest } = value;
  const changes = unpack(packed);
  if (packedFrom === void 0 || typeof changes !== "object" || changes === null)
    return { ...rest, changes };
  const values = unpack(packedFrom);
  if (!Array.isArray(values)) return null;
  return {
    ...rest,
    changes,
    from: Object.fromEntries(Object.keys(changes).map((id, at) => [id, values[at]]))
  };
}
function isMarker(value) {
  if (typeof value !== "object" || value === null) return false;
  const marker = value;
  const isOptional = (name) => marker[name] === void 0 || typeof marker[name] === "string";
  const isNamed = ["namespace", "cluster"].every(
    (name) => typeof marker["group"] === "string" ? marker[name] === null : typeof marker[name] === "string"
  );
  return marker["v"] === 1 && isNamed && ["head", "base"].every((name) => typeof marker[name] === "string") && isTextRecord(marker["files"]) && isTextRecord(marker["changes"]) && (marker["from"] === void 0 || isRecordOf(marker["from"], isTextOrNull)) && (marker["upgrades"] === void 0 || isTextRecord(marker["upgrades"])) && ["group", "incident", "closed"].every(isOptional) && (marker["undressed"] === void 0 || marker["undressed"] === true);
}
function isTextRecord(value) {
  return isRecordOf(value, (entry) => typeof entry === "string");
}
function isTextOrNull(value) {
  return value === null || typeof value === "string";
}
function isRecordOf(value, isEntry) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isEntry);
}
function fitsBody(marker) {
  return formatMarker(marker).length <= MAX_MARKER;
}
function withMarker(body, marker) {
  const end = `

${formatMarker(marker)}
`;
  const visible = body.replaceAll(PATTERN, "").trimEnd();
  if (visible.length + end.length <= MAX_BODY) return visible + end;
  const room = MAX_BODY - end.length - CUT.length - 40;
  if (room < 0)
    throw new RangeError(`the marker of ${marker.head} is longer than a pull request's body may be`);
  return cut(visible, room) + end;
}
function cut(text, room) {
  const lineEnd = text.lastIndexOf("\n", room);
  const kept = text.slice(0, lineEnd > 0 ? lineEnd : room).replace(/[\uD800-\uDBFF]$/, "");
  let fence = null;
  for (const line of kept.split("\n")) {
    const mark = /^ {0,3}(?<mark>`{3,}|~{3,})/.exec(line)?.groups?.["mark"];
    if (!mark) continue;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence)) fence = null;
  }
  const open = kept.split("<details").length > kept.split("</details>").length;
  return `${kept}${fence === null ? "" : `
${fence}`}${open ? "\n\n</details>" : ""}

${CUT}`;
}

// src/publish/messages.ts
var CREATE = {
  "none-yet": "There was no pull request for it.",
  unfinished: "An earlier run had left the branch without a pull request.",
  merged: "The last pull request was merged and the rotation is due again.",
  "closed-by-bot": "A bot had closed the last pull request.",
  "closed-by-us": "The last pull request was closed by rotate-pr itself.",
  "closed-long-ago": "A person closed the last pull request, and the rotation has come due since.",
  "asked-by-name": "The last pull request was closed, and the namespace was asked for by name."
};
var UPDATE = {
  "branch-gone": "Its branch was gone.",
  "marker-lost": "Its description no longer said what it rotates.",
  unfinished: "An earlier run had pushed the branch without updating the pull request.",
  "credentials-changed": "The credentials to rotate are others than before.",
  "base-branch-changed": "It was open against another base branch.",
  "base-moved": "A file that it changes has changed on the base branch.",
  "upgrade-asked": "An upgrade of its modules was asked for, or a newer release has come out.",
  incident: "It is taken over for an incident.",
  "date-asked": "Another date was asked for.",
  "date-old": "Its date had become too old."
};
var LEAVE = {
  "foreign-commits": (why) => `Somebody else committed to its branch${why ? ` (${why})` : ""}.`,
  "not-ours": () => "The open pull request of this branch is not one of rotate-pr.",
  "closed-by-person": (until) => `A person closed its pull request${until ? `, which counts until ${until}` : ""}; name the namespace (--namespace) to open it again.`,
  "just-merged": () => "Its pull request was merged just now and the base branch that was read does not have it yet: run again.",
  "selects-less": (count) => `Its open pull request also rotates ${count} credentials that this run did not select: select them too.`
};
var CLOSING2 = {
  "nothing-to-rotate": "There is nothing left to rotate here: the base branch already has it, or it is no longer selected.",
  "rotated-meanwhile": "There is nothing left to rotate here: the base branch has been rotated meanwhile.",
  "in-group": "The pull request of a group rotates all of it, so it is left to that one.",
  "namespace-gone": "The namespace is no longer in the base branch, so there is nothing to rotate.",
  duplicate: "Another pull request of this branch is open; rotate-pr keeps that one.",
  "taken-back": "It was taken back with `rotate-pr close`."
};
var TOLD = {
  "foreign-commits": "Somebody else has committed to this branch, so rotate-pr leaves it as it is, although what is to be rotated has changed since. Merge it, or close it and delete its branch: then the next run makes a new one."
};
function reasonFor(decision, closing = "nothing-to-rotate") {
  switch (decision.do) {
    case "create":
      return CREATE[decision.why];
    case "update":
      return UPDATE[decision.why];
    case "unchanged":
      return "The open pull request already rotates the same credentials.";
    case "left-alone":
      return LEAVE[decision.why](decision.detail);
    case "close":
      return closing === "taken-back" ? "It was taken back." : "There is nothing left to rotate.";
    case "delete-branch":
      return closing === "taken-back" ? "It had no pull request: the branch of an unfinished run was deleted." : "There is nothing left to rotate; the branch of an unfinished run was deleted.";
    case "nothing":
      return "There is nothing to rotate and no pull request is open.";
  }
}
var COMMENT_PREFIX = "<!-- rotate-pr:comment ";
function commentMark(reason) {
  return `${COMMENT_PREFIX}${reason} -->`;
}
function afterMergeMark(page) {
  return `<!-- rotate-pr:after-merge ${page} -->`;
}
function pageMark(page) {
  return `<!-- rotate-pr:page ${page} -->`;
}

export {
  parseMarker,
  fitsBody,
  withMarker,
  CLOSING2 as CLOSING,
  TOLD,
  reasonFor,
  commentMark,
  afterMergeMark,
  pageMark
};
