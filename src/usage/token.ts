import { findAttribute, findBlocks } from '../hcl/values.ts';
import type { ResolvedText, TokenTargets } from '../results/runbook.ts';
import type { FoundModule } from '../rotation/modules.ts';
import type { SourceFile } from '../rotation/source-file.ts';
import { plain, resolveText, resolveTexts, type Values } from './values.ts';

/** Defaults of the serviceaccount module (its variables.tf). */
const DEFAULT_NAME = 'cd-serviceaccount';
const DEFAULT_DATE = 'dd-mm-yyyy';
const DEFAULT_GITHUB_SECRET = 'KUBE_TOKEN';

const CIRCLECI = /circle[-_]?ci/i;

/**
 * Where a service account's token goes, by the modules' own main.tf: into a Secret named after account and date, and to
 * the repositories and environments of GitHub that are named.
 *
 * @param date the value of the date in force, null when the text does not tell it or there is none
 * @returns null for a module that makes no service account
 */
export function findToken(
  file: SourceFile,
  module: FoundModule,
  date: string | null,
  values: Values,
): TokenTargets | null {
  const { block, kind, name } = module;
  const text = (argument: string, missing: ResolvedText): ResolvedText => {
    const attribute = findAttribute(block.body, argument);
    return attribute === null ? missing : resolveText({ file, range: attribute.expression }, values);
  };
  const list = (argument: string): ResolvedText[] => {
    const attribute = findAttribute(block.body, argument);
    return attribute === null ? [] : resolveTexts({ file, range: attribute.expression }, values);
  };
  const isComputed = date === null && module.date !== null;
  const fileName = file.path.slice(file.path.lastIndexOf('/'));
  const owner = gitHubOwner(values);
  if (kind.name === 'serviceaccount') {
    const account = text('serviceaccount_name', plain(DEFAULT_NAME));
    return {
      account,
      secret: isComputed ? unknownSecret(account) : secretName(account, date ?? DEFAULT_DATE),
      repositories: list('github_repositories'),
      environments: list('github_environments'),
      githubSecret: text('github_actions_secret_kube_token', plain(DEFAULT_GITHUB_SECRET)),
      owner,
      circleCi: [fileName, name, account.text].some((text) => CIRCLECI.test(text)),
    };
  }
  if (kind.name !== 'hmpps-template') return null;
  const missing: ResolvedText = { text: 'application', computed: true };
  const application = text('application', missing);
  const account = { text: `${application.text}-github-actions-sa`, computed: application.computed };
  return {
    account,
    secret: date === null ? unknownSecret(account) : secretName(account, date),
    repositories: [text('github_repo', { text: 'github_repo', computed: true })],
    environments: [text('environment', { text: 'environment', computed: true })],
    githubSecret: plain(DEFAULT_GITHUB_SECRET),
    owner,
    circleCi: false,
  };
}

function secretName(account: ResolvedText, date: string): ResolvedText {
  return { text: `${account.text}-token-${date}`, computed: account.computed };
}

function unknownSecret(account: ResolvedText): ResolvedText {
  return { text: `${account.text}-token-…`, computed: true };
}

/** Whose repositories the folder's GitHub provider writes to; null when the text does not tell. */
function gitHubOwner(values: Values): string | null {
  for (const file of values.files) {
    for (const block of findBlocks(file.scan.body, 'provider', 'github')) {
      const owner = findAttribute(block.body, 'owner');
      if (owner === null || findAttribute(block.body, 'alias') !== null) continue;
      const { text, computed } = resolveText({ file, range: owner.expression }, values);
      if (!computed) return text;
    }
  }
  return null;
}
