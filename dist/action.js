import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  parseFlags
} from "./chunks/chunk-XWGRPMEX.js";
import {
  COMMANDS
} from "./chunks/chunk-CMW5EXJC.js";
import {
  shownAnnotations
} from "./chunks/chunk-JX3ZP4W7.js";
import {
  sentences
} from "./chunks/chunk-FV62HGML.js";
import {
  readVersion
} from "./chunks/chunk-VR4ZXF2Q.js";
import {
  COMMON_FLAGS,
  REMOTE_FLAGS
} from "./chunks/chunk-L6VYHJNY.js";
import "./chunks/chunk-F4Z5UIRW.js";
import "./chunks/chunk-I7ALLENZ.js";
import "./chunks/chunk-JBHNNT7X.js";
import "./chunks/chunk-KY6GMG72.js";
import "./chunks/chunk-BEZD3S22.js";
import {
  visible
} from "./chunks/chunk-Y65K6MQG.js";
import "./chunks/chunk-SERVURPW.js";
import "./chunks/chunk-JFE6TSOK.js";
import "./chunks/chunk-QW4AHIJS.js";
import {
  fail,
  ok
} from "./chunks/chunk-YRXO237O.js";
import {
  redact
} from "./chunks/chunk-LSW3YM3J.js";
import "./chunks/chunk-LVIGNXGC.js";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os3 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os3.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/action/commands.ts
var ACTION_COMMANDS = [
  {
    name: "open",
    flags: flagsOf("open"),
    own: [],
    run: async (flags, world) => (await import("./chunks/open-546Q4HWG.js")).actOpen(flags, world)
  },
  {
    name: "plan",
    flags: flagsOf("plan"),
    own: [],
    run: async (flags, world) => (await import("./chunks/open-546Q4HWG.js")).actPlan(flags, world)
  },
  {
    name: "audit",
    flags: flagsOf("audit"),
    own: [],
    run: async (flags, world) => (await import("./chunks/audit-UJCLIN74.js")).actAudit(flags, world)
  },
  {
    name: "dashboard",
    flags: flagsOf("dashboard"),
    own: [],
    run: async (flags, world) => (await import("./chunks/dashboard-FB2E6GNM.js")).actDashboard(flags, world)
  },
  {
    name: "after-merge",
    flags: { root: COMMON_FLAGS["root"], remote: REMOTE_FLAGS["remote"] },
    own: ["pull-request"],
    run: async (flags, world, inputs) => (await import("./chunks/after-merge-ZAO7ZKIX.js")).actAfterMerge(flags, world, inputs)
  }
];
function flagsOf(name) {
  return COMMANDS.find((command) => command.name === name)?.flags ?? {};
}

// src/action/inputs.ts
var OWN_INPUTS = ["command", "token", "pull-request"];
var NOT_INPUTS = {
  color: "a log has the colours that GitHub gives it",
  quiet: "what is not to be read is folded in the log",
  since: "a look back is for a person, not for every run: audit --since prints it",
  yes: "nobody is asked in a workflow"
};
function readInputs(env) {
  const given = [...inputNames()].map((name) => [
    name,
    (env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim()
  ]);
  return new Map(given.filter(([, value]) => value !== ""));
}
function inputNames() {
  const flags = COMMANDS.filter(({ name }) => ["open", "plan", "audit", "dashboard"].includes(name));
  const names = flags.flatMap((command) => Object.keys(command.flags));
  return /* @__PURE__ */ new Set([...OWN_INPUTS, ...names.filter((name) => NOT_INPUTS[name] === void 0)]);
}
function toArguments(command, table, inputs) {
  const args = [];
  for (const [name, value] of inputs) {
    if (OWN_INPUTS.some((own) => own === name)) continue;
    const flag = table[name];
    if (flag === void 0) return fail("usage", notOf(command, name));
    if (flag.type === "boolean") {
      const on = readBoolean(value);
      if (on === null)
        return fail("usage", `Input ${name} takes true or false, not ${JSON.stringify(value)}.`);
      if (on || flag.default === void 0) args.push(on ? `--${name}` : `--no-${name}`);
    } else if (flag.array === true) {
      args.push(...splitList(value).map((one) => `--${name}=${one}`));
    } else if (flag.type === "string" && flag.requiresArg !== true && readBoolean(value) !== null) {
      if (readBoolean(value)) args.push(`--${name}`);
    } else args.push(`--${name}=${value}`);
  }
  return ok(args);
}
function readBoolean(value) {
  if (["true", "True", "TRUE"].includes(value)) return true;
  return ["false", "False", "FALSE"].includes(value) ? false : null;
}
function splitList(value) {
  const parts = [""];
  let depth = 0;
  for (const character of value) {
    if ("{[(".includes(character)) depth += 1;
    if ("}])".includes(character)) depth = Math.max(0, depth - 1);
    if (character === "\n" || character === "," && depth === 0) {
      parts.push("");
      depth = character === "\n" ? 0 : depth;
    } else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
function notOf(command, name) {
  const owners = COMMANDS.filter((each) => each.flags[name] !== void 0).map((each) => each.name);
  return `Input ${name} is for the command ${owners.join(" or ")}, and this is ${command}.`;
}
function inInputs(message) {
  const names = inputNames();
  return message.replace(
    /(^|[\s(])--(no-)?([a-z][a-z-]*)/g,
    (whole, before, no, name) => {
      if (!names.has(name)) return whole;
      const word = before === "" ? "Input" : "input";
      return `${before}${word} ${name}${no === void 0 ? "" : ": false"}`;
    }
  );
}

// src/action/runner.ts
var ZERO_WIDTH = "\u200B";
function logLine(line, secrets) {
  info(plain(line, secrets));
}
function plain(text, secrets) {
  return visible(redact(text, secrets)).replace(/^(\s*):(?=:)/, `$1:${ZERO_WIDTH}`).replaceAll("##[", `##${ZERO_WIDTH}[`);
}
async function tell(told, secrets) {
  for (const { name, lines } of told.groups) {
    startGroup(plain(name, secrets));
    for (const line of lines) logLine(line, secrets);
    endGroup();
  }
  const { shown, rest } = shownAnnotations(told.annotations);
  for (const annotation of shown) annotate(annotation, told.prefix, secrets);
  if (rest !== null) notice(rest);
  for (const [name, value] of Object.entries(told.outputs)) setOutput(name, redact(value, secrets));
  if (process.env["GITHUB_STEP_SUMMARY"]) await summary.addRaw(redact(told.summary, secrets)).write();
  logLine(told.end, secrets);
  if (told.failure !== null) setFailed(plain(told.failure, secrets));
}
function annotate({ level, title, message, place }, prefix, secrets) {
  const where = place === null ? {} : {
    file: prefix === "" ? place.file : `${prefix}/${place.file}`,
    startLine: place.line,
    ...place.column === void 0 ? {} : { startColumn: place.column }
  };
  const write = level === "error" ? error : warning;
  write(plain(message, secrets), { title: plain(title, secrets), ...where });
}

// src/action/main.ts
async function act() {
  const inputs = readInputs(process.env);
  const secrets = await takeToken(inputs.get("token"));
  const world = {
    cwd: process.env["GITHUB_WORKSPACE"] || process.cwd(),
    env: process.env,
    now: /* @__PURE__ */ new Date(),
    version: readVersion(),
    say: (line) => logLine(line, secrets)
  };
  try {
    const told = await run(inputs, world);
    if (told.ok) await tell(told.value, secrets);
    else await give(told.error, secrets, world.env);
  } catch (error2) {
    const { explainCrash } = await import("./chunks/crash-R4YW5QKJ.js");
    setFailed(explainCrash(error2, process.env).trimEnd());
  }
}
async function takeToken(token) {
  delete process.env["INPUT_TOKEN"];
  if (token === void 0) return [];
  process.env["GITHUB_TOKEN"] = token;
  const { secretForms } = await import("./chunks/redact-YT3BSYBS.js");
  const forms = secretForms(token);
  for (const form of forms) setSecret(form);
  return forms;
}
async function run(inputs, world) {
  const name = inputs.get("command") ?? ACTION_COMMANDS[0]?.name ?? "";
  const command = ACTION_COMMANDS.find((one) => one.name === name);
  if (command === void 0) {
    const known = ACTION_COMMANDS.map((one) => one.name);
    return fail("usage", sentences.unknownCommand(name, known));
  }
  for (const own of OWN_INPUTS) {
    if (own === "command" || own === "token" || !inputs.has(own) || command.own.includes(own)) continue;
    const owner = ACTION_COMMANDS.find((one) => one.own.includes(own))?.name ?? "";
    return fail("usage", sentences.notOfCommand(own, name, owner));
  }
  if (inputs.has("format") && !inputs.has("output")) return fail("usage", sentences.formatWithoutOutput);
  const args = toArguments(name, command.flags, inputs);
  if (!args.ok) return args;
  const flags = await parseFlags(command.flags, args.value);
  return flags.ok ? command.run(flags.value, world, inputs) : flags;
}
async function give({ code, message }, secrets, env) {
  const { redact: redact2 } = await import("./chunks/redact-YT3BSYBS.js");
  const words = code === "authentication" && !env["GITHUB_TOKEN"] && !env["GH_TOKEN"] ? sentences.missingToken : `${inInputs(message)}${code === "not-an-environments-repository" ? ` ${sentences.notCheckedOut}` : ""}`;
  setFailed(redact2(words, secrets));
}

// src/action.ts
await act();
