/** The two files that `init` writes. */
import { configSettings } from '../settings.ts';

/** Who publishes this program, and what an Action of it is pinned to. */
export interface Published {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly version: string;
  /** The commit of that version. */
  readonly commit: string;
}

/** Pull requests of one run, until somebody says more: a first run that opens hundreds would block the repository. */
const FIRST_LIMIT = 20;

/** Columns of the comments. */
const WIDTH = 118;

/** The config file to begin with: every key of the table of settings behind a `#`, with its default or an example. */
export function starterConfig({ repository, commit }: Published): string {
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${repository}/${commit}/dist/rotate-pr.schema.json
#
# Settings of rotate-pr: https://github.com/${repository}/blob/HEAD/docs/reference.md#configuration
# A line that begins with # and a key is not in force: take the # away. What it says is the default, or an example.
# \`rotate-pr config\` says what is in force, and where it comes from.
# A match takes namespace, cluster, team, kind, production, module and credential (an id); all that it names must hold.

${configSettings().map(starterKey).join('\n')}`;
}

function starterKey({ help, config: { key, example, help: own = help } }: Entry): string {
  const comment = wrap(`${own}.`, WIDTH)
    .map((line) => `# ${line}\n`)
    .join('');
  if (key === 'limit') return `${comment}limit: ${FIRST_LIMIT}\n`;
  const isBlock = example.startsWith('- ') || example.includes('\n');
  const lines = isBlock
    ? [`${key}:`, ...example.split('\n').map((line) => `  ${line}`)]
    : [`${key}: ${example}`];
  return `${comment}${lines.map((line) => `#${line}\n`).join('')}`;
}

type Entry = ReturnType<typeof configSettings>[number];

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/**
 * The workflow to begin with: what is due, every night, and by hand.
 *
 * @param root of the environments repository below the git top level, `/` between its parts; empty when it is the top
 */
export function starterWorkflow({ repository, version, commit }: Published, root: string): string {
  return `# Rotates the credentials that are due, every night: https://github.com/${repository}
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

# GitHub keeps one waiting run of a group, and a newer one takes its place: so the nights have a group, in which the next
# run does the work of the one that it replaces, and each run by hand has its own.
concurrency:
  group: rotate-pr-\${{ github.event_name == 'schedule' && 'nightly' || github.run_id }}

# Of the workflow's own token, which only checks out.
permissions:
  contents: read

jobs:
  rotate:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    # Make this environment under Settings > Environments, let only the default branch use it, and put ROTATE_PR_TOKEN
    # there: a secret of the repository is there for everybody who may push a workflow to any branch. The token's owner
    # needs Contents: write and Pull requests: write, and the checks of its pull requests run without an approval.
    environment: rotate-pr
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          fetch-depth: 1
          persist-credentials: false
      - uses: ${repository}@${commit} # v${version}
        with:
          command: \${{ inputs.command || 'open' }}
          due: true
          namespace: \${{ inputs.namespace }}
${root === '' ? '' : `          root: ${JSON.stringify(root)}\n`}          token: \${{ secrets.ROTATE_PR_TOKEN }}
`;
}
