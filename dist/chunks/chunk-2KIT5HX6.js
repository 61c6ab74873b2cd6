import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/cli/terminal.ts
function processTerminal(color) {
  const interactive = isWatched();
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    width: columns(),
    isTerminal: process.stdout.isTTY === true,
    color: color ?? wantsColor(process.stdout),
    interactive,
    errColor: color ?? wantsColor(process.stderr),
    errWidth: () => process.stderr.columns || 80,
    canAsk: interactive && process.stdin.isTTY === true
  };
}
function isWatched() {
  const { CI, TERM } = process.env;
  return process.stderr.isTTY === true && TERM !== "dumb" && (CI === void 0 || CI === "" || CI === "false");
}
function wantsColor(stream) {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== void 0 && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && TERM !== "dumb";
}
function columns() {
  if (process.stdout.columns) return process.stdout.columns;
  const given = Number(process.env.COLUMNS);
  return Number.isInteger(given) && given >= 40 ? given : 80;
}

export {
  processTerminal
};
