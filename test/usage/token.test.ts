import { describe, expect, it } from 'vitest';
import { account, consequences, RDS, template } from '../rotation/folder.ts';

const told = (text: string) => ({ text, computed: false });
const DATED = 'serviceaccount_token_rotated_date = "01-02-2026"';

function token(files: string | Readonly<Record<string, string>>, date: string | null = '23-11-2026') {
  const found = consequences(files, date).token;
  if (found === null) throw new Error('no service account');
  return found;
}

describe('a service account’s token', () => {
  it('is in a Secret that is named after account and date', () => {
    expect(token(account(DATED)).secret).toEqual(told('cd-serviceaccount-token-23-11-2026'));
    expect(token(account(`${DATED}\nserviceaccount_name = "ci-\${var.namespace}"`)).secret).toEqual(
      told('ci-orchard-dev-token-23-11-2026'),
    );
    expect(token(account(''), null).secret).toEqual(told('cd-serviceaccount-token-dd-mm-yyyy'));
  });

  it('is in a Secret whose name is not told where the date is not', () => {
    const computed = account(`serviceaccount_token_rotated_date = "\${time_rotating.weekly.unix}"`);

    expect(token(computed, null).secret.computed).toBe(true);
    expect(token(account(`${DATED}\nserviceaccount_name = each.key`)).secret.computed).toBe(true);
  });

  it.each([
    ['none', '', []],
    ['an empty list', 'github_repositories = []', []],
    ['null', 'github_repositories = null', []],
    ['names', 'github_repositories = ["a", "b"]', [told('a'), told('b')]],
    ['a name in a variable', 'github_repositories = [var.repo]', [told('pear-api')]],
    ['a variable', 'github_repositories = var.repos', [told('c'), told('d')]],
    ['a local that is a set', 'github_repositories = local.repos', [told('e'), told('pear-api')]],
    ['what is computed', 'github_repositories = keys(local.x)', [{ text: 'keys(local.x)', computed: true }]],
    [
      'what is computed among others',
      'github_repositories = ["a", each.key]',
      [told('a'), { text: 'each.key', computed: true }],
    ],
  ])('goes to repositories: %s', (_, lines, repositories) => {
    const names =
      'variable "repo" {\n  default = "pear-api"\n}\nvariable "repos" {\n  default = ["c", "d"]\n}\nlocals {\n  repos = toset(concat(["e"], [var.repo]))\n}\n';

    expect(token(account(lines) + names).repositories).toEqual(repositories);
  });

  it('goes to environments, under a name, of an owner', () => {
    const lines =
      'github_repositories = ["a"]\ngithub_environments = ["dev", var.namespace]\ngithub_actions_secret_kube_token = "TOKEN_DEV"';
    const provider =
      'provider "github" {\n  alias = "other"\n  owner = "somebody"\n}\nprovider "github" {\n  owner = var.github_owner\n}\nvariable "github_owner" {\n  default = "pears"\n}\n';

    expect(token(account(lines) + provider)).toMatchObject({
      environments: [told('dev'), told('orchard-dev')],
      githubSecret: told('TOKEN_DEV'),
      owner: 'pears',
    });
    expect(token(account(lines))).toMatchObject({ githubSecret: told('TOKEN_DEV'), owner: null });
  });

  it.each([
    ['the file', { 'serviceaccount-circleci.tf': account('') }, true],
    ['the module', account('', 'circle_ci'), true],
    ['the account', account('serviceaccount_name = "circleci"'), true],
    ['nothing', account(''), false],
    ['only another module', account('') + RDS.replace('"rds"', '"circleci"'), false],
  ])('is for CircleCI when %s says so', (_, files, circleCi) => {
    expect(token(files).circleCi).toBe(circleCi);
  });

  it('inside the template goes to its repository and environment', () => {
    const lines = 'application = "pear-api"\ngithub_repo = "pear-api"\nenvironment = var.environment';
    const files = `${template(lines)}variable "environment" {\n  default = "dev"\n}\n`;

    expect(token(files, '2026-11-23')).toMatchObject({
      account: told('pear-api-github-actions-sa'),
      secret: told('pear-api-github-actions-sa-token-2026-11-23'),
      repositories: [told('pear-api')],
      environments: [told('dev')],
    });
    expect(token(files, null).secret.computed).toBe(true);
  });

  it('is no matter of a database', () => {
    expect(consequences(RDS).token).toBeNull();
  });
});
