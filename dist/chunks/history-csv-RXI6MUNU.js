import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  csv
} from "./chunk-MZCYSQLG.js";
import "./chunk-LVIGNXGC.js";

// src/report/history-csv.ts
var FIELDS = [
  "id",
  "cluster",
  "namespace",
  "file",
  "kind",
  "module",
  "team",
  "day",
  "commit",
  "change",
  "from",
  "to",
  "ageDays"
];
function historyCsv({ rotations }) {
  const rows = rotations.map((each) => [...FIELDS.map((name) => each[name]), each.notes.join(" ")]);
  return csv([...FIELDS, "notes"], rows);
}
export {
  historyCsv
};
