import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  AUDIT_FLAGS,
  CLOSE_FLAGS,
  COMMON_FLAGS,
  CONFIG_FLAGS,
  DASHBOARD_FLAGS,
  DEMO_FLAGS,
  INIT_FLAGS,
  OPEN_FLAGS,
  REMOTE_FLAGS,
  REQUEST_FLAGS,
  ROTATION_FLAGS,
  RUNBOOK_FLAGS,
  SHELLS,
  STATUS_FLAGS,
  WRITE_FLAGS
} from "./chunk-L6VYHJNY.js";

// src/cli/commands.ts
var COMMANDS = [
  {
    name: "open",
    describe: "Open or update one pull request for each namespace",
    flags: {
      ...COMMON_FLAGS,
      ...ROTATION_FLAGS,
      ...WRITE_FLAGS,
      ...REMOTE_FLAGS,
      ...REQUEST_FLAGS,
      ...OPEN_FLAGS
    },
    examples: [
      ["open", "pick namespaces on the terminal, see the diff, say yes"],
      ["open -n my-namespace-dev", "one namespace, whatever the age of its credentials"],
      ["open --due --no-production", "everything overdue outside production"],
      ["open --due --limit 20 --max-open 60", "a part of what is overdue, the oldest first"],
      [
        "open --all -k serviceaccount --incident --reason 'Leaked by a build step' --group all",
        "every service account token in one pull request"
      ],
      ["open -n my-namespace-prod -k rds --again", "once more on the same day: the password has leaked"],
      ["open --team my-team --upgrade", "also to the latest version of each module"]
    ],
    run: async (flags) => (await import("./open-AUOBEI2S.js")).runOpen(flags)
  },
  {
    name: "audit",
    describe: "List every credential: when it was rotated, whether it is due, why it cannot be rotated",
    flags: { ...COMMON_FLAGS, ...AUDIT_FLAGS },
    examples: [
      ["audit --due", "what is overdue, and why"],
      ["audit --team my-team", "all that a team has, in order or not"],
      ["audit --base origin/main --fail-on due", "a check: exit with 1 when anything is due there"],
      ["audit --kind rds --format csv", "the databases as a table for a spreadsheet"]
    ],
    run: async (flags) => (await import("./audit-RDDX7B5S.js")).runAudit(flags)
  },
  {
    name: "plan",
    describe: "Show what open would do: the diff and the text of each pull request",
    flags: { ...COMMON_FLAGS, ...ROTATION_FLAGS, ...REMOTE_FLAGS, ...REQUEST_FLAGS },
    examples: [
      ["plan -n my-namespace-dev", "the pull request that would be opened"],
      ["plan --due --quiet", "the diff of everything overdue"],
      ["plan --team my-team --verbose", "each pull request with its text"]
    ],
    run: async (flags) => (await import("./plan-DSQRSEHF.js")).runPlan(flags)
  },
  {
    name: "apply",
    describe: "Change the dates in the files of the working tree",
    flags: { ...COMMON_FLAGS, ...ROTATION_FLAGS, ...WRITE_FLAGS },
    examples: [
      ["apply", "pick namespaces on the terminal, see the diff, say yes"],
      ["apply -n 'my-service-*' --no-production", "several namespaces, to be committed by you"],
      ["apply -n my-namespace-dev -m my_database", "one module"]
    ],
    run: async (flags) => (await import("./apply-KUCX7HZN.js")).runApply(flags)
  },
  {
    name: "status",
    describe: "List the pull requests: which are open and how they stand, what waits, what people closed",
    flags: { ...COMMON_FLAGS, ...STATUS_FLAGS },
    examples: [
      ["status", "all of them, those that need somebody first"],
      ["status --team my-team --format markdown", "a team's, for an issue or a message"]
    ],
    run: async (flags) => (await import("./status-HXASR4JK.js")).runStatus(flags)
  },
  {
    name: "close",
    describe: "Take back what open opened: close the pull requests and delete their branches",
    flags: { ...COMMON_FLAGS, ...CLOSE_FLAGS },
    examples: [
      ["close --all --dry-run", "what would be closed"],
      ["close --team my-team --reason 'Opened by mistake'", "a team's, with a comment that says why"],
      ["close -n my-namespace-dev", "that of one namespace"]
    ],
    run: async (flags) => (await import("./close-JFSQ3RXT.js")).runClose(flags)
  },
  {
    name: "runbook",
    describe: "The steps after the merge, filled in with the names of the selected namespaces",
    flags: { ...COMMON_FLAGS, ...RUNBOOK_FLAGS },
    examples: [
      ["runbook -n my-namespace-dev --format markdown", "the steps, for an issue or a message"],
      ["runbook --team my-team --incident", "after a leak"]
    ],
    run: async (flags) => (await import("./runbook-I7H2RCUL.js")).runRunbook(flags)
  },
  {
    name: "config",
    describe: "Say which settings are in force and where each comes from, and what the rules match",
    flags: CONFIG_FLAGS,
    examples: [
      ["config", "what .github/rotate-pr.yml says, and the defaults for the rest"],
      ["config --base origin/main", "what open goes by: the file as it is on that branch"]
    ],
    run: async (flags) => (await import("./config-UNOFI7Y5.js")).runConfig(flags)
  },
  {
    name: "init",
    describe: "Write a starter workflow and config file; never over existing ones",
    flags: INIT_FLAGS,
    examples: [["init", ".github/workflows/rotate-pr.yml and .github/rotate-pr.yml, and what to do next"]],
    run: async (flags) => (await import("./init-HYMKNO6A.js")).runInit(flags)
  },
  {
    name: "dashboard",
    describe: "Keep an issue up to date that shows what is open and due, with boxes to rotate it",
    flags: { ...DASHBOARD_FLAGS, ...REMOTE_FLAGS, ...OPEN_FLAGS },
    examples: [
      ["dashboard", "write the issue, or bring it up to date"],
      ["dashboard --dry-run --format markdown", "what it would say"],
      ["dashboard --run --label rotation", "open the pull requests whose boxes are ticked"]
    ],
    run: async (flags) => (await import("./dashboard-D5XBWY3G.js")).runDashboard(flags)
  },
  {
    name: "demo",
    describe: "The whole path on a small repository, a git server and a GitHub of its own, on this machine only",
    flags: DEMO_FLAGS,
    examples: [["demo --keep", "and look at the folder afterwards"]],
    run: async (flags) => (await import("./demo-K2OOTPCH.js")).runDemo(flags)
  },
  {
    name: "completion",
    describe: "Print the script that lets a shell complete commands, flags and names",
    flags: {},
    argument: { name: "shell", choices: SHELLS },
    examples: [
      ["completion bash >> ~/.bashrc", "for bash"],
      ["completion zsh > ~/.zfunc/_rotate-pr", "for zsh, with ~/.zfunc in its fpath"],
      ["completion fish > ~/.config/fish/completions/rotate-pr.fish", "for fish"]
    ],
    run: async (flags) => (await import("./completion-P5VEK354.js")).runCompletion(flags)
  }
];
function flagNames({ flags }) {
  const negations = Object.entries(flags).filter(([, { type, default: standard }]) => type === "boolean" && standard === void 0).map(([name]) => `no-${name}`);
  return [...Object.keys(flags), ...negations, "help", "version"];
}

export {
  COMMANDS,
  flagNames
};
