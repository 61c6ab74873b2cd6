import type { Block, Range } from '../hcl/syntax.ts';
import { findAttribute } from '../hcl/values.ts';
import type { KindName } from '../kinds/registry.ts';
import { examineModule, type ResolvedExpression } from '../kinds/rules.ts';
import type { Credential, State } from '../results/results.ts';
import { type Day, daysBetween, meansNever, readDate } from '../util/dates.ts';
import { examineVersion } from './module-version.ts';
import type { FoundModule } from './modules.ts';
import type { Cause, Effect, FactsOf } from './reasons.ts';
import {
  type Computed,
  isEmptyCollection,
  type Literal,
  type ModuleCall,
  resolveExpression,
  resolveStart,
  resolveString,
  resolveValue,
} from './references.ts';
import type { Scope } from './scope.ts';
import { examineSelfRotation, type IdleOffer, type Restoration } from './self-rotation.ts';
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
  /** A resource to which nothing refers, which may have rotated the credential before its date was set. */
  readonly idle?: IdleOffer | null;
  /** False for a file that Terraform does not load. */
  readonly applied: boolean;
  /** Why the namespace is on hold, null when it is not. */
  readonly hold: FactsOf<'namespace-held'> | null;
  /** Why nothing in this file can be edited, null when all is well. */
  readonly unusable: Cause | null;
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
  readonly excluded: FactsOf<'excluded'> | null;
  /** Why it is not rotated yet, null when it is. */
  readonly snoozed: FactsOf<'snoozed'> | null;
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

/** What is known of a credential, its reasons in words, and what a rotation of it needs to know. */
export interface Assessment {
  readonly credential: Credential;
  readonly module: FoundModule;
  readonly file: SourceFile;
  readonly date: DateSource;
  /** Of the argument that puts the date in force: `holds` for kinds that need none. */
  readonly companion: 'holds' | 'absent' | 'differs';
  /** What would have Terraform rotate it by itself again; null where a date by hand is all there is. */
  readonly restoration: Restoration | null;
  /** What stands in the way of a rotation, the first deciding the state; some flags lift some of it. */
  readonly blockers: readonly Cause[];
  /** By its age alone, whatever else the state says. */
  readonly age: 'ok' | 'due' | 'never';
}

/** The same with reasons that are not in words yet. */
export interface Judgement extends Omit<Assessment, 'credential'> {
  readonly credential: Omit<Credential, 'reasons'>;
  readonly reasons: readonly Cause[];
}

/** Where the date comes from. */
export type DateSource = { readonly found: 'absent' } | Literal | Computed;

/**
 * Says when a credential was rotated, and what may be done with it now.
 *
 * The first that applies decides the state: a file that cannot be edited (`blocked`), `exempt`, `blocked`, `held`, then
 * the age (`never`, `due`, `ok`). The reasons list everything that was found, also what did not decide.
 */
export function judge(module: FoundModule, place: Place, rules: Rules): Judgement {
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
  const companion = companionOf(module, place);
  const inForce = companion === 'holds' && !isExempt(findings);
  const better = examineSelfRotation(module.kind, inForce, place.idle ?? null);
  if (better !== null) findings.push({ effect: 'warning', cause: better.cause });
  const holds = holdsOn(place, policy);
  const held = holds.length > 0 && !rules.includeHeld;
  const latest = rules.versions.latest.get(module.kind.name);
  const credential: Judgement['credential'] = {
    id: place.id,
    cluster: place.cluster,
    namespace: place.namespace,
    file: place.file.path,
    line: place.line,
    kind: module.kind.name,
    module: module.name,
    source: module.source,
    version: module.version,
    latestVersion: latest?.version ?? null,
    latestFrom: latest?.from ?? null,
    variable: module.kind.argument,
    value: date.found === 'literal' ? date.value : null,
    rotatedOn: age.rotatedOn,
    ageDays: age.rotatedOn === null ? null : daysBetween(age.rotatedOn, rules.today),
    maxAgeDays,
    state: decideState(findings, place, held, age.state),
  };
  const reasons = reasonsOf(findings, place, holds, isExempt(findings) ? null : age.reason);
  const blockers = blockersOf(findings, place, held ? holds : []);
  return {
    credential,
    reasons,
    module,
    file: place.file,
    date,
    companion,
    restoration: better?.restoration ?? null,
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
function examinePolicy({ excluded }: Policy): Effect[] {
  return excluded === null ? [] : [{ effect: 'exempt', cause: { code: EXCLUDED, facts: excluded } }];
}

const EXCLUDED = 'excluded';

/** What says that it is not to be rotated now. */
function holdsOn({ hold }: Place, { snoozed }: Policy): Cause[] {
  return [
    ...(hold === null ? [] : [{ code: 'namespace-held', facts: hold } as const]),
    ...(snoozed === null ? [] : [{ code: 'snoozed', facts: snoozed } as const]),
  ];
}

/** Whether another date would rotate it, wanted or not: of what is exempt, only what was excluded by decision. */
export function isRotatable({ credential, blockers }: Assessment): boolean {
  return credential.state !== 'exempt' || blockers[0]?.code === EXCLUDED;
}

function decideState(findings: readonly Effect[], place: Place, held: boolean, byAge: State): State {
  if (place.unusable !== null) return 'blocked';
  if (isExempt(findings)) return 'exempt';
  if (findings.some((finding) => finding.effect === 'blocked')) return 'blocked';
  return held ? 'held' : byAge;
}

function isExempt(findings: readonly Effect[]): boolean {
  return findings.some((finding) => finding.effect === 'exempt');
}

function blockersOf(findings: readonly Effect[], place: Place, holds: readonly Cause[]): Cause[] {
  if (place.unusable !== null) return [place.unusable];
  const of = (effect: Effect['effect']): readonly Cause[] =>
    findings.filter((finding) => finding.effect === effect).map(({ cause }) => cause);
  return [...of('exempt'), ...of('blocked'), ...holds];
}

const EFFECT_ORDER: Readonly<Record<Effect['effect'], number>> = { exempt: 0, blocked: 1, warning: 3 };

/** What decided the state comes first, warnings last. */
function reasonsOf(
  findings: readonly Effect[],
  place: Place,
  holds: readonly Cause[],
  age: Cause | null,
): Cause[] {
  // of a file that does not parse, or that Terraform refuses, nothing else is worth saying
  if (place.unusable !== null) return [place.unusable];
  const ordered = findings.map(({ effect, cause }) => ({ order: EFFECT_ORDER[effect], cause }));
  ordered.push(...holds.map((cause) => ({ order: 2, cause })));
  if (age !== null) ordered.push({ order: 2.5, cause: age });
  return ordered.sort((a, b) => a.order - b.order).map(({ cause }) => cause);
}

function examineFile({ applied }: Place): Effect[] {
  return applied ? [] : [{ effect: 'exempt', cause: { code: 'not-applied', facts: {} } }];
}

function examineBlock({ kind, block }: FoundModule, place: Place): readonly Effect[] {
  const { file, scope } = place;
  const resolve = (expression: Range): ResolvedExpression => resolveExpression(file, expression, scope);
  const findings = examineModule(kind, { text: file.text, block, resolve }).map(
    ({ effect, code, message }): Effect => ({ effect, cause: { code, message } }),
  );
  const none = whyNoInstance(block, place);
  return none === null || isExempt(findings)
    ? findings
    : [{ effect: 'exempt', cause: { code: 'no-instance', facts: none } }, ...findings];
}

/** Why Terraform makes nothing of a block: `count = 0` or an empty `for_each`, its own or that of every caller. */
function whyNoInstance(block: Block, { file, scope, calls }: Place): FactsOf<'no-instance'> | null {
  const own = emptyRepetition(block, file, scope);
  if (own !== null) return { argument: own, ofCallers: false };
  const ofCalls = (calls ?? []).map((call) => emptyRepetition(call.block, call.file, call.scope));
  const [first] = ofCalls;
  if (first === undefined || first === null || ofCalls.includes(null)) return null;
  return { argument: first, ofCallers: true };
}

function emptyRepetition(block: Block, file: SourceFile, scope: Scope): 'count' | 'for_each' | null {
  const count = findAttribute(block.body, 'count');
  if (count !== null && resolveValue(file, count.expression, scope) === '0') return 'count';
  const forEach = findAttribute(block.body, 'for_each');
  if (forEach !== null && isEmptyCollection(file, forEach.expression, scope)) return 'for_each';
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
  const { expression, path, ofKey } = module.date;
  if (ofKey !== undefined) return resolveStart(ofKey);
  return resolveString(file, expression, [...module.address, ...path], scope);
}

/** `null` is how Terraform writes that an argument is not set. */
function isUnsetDate(date: DateSource): boolean {
  return (
    date.found === 'absent' || (date.found === 'computed' && date.written === 'null' && date.via.length === 0)
  );
}

/** What stands in the place of the date: the string, or an expression as it is written; null when it is not set. */
export function writtenValue(date: DateSource): string | null {
  if (date.found === 'literal') return date.value;
  return date.found === 'absent' || isUnsetDate(date) ? null : date.written;
}

function examineDate(module: FoundModule, date: DateSource): Effect[] {
  const { argument } = module.kind;
  if (module.date?.isReached === false || (module.date === null && argument.includes('.'))) {
    const facts = { argument, isSet: module.date !== null };
    return [{ effect: 'blocked', cause: { code: 'argument-by-hand', facts } }];
  }
  if (isUnsetDate(date) || date.found === 'absent') return [];
  if (date.found === 'literal') {
    const name = date.via[date.via.length - 1];
    if (name === undefined) return [];
    const facts = { name, file: date.file.path, otherUses: date.otherUses };
    return [{ effect: 'warning', cause: { code: 'date-by-reference', facts } }];
  }
  const { written, because } = date;
  if (/\btime_rotating\./.test(written)) {
    return [{ effect: 'exempt', cause: { code: 'rotates-itself', facts: { written } } }];
  }
  const facts = { argument, because };
  return [{ effect: 'blocked', cause: { code: 'not-a-literal', facts } }];
}

interface Age {
  readonly rotatedOn: Day | null;
  readonly state: 'ok' | 'due' | 'never';
  readonly reason: Cause | null;
}

function judgeAge(date: DateSource, today: Day, maxAgeDays: number): Age {
  if (isUnsetDate(date) || date.found === 'absent') {
    return { rotatedOn: null, state: 'never', reason: { code: 'never-rotated', facts: {} } };
  }
  if (date.found === 'computed') return { rotatedOn: null, state: 'due', reason: null };
  const { value } = date;
  if (meansNever(value)) {
    return { rotatedOn: null, state: 'never', reason: { code: 'placeholder-date', facts: { value } } };
  }
  const rotatedOn = readDate(value);
  if (rotatedOn === null) {
    return { rotatedOn, state: 'due', reason: { code: 'unreadable-date', facts: { value } } };
  }
  const days = daysBetween(rotatedOn, today);
  if (days < 0) {
    return { rotatedOn, state: 'ok', reason: { code: 'future-date', facts: { value, days: -days } } };
  }
  if (days > maxAgeDays) {
    return { rotatedOn, state: 'due', reason: { code: 'older-than-max-age', facts: { days, maxAgeDays } } };
  }
  return { rotatedOn, state: 'ok', reason: null };
}
