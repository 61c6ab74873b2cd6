import type { Block, Range } from '../hcl/syntax.ts';
import { findAttribute } from '../hcl/values.ts';
import { examineVersion } from '../history/examine.ts';
import type { Finding } from '../kinds/kind.ts';
import type { KindName } from '../kinds/registry.ts';
import { examineModule, type ResolvedExpression } from '../kinds/rules.ts';
import type { Credential, Reason, State } from '../results/results.ts';
import { type Day, daysBetween, meansNever, readDate } from '../util/dates.ts';
import type { FoundModule } from './modules.ts';
import {
  type Computed,
  isEmptyCollection,
  type Literal,
  type ModuleCall,
  resolveExpression,
  resolveString,
  resolveValue,
  type Scope,
} from './references.ts';
import type { SourceFile } from './source-file.ts';
import type { ModuleVersions } from './versions.ts';

/** Where a module block stands, and what is known of its surroundings. */
export interface Place {
  /** The credential's id. */
  readonly id: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly file: SourceFile;
  readonly line: number;
  /** What `var.` and `local.` mean in the folder. */
  readonly scope: Scope;
  /** The module blocks that load the file's folder; none where Terraform is run. */
  readonly calls?: readonly ModuleCall[];
  /** False for a file that Terraform does not load. */
  readonly applied: boolean;
  /** Why the namespace is on hold, null when it is not. */
  readonly hold: string | null;
  /** Why nothing in this file can be edited, null when all is well. */
  readonly unusable: Reason | null;
}

/** A credential as a policy is asked about it. */
export interface PolicySubject {
  readonly id: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly kind: KindName;
  readonly module: string;
}

/** What the repository's own rules say of one credential. */
export interface Policy {
  readonly maxAgeDays: number;
  /** Why it is never rotated, null when it is. */
  readonly excluded: string | null;
  /** Why it is not rotated yet, null when it is. */
  readonly snoozed: string | null;
}

/** What a judgement depends on besides the file. */
export interface Rules {
  /** The day of the run. */
  readonly today: Day;
  /** Where no policy says another. */
  readonly maxAgeDays: number;
  /** Default the same for all: `maxAgeDays`, nothing excluded, nothing put off. */
  readonly policyOf?: ((subject: PolicySubject) => Policy) | undefined;
  readonly versions: ModuleVersions;
  /** What is on hold or put off is judged by its age like any other. */
  readonly includeHeld: boolean;
}

/** A credential as reports show it, with what a rotation of it needs to know. */
export interface Assessment {
  readonly credential: Credential;
  readonly module: FoundModule;
  readonly file: SourceFile;
  readonly date: DateSource;
  /** Of the argument that puts the date in force: `holds` for kinds that need none. */
  readonly companion: 'holds' | 'absent' | 'differs';
  /** What stands in the way of a rotation, the first deciding the state; some flags lift some of it. */
  readonly blockers: readonly Reason[];
  /** By its age alone, whatever else the state says. */
  readonly age: 'ok' | 'due' | 'never';
}

/** Where the date comes from. */
export type DateSource = { readonly found: 'absent' } | Literal | Computed;

/**
 * Says when a credential was rotated, and what may be done with it now.
 *
 * The first that applies decides the state: a file that cannot be edited (`blocked`), `exempt`, `blocked`, `held`, then
 * the age (`never`, `due`, `ok`). The reasons list everything that was found, also what did not decide.
 */
export function judge(module: FoundModule, place: Place, rules: Rules): Assessment {
  const date = findDate(module, place);
  const policy = policyFor(module, place, rules);
  const { maxAgeDays } = policy;
  const age = judgeAge(date, rules.today, maxAgeDays);
  const findings = [
    ...examineFile(place),
    ...examineDate(module, date),
    ...examineVersion(module, rules.versions),
  ];
  findings.push(...examineBlock(module, place), ...examinePolicy(policy));
  const holds = holdsOn(place, policy);
  const held = holds.length > 0 && !rules.includeHeld;
  const credential: Credential = {
    id: place.id,
    cluster: place.cluster,
    namespace: place.namespace,
    file: place.file.path,
    line: place.line,
    kind: module.kind.name,
    module: module.name,
    source: module.source,
    version: module.version,
    latestVersion: rules.versions.latest.get(module.kind.name)?.version ?? null,
    variable: module.kind.argument,
    value: date.found === 'literal' ? date.value : null,
    rotatedOn: age.rotatedOn,
    ageDays: age.rotatedOn === null ? null : daysBetween(age.rotatedOn, rules.today),
    maxAgeDays,
    state: decideState(findings, place, held, age.state),
    reasons: reasonsOf(findings, place, holds, isExempt(findings) ? null : age.reason),
  };
  const blockers = blockersOf(findings, place, held ? holds : []);
  return {
    credential,
    module,
    file: place.file,
    date,
    companion: companionOf(module, place),
    blockers,
    age: age.state,
  };
}

function policyFor(module: FoundModule, { id, cluster, namespace }: Place, rules: Rules): Policy {
  const { maxAgeDays, policyOf } = rules;
  if (policyOf === undefined) return { maxAgeDays, excluded: null, snoozed: null };
  return policyOf({ id, cluster, namespace, kind: module.kind.name, module: module.name });
}

/** Stands behind what the block itself says: whether there is anything to rotate is asked first. */
function examinePolicy({ excluded }: Policy): Finding[] {
  return excluded === null ? [] : [{ effect: 'exempt', code: EXCLUDED, message: excluded }];
}

const EXCLUDED = 'excluded';

/** What says that it is not to be rotated now. */
function holdsOn({ hold }: Place, { snoozed }: Policy): Reason[] {
  return [
    ...(hold === null ? [] : [{ code: 'namespace-held', message: hold }]),
    ...(snoozed === null ? [] : [{ code: 'snoozed', message: snoozed }]),
  ];
}

/** Whether another date would rotate it, wanted or not: of what is exempt, only what was excluded by decision. */
export function isRotatable({ credential, blockers }: Assessment): boolean {
  return credential.state !== 'exempt' || blockers[0]?.code === EXCLUDED;
}

function decideState(findings: readonly Finding[], place: Place, held: boolean, byAge: State): State {
  if (place.unusable !== null) return 'blocked';
  if (isExempt(findings)) return 'exempt';
  if (findings.some((finding) => finding.effect === 'blocked')) return 'blocked';
  return held ? 'held' : byAge;
}

function isExempt(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.effect === 'exempt');
}

function blockersOf(findings: readonly Finding[], place: Place, holds: readonly Reason[]): Reason[] {
  if (place.unusable !== null) return [place.unusable];
  const of = (effect: Finding['effect']): readonly Finding[] =>
    findings.filter((finding) => finding.effect === effect);
  return [...of('exempt'), ...of('blocked'), ...holds].map(({ code, message }) => ({ code, message }));
}

const EFFECT_ORDER: Readonly<Record<Finding['effect'], number>> = { exempt: 0, blocked: 1, warning: 3 };

/** What decided the state comes first, warnings last. */
function reasonsOf(
  findings: readonly Finding[],
  place: Place,
  holds: readonly Reason[],
  age: Reason | null,
): Reason[] {
  // of a file that does not parse, or that Terraform refuses, nothing else is worth saying
  if (place.unusable !== null) return [{ code: place.unusable.code, message: place.unusable.message }];
  const ordered = findings.map(({ effect, code, message }) => ({
    order: EFFECT_ORDER[effect],
    code,
    message,
  }));
  ordered.push(...holds.map((hold) => ({ order: 2, ...hold })));
  if (age !== null) ordered.push({ order: 2.5, ...age });
  return ordered.sort((a, b) => a.order - b.order).map(({ code, message }) => ({ code, message }));
}

function examineFile(place: Place): Finding[] {
  const findings: Finding[] = [];
  if (!place.applied) {
    findings.push({
      effect: 'exempt',
      code: 'not-applied',
      message:
        'the pipeline applies the .tf files directly in resources/, and no module block there loads this folder',
    });
  }
  return findings;
}

function examineBlock({ kind, block }: FoundModule, place: Place): readonly Finding[] {
  const { file, scope } = place;
  const resolve = (expression: Range): ResolvedExpression => resolveExpression(file, expression, scope);
  const findings = examineModule(kind, { text: file.text, block, resolve });
  const none = whyNoInstance(block, place);
  return none === null || isExempt(findings)
    ? findings
    : [{ effect: 'exempt', code: 'no-instance', message: none }, ...findings];
}

/** Why Terraform makes nothing of a block: `count = 0` or an empty `for_each`, its own or that of every caller. */
function whyNoInstance(block: Block, { file, scope, calls }: Place): string | null {
  const own = emptyRepetition(block, file, scope);
  if (own !== null) return `${own}: there is nothing to rotate until it is made`;
  const ofCalls = (calls ?? []).map((call) => emptyRepetition(call.block, call.file, call.scope));
  const [first] = ofCalls;
  if (first === undefined || first === null || ofCalls.includes(null)) return null;
  return `${first} where its folder is loaded: there is nothing to rotate until it is made`;
}

function emptyRepetition(block: Block, file: SourceFile, scope: Scope): string | null {
  const count = findAttribute(block.body, 'count');
  if (count !== null && resolveValue(file, count.expression, scope) === '0') return 'count is 0';
  const forEach = findAttribute(block.body, 'for_each');
  if (forEach !== null && isEmptyCollection(file, forEach.expression, scope)) return 'for_each is empty';
  return null;
}

function companionOf({ kind, block }: FoundModule, { file, scope }: Place): Assessment['companion'] {
  if (kind.companion === null) return 'holds';
  const attribute = findAttribute(block.body, kind.companion.argument);
  if (attribute === null) return 'absent';
  const value = resolveValue(file, attribute.expression, scope);
  return value === kind.companion.value ? 'holds' : 'differs';
}

function findDate(module: FoundModule, { file, scope }: Place): DateSource {
  if (module.date === null) return { found: 'absent' };
  const path = ['module', module.name, module.occurrence, module.kind.argument];
  return resolveString(file, module.date.expression, path, scope);
}

/** `null` is how Terraform writes that an argument is not set. */
export function isUnsetDate(date: DateSource): boolean {
  return (
    date.found === 'absent' || (date.found === 'computed' && date.written === 'null' && date.via.length === 0)
  );
}

/** What stands in the place of the date: the string, or an expression as it is written; null when it is not set. */
export function writtenValue(date: DateSource): string | null {
  if (date.found === 'literal') return date.value;
  return date.found === 'absent' || isUnsetDate(date) ? null : date.written;
}

function examineDate(module: FoundModule, date: DateSource): Finding[] {
  if (isUnsetDate(date) || date.found === 'absent') return [];
  if (date.found === 'literal') {
    const from = date.via[date.via.length - 1];
    if (from === undefined) return [];
    const others =
      date.otherUses.length === 0 ? '' : `; ${from} is also used in ${date.otherUses.join(', ')}`;
    const message = `the date is that of ${from} in ${date.file.path} and is changed there${others}`;
    return [{ effect: 'warning', code: 'date-by-reference', message }];
  }
  if (/\btime_rotating\./.test(date.written)) {
    return [{ effect: 'exempt', code: 'rotates-itself', message: `Terraform rotates it by ${date.written}` }];
  }
  return [{ effect: 'blocked', code: 'not-a-literal', message: `${module.kind.argument}: ${date.message}` }];
}

interface Age {
  readonly rotatedOn: Day | null;
  readonly state: 'ok' | 'due' | 'never';
  readonly reason: Reason | null;
}

function judgeAge(date: DateSource, today: Day, maxAgeDays: number): Age {
  if (isUnsetDate(date) || date.found === 'absent') {
    return {
      rotatedOn: null,
      state: 'never',
      reason: { code: 'never-rotated', message: 'no rotation date is set' },
    };
  }
  if (date.found === 'computed') return { rotatedOn: null, state: 'due', reason: null };
  const { value } = date;
  if (meansNever(value)) {
    const message = `${JSON.stringify(value)} is a placeholder, not a rotation`;
    return { rotatedOn: null, state: 'never', reason: { code: 'placeholder-date', message } };
  }
  const rotatedOn = readDate(value);
  if (rotatedOn === null) {
    const message = `${JSON.stringify(value)} cannot be read as a date`;
    return { rotatedOn, state: 'due', reason: { code: 'unreadable-date', message } };
  }
  const ageDays = daysBetween(rotatedOn, today);
  if (ageDays < 0) {
    const message = `${JSON.stringify(value)} is ${-ageDays} days in the future`;
    return { rotatedOn, state: 'ok', reason: { code: 'future-date', message } };
  }
  if (ageDays > maxAgeDays) {
    const message = `rotated ${ageDays} days ago, ${maxAgeDays} are allowed`;
    return { rotatedOn, state: 'due', reason: { code: 'older-than-max-age', message } };
  }
  return { rotatedOn, state: 'ok', reason: null };
}
