import type { Block, Body } from '../hcl/syntax.ts';
import { findEntries, findTraversals, type Traversal } from '../hcl/traversal.ts';
import { findAttribute } from '../hcl/values.ts';
import type { Scope } from '../rotation/scope.ts';
import type { SourceFile } from '../rotation/source-file.ts';
import type { Expression } from './values.ts';

/** What of one module goes into an expression. */
export interface Inflow {
  /** Names of outputs; `*` for the module as a whole. */
  readonly outputs: Set<string>;
  /** The names on the way, `local.database` or `data.kubernetes_secret.token`; none when the output stands there itself. */
  readonly via: Set<string>;
}

/** By the name of the module, or the `type.name` of the resource. */
export type Inflows = ReadonlyMap<string, Inflow>;

/** What the way of an output through a folder depends on. */
export interface Flow {
  readonly scope: Scope;
  /** `data.<type>.<name>`, and `<type>.<name>` of Kubernetes Secrets and ConfigMaps. */
  readonly carriers: ReadonlyMap<string, { readonly file: SourceFile; readonly block: Block }>;
  /** `<type>.<name>` of the resources that are credentials. */
  readonly resources: ReadonlySet<string>;
  /** Whether a data source that reads this output passes on what the output leads to. */
  readonly passesOn: (module: string, outputs: ReadonlySet<string>) => boolean;
  readonly known: Map<string, Inflows>;
  /** How many names the look is inside of. */
  depth: number;
}

export const KUBERNETES_OBJECT = /^kubernetes_(?:secret|config_map)(?:_v1)?(?:_data)?$/;

/** Chains of names longer than this do not occur; the look has to come back from whatever a file holds. */
const MAX_DEPTH = 100;

/** Arguments that make a block wait for another and pass nothing on. */
const ORDER_ONLY: readonly string[] = ['depends_on', 'providers', 'provider'];

/** Collects the blocks through which a value may go on its way. */
export function findCarriers(files: readonly SourceFile[]): Flow['carriers'] {
  const carriers = new Map<string, { file: SourceFile; block: Block }>();
  for (const file of files) {
    for (const block of file.scan.body) {
      if (block.type !== 'block') continue;
      const [type, name] = block.labels;
      if (type === undefined || name === undefined) continue;
      if (block.keyword === 'data') carriers.set(`data.${type.text}.${name.text}`, { file, block });
      else if (block.keyword === 'resource' && KUBERNETES_OBJECT.test(type.text)) {
        carriers.set(`${type.text}.${name.text}`, { file, block });
      }
    }
  }
  return carriers;
}

/** What goes into a whole block, the blocks inside it too. */
export function inflowsOfBlock(file: SourceFile, body: Body, flow: Flow): Inflows {
  const into = new Map<string, Inflow>();
  for (const item of body) {
    if (item.type === 'block') merge(into, inflowsOfBlock(file, item.body, flow), []);
    else if (!ORDER_ONLY.includes(item.name)) {
      merge(into, inflowsOf({ file, range: item.expression }, flow), []);
    }
  }
  return into;
}

/** What goes into an expression, through locals and data sources too. */
export function inflowsOf({ file, range }: Expression, flow: Flow): Inflows {
  const into = new Map<string, Inflow>();
  // most expressions name none of these: spared the walk
  const { resources } = flow;
  if (
    resources.size === 0 &&
    !/\b(?:module|local|data|kubernetes_\w+)\b/.test(file.text.slice(range.start, range.end))
  )
    return into;
  for (const traversal of findTraversals(file.text, range)) {
    const [root = '', name, output] = traversal.parts;
    if (root === 'module' && name !== undefined) {
      merge(into, new Map([[name, { outputs: new Set([output ?? '*']), via: new Set() }]]), []);
    } else if (root === 'local' && name !== undefined) {
      merge(into, throughLocal(traversal, flow), [`local.${name}`]);
    } else if (resources.has(`${root}.${name}`)) {
      const { parts } = traversal;
      const taken = parts.length > 2 ? (parts.at(-1) ?? '*') : '*';
      merge(into, new Map([[`${root}.${name}`, { outputs: new Set([taken]), via: new Set() }]]), []);
    } else {
      const carrier = carrierOf(traversal.parts);
      if (carrier !== null) merge(into, throughCarrier(carrier, flow), [carrier]);
    }
  }
  return into;
}

/** The block that a traversal takes a value from; of Kubernetes objects only what they hold, not what they are called. */
function carrierOf(parts: readonly string[]): string | null {
  const length = parts[0] === 'data' ? 3 : 2;
  const type = parts[length - 2] ?? '';
  const taken = parts[length];
  const isName = KUBERNETES_OBJECT.test(type) && taken !== undefined && !/^(?:binary_)?data$/.test(taken);
  return parts.length < length || isName ? null : parts.slice(0, length).join('.');
}

function throughLocal({ parts }: Traversal, flow: Flow): Inflows {
  const [, name = '', ...keys] = parts;
  const definition = flow.scope.definitions.get(`local.${name}`);
  if (definition?.kind !== 'expression') return new Map();
  return remember(parts.join('.'), flow, () => {
    const { file } = definition;
    let range = definition.expression;
    for (const key of keys) {
      const entry = findEntries(file.text, range)?.find((each) => each.key === key);
      if (entry === undefined) break;
      range = entry.value;
    }
    return inflowsOf({ file, range }, flow);
  });
}

function throughCarrier(name: string, flow: Flow): Inflows {
  const carrier = flow.carriers.get(name);
  if (carrier === undefined) return new Map();
  return remember(name, flow, () => {
    const { file, block } = carrier;
    if (name.startsWith('data.')) {
      const all = inflowsOfBlock(file, block.body, flow);
      return new Map([...all].filter(([module, { outputs }]) => flow.passesOn(module, outputs)));
    }
    const into = new Map<string, Inflow>();
    for (const argument of ['data', 'binary_data']) {
      const attribute = findAttribute(block.body, argument);
      if (attribute !== null) merge(into, inflowsOf({ file, range: attribute.expression }, flow), []);
    }
    return into;
  });
}

/** Each name is looked through once; one that leads back to itself brings nothing more. */
function remember(name: string, flow: Flow, find: () => Inflows): Inflows {
  const { known } = flow;
  const before = known.get(name);
  if (before !== undefined || flow.depth >= MAX_DEPTH) return before ?? new Map();
  known.set(name, new Map());
  flow.depth += 1;
  const found = find();
  flow.depth -= 1;
  known.set(name, found);
  return found;
}

function merge(into: Map<string, Inflow>, from: Inflows, via: readonly string[]): void {
  for (const [module, inflow] of from) {
    const known = into.get(module) ?? { outputs: new Set(), via: new Set() };
    for (const output of inflow.outputs) known.outputs.add(output);
    for (const name of [...via, ...inflow.via]) known.via.add(name);
    into.set(module, known);
  }
}
