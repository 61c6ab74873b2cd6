import { positionAt } from '../hcl/position.ts';
import type { Attribute, Block } from '../hcl/syntax.ts';
import { findEntries, findTraversals } from '../hcl/traversal.ts';
import { findAttribute, findBlocks } from '../hcl/values.ts';
import type {
  Consequences,
  KubernetesObject,
  ObjectEntry,
  OutputUse,
  ResolvedText,
} from '../results/runbook.ts';
import { type FoundModule, findModules } from '../rotation/modules.ts';
import { buildScope, resolveValue } from '../rotation/references.ts';
import type { Scope } from '../rotation/scope.ts';
import type { SourceFile } from '../rotation/source-file.ts';
import { isConfiguration } from '../rotation/terraform-files.ts';
import {
  type Flow,
  findCarriers,
  type Inflow,
  inflowsOf,
  inflowsOfBlock,
  KUBERNETES_OBJECT,
} from './flow.ts';
import { findToken } from './token.ts';
import { type Expression, plain, resolveText, type Values } from './values.ts';

/** Everything that Terraform reads of a namespace's folder. */
export interface FolderCode {
  readonly namespace: string;
  /** The configuration files and the files of values beside them. */
  readonly files: readonly SourceFile[];
  /** Paths of applied files that could not be read. */
  readonly unread: readonly string[];
}

/** A folder looked through once, for all its credentials. */
export interface FolderUses {
  readonly values: Values;
  /** By module name. */
  readonly uses: ReadonlyMap<string, readonly OutputUse[]>;
  readonly unread: readonly string[];
}

/** Blocks that are no use of a value: those through which it only passes, and those that hold none. */
const PASSED_OVER: readonly string[] = [
  'locals',
  'data',
  'variable',
  'terraform',
  'moved',
  'import',
  'removed',
];

/** What tells a person which thing a resource is, by type; of the providers' documentation the arguments that name it. */
const NAMING: Readonly<Record<string, readonly string[]>> = {
  aws_ssm_parameter: ['name'],
  aws_secretsmanager_secret_version: ['secret_id'],
  aws_dms_endpoint: ['endpoint_id'],
  github_actions_secret: ['repository', 'secret_name'],
  github_actions_environment_secret: ['repository', 'environment', 'secret_name'],
  github_dependabot_secret: ['repository', 'secret_name'],
  circleci_environment_variable: ['project', 'name'],
  circleci_context_environment_variable: ['context_id', 'variable', 'name'],
};

/** Finds every use of every module's outputs in a folder. */
export function findUses({ namespace, files, unread }: FolderCode): FolderUses {
  const code = files.filter(({ path }) => isConfiguration(path));
  const scope = buildScope(
    code,
    files.filter((file) => !code.includes(file)),
  );
  const modules = new Map<string, { file: SourceFile; module: FoundModule }>();
  for (const file of code) {
    for (const module of findModules(file.text, file.scan).modules)
      modules.set(blockName(module), { file, module });
  }
  const secretOutputs = (module: string): readonly string[] =>
    modules.get(module)?.module.kind.secretOutputs ?? [];
  const carries = (module: string, outputs: ReadonlySet<string>): boolean => {
    const secret = secretOutputs(module);
    if (secret.includes('*')) return true;
    return secret.length > 0 && (outputs.has('*') || secret.some((output) => outputs.has(output)));
  };
  const folder: Folder = {
    values: { namespace, files: code, scope, modules },
    flow: {
      scope,
      carriers: findCarriers(code),
      resources: resourcesIn(modules),
      passesOn: carries,
      known: new Map(),
      depth: 0,
    },
    carries,
  };
  const uses = new Map<string, OutputUse[]>();
  for (const file of code) {
    for (const block of file.scan.body) {
      if (block.type !== 'block' || PASSED_OVER.includes(block.keyword)) continue;
      if (isSwitchedOff(file, block, scope)) continue;
      for (const [module, inflow] of inflowsOfBlock(file, block.body, folder.flow)) {
        const use = useOf(file, block, module, inflow, folder);
        const known = uses.get(module);
        if (known === undefined) uses.set(module, [use]);
        else known.push(use);
      }
    }
  }
  return { values: folder.values, uses, unread };
}

function resourcesIn(modules: ReadonlyMap<string, { readonly module: FoundModule }>): ReadonlySet<string> {
  return new Set(
    [...modules].flatMap(([name, { module }]) => (module.kind.about.block === 'resource' ? [name] : [])),
  );
}

/** What expressions call the block that a credential is made by, whichever of its entries it is. */
function blockName({ address }: FoundModule): string {
  return address.slice(1, -1).join('.');
}

/**
 * What a rotation of one credential brings with it.
 *
 * @param date the value of its date, once the rotation is applied; null when it has none or the text does not tell it
 */
export function consequencesOf(
  { values, uses, unread }: FolderUses,
  file: SourceFile,
  module: FoundModule,
  date: string | null,
): Consequences {
  return {
    uses: uses.get(blockName(module)) ?? [],
    token: findToken(file, module, date, values),
    unread,
  };
}

/** `count = 0`: Terraform makes nothing of the block. */
function isSwitchedOff(file: SourceFile, block: Block, scope: Scope): boolean {
  const count = findAttribute(block.body, 'count');
  return count !== null && resolveValue(file, count.expression, scope) === '0';
}

interface Folder {
  readonly values: Values;
  readonly flow: Flow;
  readonly carries: (module: string, outputs: ReadonlySet<string>) => boolean;
}

function useOf(file: SourceFile, block: Block, module: string, inflow: Inflow, folder: Folder): OutputUse {
  const [first, second] = block.labels;
  const hasType = block.keyword === 'resource';
  const type = hasType ? (first?.text ?? null) : null;
  return {
    block: block.keyword,
    type,
    name: (hasType ? second : first)?.text ?? null,
    file: file.path,
    line: positionAt(file.text, block.start).line,
    outputs: [...inflow.outputs].sort(),
    carriesSecret: folder.carries(module, inflow.outputs),
    via: [...inflow.via].sort(),
    object:
      type !== null && KUBERNETES_OBJECT.test(type) ? objectOf(file, block, type, module, folder) : null,
    naming: namingOf(file, block, type, folder),
  };
}

function namingOf(
  file: SourceFile,
  block: Block,
  type: string | null,
  { values }: Folder,
): OutputUse['naming'] {
  return (NAMING[type ?? ''] ?? []).flatMap((argument) => {
    const attribute = findAttribute(block.body, argument);
    return attribute === null
      ? []
      : [{ argument, value: resolveText({ file, range: attribute.expression }, values) }];
  });
}

function objectOf(
  file: SourceFile,
  block: Block,
  type: string,
  module: string,
  folder: Folder,
): KubernetesObject {
  const [metadata] = findBlocks(block.body, 'metadata');
  const text = (name: string, missing: ResolvedText): ResolvedText => {
    const attribute = metadata === undefined ? null : findAttribute(metadata.body, name);
    return attribute === null ? missing : resolveText({ file, range: attribute.expression }, folder.values);
  };
  // the provider's own default (registry.terraform.io/providers/hashicorp/kubernetes, "metadata")
  const namespace = text('namespace', plain('default'));
  return {
    kind: type.includes('config_map') ? 'ConfigMap' : 'Secret',
    name: text('name', { text: 'generate_name', computed: true }),
    namespace,
    isOwn: namespace.computed ? null : namespace.text === folder.values.namespace,
    entries: entriesOf(file, block, module, folder),
  };
}

/** The keys under which something of the module stands, where the object's data is written out. */
function entriesOf(file: SourceFile, block: Block, module: string, folder: Folder): ObjectEntry[] {
  return ['data', 'binary_data'].flatMap((argument) => {
    const attribute: Attribute | null = findAttribute(block.body, argument);
    const entries = attribute === null ? null : findEntries(file.text, attribute.expression);
    return (entries ?? []).flatMap(({ key, value }): ObjectEntry[] => {
      const expression = { file, range: value };
      const inflow = inflowsOf(expression, folder.flow).get(module);
      if (inflow === undefined) return [];
      const carriesSecret = folder.carries(module, inflow.outputs);
      return [
        { key, outputs: [...inflow.outputs].sort(), carriesSecret, isWhole: isNothingElse(expression) },
      ];
    });
  });
}

/** Whether an expression is one name and nothing around it. */
function isNothingElse({ file: { text }, range }: Expression): boolean {
  const [traversal, more] = findTraversals(text, range);
  if (traversal === undefined || more !== undefined) return false;
  const around = text.slice(range.start, traversal.start) + text.slice(traversal.end, range.end);
  return around.replace(/\s/g, '') === '' || /^"\$\{\s*\}"$/.test(around);
}
