/** The two files that `init` writes. */
import { DEFAULT_MAX_AGE_DAYS } from './config.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const REPOSITORY = 'ministryofjustice/rotate-pr';

/** Pull requests of one run, until somebody says more: a first run that opens hundreds would block the repository. */
const FIRST_LIMIT = 20;

/**
 * The config file to begin with: every key with its default or an example behind a `#`.
 *
 * @param version of this program, whose schema an editor is to use
 */
export function starterConfig(version: string): string {
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
#  notOneApplication: [${stagger.notOneApplication.join(', ')}]

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

/**
 * The workflow to begin with: what is due, every night, and by hand.
 *
 * @param version of this program
 * @param root of the environments repository below the git top level, `/` between its parts; empty when it is the top
 */
export function starterWorkflow(version: string, root: string): string {
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
${root === '' ? '' : `          root: ${JSON.stringify(root)}\n`}          token: \${{ secrets.ROTATE_PR_TOKEN }}
`;
}
