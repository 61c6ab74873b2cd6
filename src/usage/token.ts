import { findAttribute, findBlocks } from '../hcl/values.ts';
import type { ArgumentText, ServiceAccount } from '../kinds/kind.ts';
import type { ResolvedText, TokenTargets } from '../results/runbook.ts';
import type { FoundModule } from '../rotation/modules.ts';
import type { SourceFile } from '../rotation/source-file.ts';
import { plain, resolveText, resolveTexts, type Values } from './values.ts';

const CIRCLECI = /circle[-_]?ci/i;

/**
 * Where a service account's token goes: into a Secret named after account and date, and to the repositories and
 * environments of GitHub that are named.
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
  if (kind.serviceAccount === null) return null;
  const { account: accountText, missingDate, push, maybeCircleCi } = kind.serviceAccount;
  const text = ({ argument, missing, suffix }: ArgumentText): ResolvedText => {
    const attribute = findAttribute(block.body, argument);
    const value =
      attribute === null
        ? { text: missing ?? argument, computed: missing === null }
        : resolveText({ file, range: attribute.expression }, values);
    return { ...value, text: value.text + suffix };
  };
  const targets = ({ argument, isList }: ServiceAccount['push']['repositories']): readonly ResolvedText[] => {
    if (!isList) return [text({ argument, missing: null, suffix: '' })];
    const attribute = findAttribute(block.body, argument);
    return attribute === null ? [] : resolveTexts({ file, range: attribute.expression }, values);
  };
  const account = text(accountText);
  const dateThen = date ?? (module.date === null ? missingDate : null);
  const fileName = file.path.slice(file.path.lastIndexOf('/'));
  return {
    account,
    secret: dateThen === null ? unknownSecret(account) : secretName(account, dateThen),
    repositories: targets(push.repositories),
    environments: targets(push.environments),
    githubSecret: typeof push.secret === 'string' ? plain(push.secret) : text(push.secret),
    owner: gitHubOwner(values),
    circleCi: maybeCircleCi && [fileName, name, account.text].some((each) => CIRCLECI.test(each)),
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
