import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  initText
} from "./chunk-Q4UT6W6C.js";
import "./chunk-CZTMA5MD.js";
import {
  toJson
} from "./chunk-7OZAT5UJ.js";
import {
  reportFailure
} from "./chunk-AOET4JBJ.js";
import {
  processTerminal
} from "./chunk-2KIT5HX6.js";
import {
  CONFIG_FILES,
  openRoot
} from "./chunk-NYGNCS6O.js";
import "./chunk-QWBCUGFF.js";
import "./chunk-XNC3SULY.js";
import "./chunk-E5D2VRLW.js";
import "./chunk-JS56G6V7.js";
import "./chunk-BZDP5KMB.js";
import "./chunk-KKML57SX.js";
import "./chunk-XFZATYQS.js";
import "./chunk-JZ6XBEDV.js";
import "./chunk-2VDNCQM2.js";
import "./chunk-2VAMA6IS.js";
import "./chunk-7CRAZKEU.js";
import "./chunk-CLNRZC4U.js";
import "./chunk-4M4F2YVT.js";
import "./chunk-G4AB7EGA.js";
import {
  readFlags,
  readVersion
} from "./chunk-VR4ZXF2Q.js";
import {
  DEFAULT_SETTINGS
} from "./chunk-L6VYHJNY.js";
import "./chunk-F4Z5UIRW.js";
import "./chunk-I7ALLENZ.js";
import "./chunk-JBHNNT7X.js";
import "./chunk-BEZD3S22.js";
import "./chunk-Y65K6MQG.js";
import "./chunk-SERVURPW.js";
import {
  DEFAULT_MAX_AGE_DAYS
} from "./chunk-JFE6TSOK.js";
import "./chunk-QW4AHIJS.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import "./chunk-LVIGNXGC.js";

// src/commands/init.ts
import { lstat, mkdir, realpath, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

// src/config/starter.ts
var REPOSITORY = "ministryofjustice/rotate-pr";
var FIRST_LIMIT = 20;
function starterConfig(version) {
  const { stagger, refreshAfterDays } = DEFAULT_SETTINGS;
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${REPOSITORY}/v${version}/dist/rotate-pr.schema.json
#
# Settings of rotate-pr: https://github.com/${REPOSITORY}#configuration
# A line that begins with # and a key is not in force: take the # away. What it says is the default, or an example.
# \`rotate-pr config\` says what is in force, and where it comes from.

# Days after which a rotation is due: one number, or a map of numbers by kind.
#maxAge:
#  default: ${DEFAULT_MAX_AGE_DAYS}
#  serviceaccount: ${DEFAULT_MAX_AGE_DAYS}
#  rds: ${DEFAULT_MAX_AGE_DAYS}
#  elasticache: ${DEFAULT_MAX_AGE_DAYS}
#  hmpps-template: ${DEFAULT_MAX_AGE_DAYS}

# Other ages for some; of the entries that match a credential the last counts.
# match takes namespace, cluster, team, kind, production, module and credential (an id); all that it names must hold.
#overrides:
#  - match: { production: true, kind: [rds, elasticache] }
#    maxAge: 30
#  - match: { namespace: 'my-service-*' }
#    maxAge: 180

# Never rotated, and listed as exempt.
#exclude:
#  - match: { namespace: my-sandbox-dev }
#    reason: Is taken down at the end of the year

# Not rotated before a day, and listed as held until then.
#snooze:
#  - match: { team: my-team, kind: rds }
#    until: 2027-01-04
#    reason: Major upgrade of the database under way

# Only these clusters.
#clusters: [live]

# When pull requests are opened, in London time; default always. A window may go over midnight. The time at which the
# workflow runs has to fall into one: outside, all that is new waits.
#windows:
#  - days: [mon, tue, wed, thu]
#    from: '03:00'
#    to: '16:00'

# Days on which no pull request is opened, the first and the last included.
#freezes:
#  - from: 2026-12-18
#    to: 2027-01-03
#    reason: Change freeze over Christmas

# How many pull requests: of one run, open at one time, in an hour. Without the key there is no limit.
limit: ${FIRST_LIMIT}
#maxOpen: 50
#hourlyLimit: 60

# The namespaces of an application one after the other, production last.
#stagger:
#  enabled: ${stagger.enabled}
#  holdProductionDays: ${stagger.holdProductionDays}
#  notOneApplication: [${stagger.notOneApplication.join(", ")}]

# Days after which the date in an open pull request is renewed.
#refreshAfter: ${refreshAfterDays}

# The pull requests themselves.
#title: 'Rotate {count} credentials of {namespace}'
#labels: [dependencies]
#reviewers: [a-login]
#teamReviewers: [a-team]
#requestReview: ${DEFAULT_SETTINGS.requestReview}
#assignees: []
#draft: ${DEFAULT_SETTINGS.draft}
#autoMerge: squash

# The commits.
#sign: ${DEFAULT_SETTINGS.sign}
#author: 'rotate-pr <rotate-pr@users.noreply.github.com>'

# Branch to read and to open against; default the remote's default branch.
#base: main
`;
}
function starterWorkflow(version, root) {
  return `# Rotates the credentials that are due, every night: https://github.com/${REPOSITORY}
name: rotate-pr

on:
  schedule:
    - cron: '17 3 * * *' # UTC
  workflow_dispatch:
    inputs:
      command:
        description: plan only shows what open would do
        type: choice
        options: [plan, open]
        default: plan
      namespace:
        description: Only the namespaces of this name or glob; empty for all
        type: string
        default: ''

# One run at a time: the next waits.
concurrency:
  group: rotate-pr

# Of the workflow's own token. Pull requests are opened with the secret ROTATE_PR_TOKEN: its owner needs the permissions
# contents: write and pull-requests: write here, and the checks of a pull request run without an approval.
permissions:
  contents: read

jobs:
  rotate:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 1
          persist-credentials: false
      - uses: ${REPOSITORY}@v${version}
        with:
          command: \${{ inputs.command || 'open' }}
          due: true
          namespace: \${{ inputs.namespace }}
${root === "" ? "" : `          root: ${JSON.stringify(root)}
`}          token: \${{ secrets.ROTATE_PR_TOKEN }}
`;
}

// src/commands/init.ts
var WORKFLOW_FILES = [".github/workflows/rotate-pr.yml", ".github/workflows/rotate-pr.yaml"];
async function init(options) {
  const found = openRoot(options);
  if (!found.ok) return found;
  const { root, top, prefix } = found.value;
  const starters = [
    { folder: top ?? root, names: WORKFLOW_FILES, text: starterWorkflow(options.version, prefix) },
    { folder: root, names: CONFIG_FILES, text: starterConfig(options.version) }
  ];
  const files = [];
  for (const starter of starters) {
    const written = await writeStarter(starter);
    if (!written.ok) return written;
    const path = starter.folder === root && prefix !== "" ? `${prefix}/${written.value.path}` : written.value.path;
    files.push({ ...written.value, path });
  }
  return ok({ schemaVersion: 1, files, problems: [] });
}
async function writeStarter({ folder, names, text }) {
  for (const name of names) {
    if (await isThere(join(folder, name))) return ok(leftAlone(name));
  }
  const [path] = names;
  try {
    const parent = await folderInside(folder, dirname(path));
    if (parent === null)
      return fail("not-written", `${dirname(path)} leads out of ${folder}: ${path} was not written.`);
    await writeFile(join(folder, path), text, { flag: "wx" });
    return ok({ path, outcome: "written", reason: null });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (code === "EEXIST" && await isThere(join(folder, path))) return ok(leftAlone(path));
    return fail("not-written", `${path} cannot be written in ${folder} (${code}).`);
  }
}
function leftAlone(path) {
  return { path, outcome: "left-alone", reason: "it is there already" };
}
async function isThere(path) {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}
async function folderInside(top, path) {
  const real = await realpath(top);
  let at = real;
  for (const part of path.split("/")) {
    at = join(at, part);
    if (!await isThere(at)) await mkdir(at);
    const led = await realpath(at);
    if (!led.startsWith(real.endsWith(sep) ? real : real + sep)) return null;
  }
  return at;
}

// src/cli/verbs/init.ts
async function runInit(flags) {
  const terminal = processTerminal(flags.color);
  const version = readVersion();
  const options = readFlags(
    { ...flags, format: "text", verbose: false, includeHeld: false },
    { cwd: process.cwd(), env: process.env, now: /* @__PURE__ */ new Date(), version }
  );
  if (!options.ok) return reportFailure(options.error, terminal);
  const result = await init({ ...options.value, version });
  if (!result.ok) return reportFailure(result.error, terminal);
  if (flags.format === "json") terminal.out(toJson(result.value));
  else if (!flags.quiet) terminal.out(initText(result.value));
  return 0;
}
export {
  runInit
};
