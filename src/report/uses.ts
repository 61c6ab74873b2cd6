import type { OutputUse, Phrase, ResolvedText, RunbookCredential, TokenTargets } from '../results/runbook.ts';
import { say, sayList } from './phrase.ts';

/** What the steps are made of: a credential and who uses it. */
export type UsedCredential = Omit<RunbookCredential, 'steps'>;

/** `rds.tf:12`, from `resources/` on. */
export function place({ file, line }: { readonly file: string; readonly line: number }): string {
  const folder = '/resources/';
  const at = file.indexOf(folder);
  return `${at === -1 ? file : file.slice(at + folder.length)}:${line}`;
}

/** Who receives the rotated value, a line each; nothing where the folder's Terraform names nobody. */
export function whoUses(credential: UsedCredential): readonly Phrase[] {
  const uses = credential.uses.filter(({ carriesSecret }) => carriesSecret);
  return [
    ...uses.map(sayUse),
    ...(credential.token === null ? [] : sayTargets(credential.token, pushedByFolder(credential))),
    ...credential.unread.map((file) => say`not looked into, because it could not be read: ${file}`),
  ];
}

function sayUse(use: OutputUse): Phrase {
  const where = say` (${place(use)})`;
  if (use.object === null) return [...sayThing(use), ...where];
  const { kind, name, namespace, isOwn } = use.object;
  const what = [`${kind} `, ...sayValue(name)];
  const keys = sayKeys(use);
  const held = keys.length === 0 ? [] : [': ', ...keys];
  if (isOwn === true) return [...what, ...held, ...where];
  if (isOwn === null) {
    return [...what, ...say` in a namespace that is computed, ${namespace.text}`, ...held, ...where];
  }
  return [...what, ...say` in another namespace, ${namespace.text}`, ...held, ...where];
}

/** The keys of a Kubernetes object that hold the rotated value. */
export function sayKeys({ object }: OutputUse): Phrase {
  return sayList((object?.entries ?? []).filter(({ carriesSecret }) => carriesSecret).map(({ key }) => key));
}

/** A use that is no Kubernetes object, as a noun. */
export function sayThing(use: OutputUse): Phrase {
  const named = use.naming.map(({ value }) => sayValue(value));
  const address = [use.type ?? use.block, ...(use.name === null ? [] : [use.name])].join('.');
  const [first, second, third] = named;
  switch (use.type) {
    case 'aws_ssm_parameter':
      if (first !== undefined) return say`SSM parameter ${first}`;
      break;
    case 'aws_dms_endpoint':
      if (first !== undefined) return say`DMS endpoint ${first}`;
      break;
    case 'github_actions_secret':
      if (second !== undefined) return say`GitHub secret ${second} of the repository ${first ?? []}`;
      break;
    case 'github_actions_environment_secret':
      if (third !== undefined) {
        return say`GitHub secret ${third} of the repository ${first ?? []}, environment ${second ?? []}`;
      }
      break;
  }
  if (use.block === 'output') return say`output ${use.name ?? ''} of this folder`;
  if (use.block === 'module') return say`module ${use.name ?? ''}, which takes it as an argument`;
  if (use.block === 'provider') return say`provider ${use.name ?? ''}, with which Terraform itself connects`;
  return say`${address}`;
}

/** A name, or the expression that computes it. */
export function sayValue({ text, computed }: ResolvedText): Phrase {
  return computed ? say`${text} (computed)` : say`${text}`;
}

/** GitHub secrets that the folder itself fills, not the module. */
export function pushedByFolder({ uses }: UsedCredential): readonly OutputUse[] {
  return uses.filter(({ carriesSecret, type }) => carriesSecret && type?.startsWith('github_') === true);
}

function sayTargets(token: TokenTargets, pushed: readonly OutputUse[]): readonly Phrase[] {
  if (token.repositories.length > 0)
    return [say`GitHub secret ${token.githubSecret.text} of ${sayGitHub(token)}`];
  if (pushed.length > 0) return [];
  if (token.circleCi) return [say`no GitHub repository; by its name it is for CircleCI`];
  return [say`no GitHub repository`];
}

/** `the repository a, environments b and c`. */
export function sayGitHub({ repositories, environments }: TokenTargets): Phrase {
  const many = repositories.length > 1 ? 'repositories' : 'repository';
  const all: Phrase = [`the ${many} `, ...sayList(repositories.map(sayValue))];
  if (environments.length === 0) return all;
  const manyEnvironments = environments.length > 1 ? 'environments' : 'environment';
  return [...all, `, ${manyEnvironments} `, ...sayList(environments.map(sayValue))];
}
