import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  selectsCredential
} from "./chunk-NYGNCS6O.js";
import {
  audit
} from "./chunk-BEZD3S22.js";
import {
  kindsOf
} from "./chunk-Y65K6MQG.js";

// src/commands/run/warnings.ts
var ROTATABLE = ["never", "due", "ok"];
function unnamedRemarks({ assessments }, selection) {
  const [isReported, isRotated] = [
    selectsCredential(selection, "report"),
    selectsCredential(selection, "rotate")
  ];
  const left = assessments.filter((each) => ROTATABLE.includes(each.credential.state) && isReported(each) && !isRotated(each)).map(({ credential }) => credential);
  return kindsOf(left).map(
    (kind) => audit.onlyWhenNamed(left.filter((credential) => credential.kind === kind).length, kind)
  );
}
function turnRemarks({ closed, pacing, incident }, staggered, pullRequests) {
  if (incident !== null || pullRequests === 0) return [];
  const remarks = [];
  if (closed !== null) remarks.push(closed);
  const { limit, maxOpen, hourlyLimit } = pacing;
  const limits = [
    limit === null ? [] : [`${limit} a run`],
    maxOpen === null ? [] : [`${maxOpen} open at one time`],
    hourlyLimit === null ? [] : [`${hourlyLimit} an hour`]
  ].flat();
  if (limits.length > 0) remarks.push(`open takes turns: at most ${limits.join(", ")}, the oldest first.`);
  if (staggered && pullRequests > 1)
    remarks.push(
      "open takes turns: never two namespaces of one application on a day, production last; --together lifts it."
    );
  return remarks;
}

export {
  unnamedRemarks,
  turnRemarks
};
