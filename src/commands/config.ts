import type { Config, Rule, Subject } from '../config/config.ts';
import { hasRunOut, listOf, maxAgeOfKind } from '../config/rules.ts';
import {
  type Origin,
  originInFile,
  resolveSettings,
  type Setting,
  type SettingFlags,
} from '../config/settings.ts';
import { windowAt } from '../config/windows.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { ConfigResult, RuleInForce, SettingInForce, SettingOrigin } from '../results/config.ts';
import type { Problem } from '../results/results.ts';
import { ok, type Result } from '../util/result.ts';
import type { Say } from './options.ts';
import { type FactsByFolder, subjectOf } from './read/policy.ts';
import { surveyTree, type TreeOptions } from './read/select.ts';
import type { Survey } from './read/survey.ts';

export interface ConfigOptions extends TreeOptions {
  /** Flags that stand over the file. */
  readonly settings?: SettingFlags;
}

/** Says which settings are in force and where each comes from, and what the rules match; writes nothing. */
export async function config(options: ConfigOptions, say: Say): Promise<Result<ConfigResult>> {
  const read = await surveyTree({ ...options, all: true }, say);
  if (!read.ok) return read;
  const { date, reader, config: file, survey, namespaces } = read.value;
  const rules = rulesInForce(file, subjectsOf(survey, namespaces.facts), date);
  const opening = windowAt(file, options.now);
  return ok({
    schemaVersion: 1,
    date,
    base: reader.commit,
    file: file?.file ?? null,
    settings: [
      ...ageSettings(file, options.maxAgeDays),
      ...scopeSettings(file, options),
      ...openSettings(file, options.settings),
    ],
    rules,
    opening: opening.open
      ? { open: true, closedUntil: null, reason: null }
      : {
          open: false,
          closedUntil: opening.closedUntil?.toISOString() ?? null,
          reason: opening.reason,
        },
    problems: rules.flatMap(slips),
  });
}

function subjectsOf({ assessments }: Survey, facts: FactsByFolder): readonly Subject[] {
  return assessments.map(({ credential }) => subjectOf(credential, facts));
}

function rulesInForce(file: Config | null, subjects: readonly Subject[], today: string): RuleInForce[] {
  if (file === null) return [];
  const entry = (rule: Rule) => {
    const found = subjects.filter(rule.matches);
    return {
      list: rule.list,
      file: file.file,
      line: rule.line,
      match: rule.match,
      credentials: found.length,
      namespaces: new Set(found.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size,
    };
  };
  return [
    ...file.overrides.map((rule) => ({
      ...entry(rule),
      maxAgeDays: rule.maxAgeDays,
      reason: null,
      until: null,
      inForce: true,
    })),
    ...file.exclude.map((rule) => ({
      ...entry(rule),
      maxAgeDays: null,
      reason: rule.reason,
      until: null,
      inForce: true,
    })),
    ...file.snooze.map((rule) => ({
      ...entry(rule),
      maxAgeDays: null,
      reason: rule.reason,
      until: rule.until,
      inForce: !hasRunOut(rule, today),
    })),
  ];
}

/** What somebody has to look at: a rule that does nothing looks like one that does. */
function slips({ list, file, line, credentials, inForce, until }: RuleInForce): Problem[] {
  const slip = (code: string, message: string): Problem => ({ file, line, column: 1, code, message });
  return [
    ...(inForce ? [] : [slip('snooze-ended', `this snooze ran out on ${until}: take it out`)]),
    ...(credentials > 0
      ? []
      : [slip('matches-nothing', `this entry of ${list} matches no credential: is it spelt right?`)]),
  ];
}

function ageSettings(file: Config | null, maxAge: number | null): SettingInForce[] {
  return knownKinds().names.map((kind) => {
    const { days, key } = maxAgeOfKind(file, kind);
    const setting: Setting<number> =
      maxAge === null
        ? { value: days, origin: key === null ? { from: 'default' } : originInFile(file, key) }
        : { value: maxAge, origin: { from: 'flag', flag: '--max-age' } };
    return inForce(`maxAge.${kind}`, setting);
  });
}

function scopeSettings(file: Config | null, { selection }: ConfigOptions): SettingInForce[] {
  const written = listOf(file?.values.clusters);
  const clusters: Setting<readonly string[]> =
    selection.clusters.length > 0
      ? { value: selection.clusters, origin: { from: 'flag', flag: '--cluster' } }
      : { value: written, origin: originInFile(file, 'clusters') };
  const { windows = [], freezes = [] } = file?.values ?? {};
  return [
    inForce('clusters', clusters),
    inForce('windows', { value: windows, origin: originInFile(file, 'windows') }),
    inForce('freezes', { value: freezes, origin: originInFile(file, 'freezes') }),
  ];
}

/** Under their names in the file. */
function openSettings(file: Config | null, flags: SettingFlags | undefined): SettingInForce[] {
  const { stagger, refreshAfterDays, author, ...others } = resolveSettings(file, flags);
  const { enabled, ...rest } = stagger.value;
  const whole = typeof file?.values.stagger === 'boolean' ? 'stagger' : 'stagger.enabled';
  const enabledFrom = stagger.origin.from === 'flag' ? stagger.origin : originInFile(file, whole);
  return [
    ...Object.entries(others).map(([key, setting]) => inForce(key, setting)),
    inForce('author', {
      ...author,
      value: author.value === null ? null : `${author.value.name} <${author.value.email}>`,
    }),
    inForce('refreshAfter', refreshAfterDays),
    inForce('stagger.enabled', { value: enabled, origin: enabledFrom }),
    ...Object.entries(rest).map(([key, value]) =>
      inForce(`stagger.${key}`, { value, origin: originInFile(file, `stagger.${key}`) }),
    ),
  ];
}

function inForce(key: string, { value, origin }: Setting<unknown>): SettingInForce {
  return { key, value, origin: originResult(origin) };
}

function originResult(origin: Origin): SettingOrigin {
  return {
    from: origin.from,
    flag: origin.from === 'flag' ? origin.flag : null,
    file: origin.from === 'file' ? origin.file : null,
    line: origin.from === 'file' ? origin.line : null,
  };
}
