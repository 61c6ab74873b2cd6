import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  processTerminal
} from "./chunk-2KIT5HX6.js";
import {
  pad,
  stringWidth,
  truncate
} from "./chunk-XFZATYQS.js";
import {
  pickedArguments,
  readFlags,
  readVersion
} from "./chunk-VR4ZXF2Q.js";
import {
  digits,
  dueWords,
  isDue,
  namespaceName,
  visible
} from "./chunk-Y65K6MQG.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";

// src/cli/output.ts
import { lstatSync } from "node:fs";
import { dirname, resolve } from "node:path";
var FILE_WIDTH = 100;
function findOutput(path, color, terminal) {
  if (path === void 0) {
    const write = async (text) => {
      terminal.out(text);
      return ok(null);
    };
    return ok({ terminal, write });
  }
  const file = resolve(path);
  const obstacle = findObstacle(path, file);
  if (obstacle !== null) return fail("bad-output", obstacle);
  return ok({
    terminal: { ...terminal, width: FILE_WIDTH, color: color ?? false },
    write: (text, say) => writeFile(path, file, text, say)
  });
}
function findObstacle(path, file) {
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there?.isFile()) return null;
  if (there !== void 0) {
    return `--output ${path} is there already and is no regular file: name another one.`;
  }
  const folder = dirname(file);
  if (lstatSync(folder, { throwIfNoEntry: false }) !== void 0) return null;
  return `--output ${path}: there is no folder ${folder}. Make it first.`;
}
async function writeFile(path, file, text, say) {
  const { default: writeFileAtomic } = await import("./lib-VAZZE3BP.js");
  const obstacle = findObstacle(path, file);
  if (obstacle !== null) return fail("bad-output", obstacle);
  try {
    await writeFileAtomic(file, text, { encoding: "utf8" });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return fail("not-written", `--output ${path} cannot be written (${reason}).`);
  }
  say(`Written to ${path}.`);
  return ok(null);
}

// src/cli/logger.ts
var CLEAR_LINE = "\r\x1B[2K";
var REDRAW_MS = 80;
var LOG_AFTER_MS = 1e3;
var LOG_AGAIN_MS = 6e4;
function speaker(options) {
  if (options.quiet) return { say: Object.assign(() => {
  }, { progress: () => {
  } }), end: () => {
  } };
  return options.interactive ? onTerminal(options) : inLog(options);
}
function onTerminal({ write, width, clock }) {
  let phase = null;
  let drawnAt = 0;
  const end = () => {
    if (phase !== null) write(CLEAR_LINE);
    phase = null;
  };
  const progress = (told) => {
    const now = clock();
    const isLast = told.done === told.total;
    if (told.phase === phase && !isLast && now - drawnAt < REDRAW_MS) return;
    write(CLEAR_LINE + truncate(inFull(told), Math.max(10, width() - 1)));
    phase = told.phase;
    drawnAt = now;
  };
  const line = (text) => {
    end();
    write(`${text}
`);
  };
  return { say: Object.assign(line, { progress }), end };
}
function inLog({ write, verbose, clock, after }) {
  let phase = null;
  let nextAt = 0;
  let callOff = () => {
  };
  const line = (text) => write(`${text}
`);
  const enter = (told) => {
    callOff();
    phase = told.phase;
    nextAt = clock() + LOG_AFTER_MS;
    const begin = () => {
      nextAt = clock() + LOG_AGAIN_MS;
      line(inFull(told));
    };
    if (verbose) begin();
    else callOff = after(LOG_AFTER_MS, begin);
  };
  const progress = (told) => {
    const isNew = told.phase !== phase;
    if (isNew) enter(told);
    const isWorthALine = verbose && !isNew && (told.note !== void 0 || told.done === told.total);
    if (!isWorthALine && clock() < nextAt) return;
    callOff();
    nextAt = clock() + LOG_AGAIN_MS;
    line(inFull(told));
  };
  return { say: Object.assign(line, { progress }), end: () => callOff() };
}
function inFull({ phase, done, total, note }) {
  const numbers = total === 0 ? "" : `: ${digits(done)} of ${digits(total)}`;
  return phase + numbers + (note === void 0 ? "" : `, ${visible(note)}`);
}

// src/cli/prompts.ts
import { Writable } from "node:stream";
var ROWS = 12;
var TICKED_UP_TO = ROWS;
var BEFORE_ROW = 8;
var TEXT = {
  pick: (due, all) => `Rotate which namespaces? ${digits(due)} of ${digits(all)} are due. Ctrl-A: all that match`,
  search: "a part of a name, or a kind"
};
function askPerson({ terminal, begin, yes, onPicked }) {
  return {
    async namespaces(choices) {
      begin();
      const picked = await pick(choices, terminal);
      if (picked !== null) onPicked(picked);
      return picked;
    },
    async confirm(preview, question) {
      if (yes) return true;
      begin();
      return confirm(preview, question, terminal);
    }
  };
}
async function pick(choices, terminal) {
  const sorted = dueFirst(choices);
  const due = sorted.filter(hasDue).length;
  const rows = rowsOf(sorted, terminal.errWidth() - BEFORE_ROW);
  const options = rows.map((label, value) => ({ value, label }));
  const answer = await prompting(terminal, ({ autocompleteMultiselect }, streams) => {
    let listens = false;
    return autocompleteMultiselect({
      ...streams,
      message: TEXT.pick(due, sorted.length),
      placeholder: TEXT.search,
      maxItems: ROWS,
      // the cursor stands on the last of them, which is to be the first row
      initialValues: due <= TICKED_UP_TO ? options.slice(0, due).map(({ value }) => value).toReversed() : [],
      required: true,
      filter: (search, { value }) => matches(search, rows[value]),
      options() {
        if (!listens) {
          listens = true;
          this.on("key", (_, key) => {
            if (key.ctrl === true && key.name === "a") tickMatching(this);
          });
        }
        return options;
      }
    });
  });
  return answer === null ? null : answer.toSorted((a, b) => a - b).map((index) => sorted[index]);
}
function tickMatching(prompt) {
  const matching = prompt.filteredOptions.map(({ value }) => value);
  const ticked = new Set(prompt.selectedValues);
  const all = matching.every((value) => ticked.has(value));
  for (const value of matching) {
    if (all) ticked.delete(value);
    else ticked.add(value);
  }
  prompt.selectedValues = [...ticked];
}
async function confirm(preview, question, terminal) {
  const { previewText } = await import("./preview-Q5JURSKG.js");
  terminal.err(`
${previewText(preview, { width: terminal.errWidth(), color: terminal.errColor })}
`);
  return prompting(
    terminal,
    (clack, streams) => clack.confirm({ ...streams, message: question, initialValue: false })
  );
}
var ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"];
async function prompting(terminal, ask) {
  const clack = await import("./dist-4PREEVDS.js");
  const { stdin } = process;
  const stop = new AbortController();
  let signal = null;
  const abort = () => stop.abort();
  const onSignal = (received) => {
    signal = received;
    abort();
  };
  const onKey = (_, key) => {
    if (key?.ctrl === true && key.name === "d") abort();
  };
  for (const each of ENDINGS) process.on(each, onSignal);
  stdin.on("keypress", onKey).on("end", abort);
  try {
    const answer = await ask(clack, { input: stdin, output: outputOf(terminal), signal: stop.signal });
    return clack.isCancel(answer) ? null : answer;
  } finally {
    stdin.off("keypress", onKey).off("end", abort);
    for (const each of ENDINGS) process.off(each, onSignal);
    if (signal !== null && signal !== "SIGINT") process.kill(process.pid, signal);
  }
}
function outputOf({ errColor }) {
  const { stderr } = process;
  if (errColor) return stderr;
  const plain = new Writable({
    write(chunk, _, done) {
      stderr.write(withoutColors(chunk.toString("utf8")));
      done();
    }
  });
  return Object.defineProperties(plain, {
    isTTY: { value: true },
    columns: { get: () => stderr.columns },
    rows: { get: () => stderr.rows }
  });
}
function withoutColors(text) {
  return text.replace(/\u001b\[[\d;]*m/g, "");
}
function hasDue({ credentials }) {
  return credentials.some(isDue);
}
function dueFirst(choices) {
  const byName = choices.toSorted((a, b) => namespaceName(a) < namespaceName(b) ? -1 : 1);
  return [...byName.filter(hasDue), ...byName.filter((choice) => !hasDue(choice))];
}
function rowsOf(choices, room) {
  const names = choices.map((choice) => visible(namespaceName(choice)));
  const widest = names.reduce((most, name) => Math.max(most, stringWidth(name)), 0);
  const width = Math.min(widest, Math.max(20, Math.floor(room * 0.6)));
  return choices.map(({ credentials }, index) => {
    const name = pad(truncate(names[index], width), width);
    return truncate(`${name}  ${visible(dueWords(credentials))}`, Math.max(20, room));
  });
}
function matches(search, row) {
  const text = row.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

// src/cli/run-command.ts
async function runDoor(flags, door) {
  const terminal = processTerminal(flags.color);
  const { say, end } = speakerOf(terminal, flags);
  const options = readFlags(flags, {
    cwd: process.cwd(),
    env: process.env,
    now: /* @__PURE__ */ new Date(),
    version: readVersion()
  });
  if (!options.ok) return reportFailure(options.error, terminal);
  const output = findOutput(flags.output, flags.color, terminal);
  if (!output.ok) return reportFailure(output.error, terminal);
  let picked = [];
  const onPicked = (choices) => {
    picked = pickedArguments(choices);
  };
  const yes = "yes" in flags && flags.yes === true;
  const ask = terminal.canAsk ? askPerson({ terminal, begin: end, yes, onPicked }) : null;
  const result = await door.run({ ...options.value, ask }, say).finally(end);
  if (!result.ok) return reportFailure(result.error, terminal);
  const text = await door.render[flags.format](result.value, output.value.terminal, picked);
  const written = await output.value.write(text, say);
  return written.ok ? door.exitCode(result.value) : reportFailure(written.error, terminal);
}
function speakerOf(terminal, { quiet, verbose }) {
  return speaker({
    write: terminal.err,
    interactive: terminal.interactive,
    width: terminal.errWidth,
    quiet,
    verbose,
    clock: () => performance.now(),
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds).unref();
      return () => clearTimeout(timer);
    }
  });
}
async function reportFailure({ code, message, problems }, terminal) {
  terminal.err(`rotate-pr: ${message}
`);
  if (code === "cancelled") return 130;
  if (problems === void 0) return 2;
  const { failureText } = await import("./failure-TJ35GMQT.js");
  terminal.err(
    failureText(await withoutTokens(problems), { width: terminal.errWidth(), color: terminal.errColor })
  );
  return 2;
}
async function withoutTokens(problems) {
  const { redact, secretForms } = await import("./redact-YT3BSYBS.js");
  const { GITHUB_TOKEN, GH_TOKEN } = process.env;
  const secrets = [GITHUB_TOKEN, GH_TOKEN].flatMap((token) => token ? secretForms(token) : []);
  return problems.map(({ message, sourceLine, ...place }) => ({
    ...place,
    message: redact(message, secrets),
    ...sourceLine === void 0 ? {} : { sourceLine: redact(sourceLine, secrets) }
  }));
}

export {
  findOutput,
  runDoor,
  reportFailure
};
