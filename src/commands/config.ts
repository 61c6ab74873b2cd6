import type { Config, Rule, Subject } from '../config/rules.ts';
import { hasRunOut, listOf, maxAgeOfKind } from '../config/rules.ts';
import { type Origin, originInFile, resolveSettings, type Setting } from '../config/settings.ts';
import { windowAt } from '../config/windows.ts';
import { knownKinds } from '../kinds/registry.ts';
import type { ConfigResult, RuleInForce, SettingInForce, SettingOrigin } from '../results/config.ts';
import type { Problem } from '../results/results.ts';
import { configSettings } from '../settings.ts';
import { ok, type Result } from '../util/result.ts';
import type { Say } from './options.ts';
import { type FactsByFolder, subjectOf } from './read/policy.ts';
import { surveyTree, type TreeOptions } from './read/select.ts';
import type { Survey } from './read/survey.ts';

/** Says which settings are in force and where each comes from, and what the rules match; writes nothing. */
export async function config(options: TreeOptions, say: Say): Promise<Result<ConfigResult>> {
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
    settings: settingsInForce(file, options),
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

/** Every key of the config file but the lists of rules, under its name and in the table's order. */
function settingsInForce(file: Config | null, options: TreeOptions): SettingInForce[] {
  const resolved = new Map<string, Setting<unknown>>(Object.entries(resolveSettings(file)));
  return configSettings().flatMap(({ config: { key } }) => {
    const setting = resolved.get(key);
    switch (key) {
      case 'overrides':
      case 'exclude':
      case 'snooze':
        return [];
      case 'maxAge':
        return ageSettings(file, options.maxAgeDays);
      case 'extends':
        return [inForce(key, { value: valueInFile(file, key) ?? 'moj', origin: originInFile(file, key) })];
      case 'kinds': {
        const own = Object.keys(file?.values.kinds ?? {});
        return [inForce(key, { value: own, origin: originInFile(file, key) })];
      }
      case 'clusters':
        return [inForce(key, clusterSetting(file, options))];
      case 'stagger':
        return staggerSettings(file);
      case 'author':
        return [inForce(key, authorSetting(file))];
      default:
        return [
          inForce(key, setting ?? { value: valueInFile(file, key) ?? [], origin: originInFile(file, key) }),
        ];
    }
  });
}

function valueInFile(file: Config | null, key: string): unknown {
  return new Map<string, unknown>(Object.entries(file?.values ?? {})).get(key);
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

function clusterSetting(file: Config | null, { selection }: TreeOptions): Setting<readonly string[]> {
  return selection.clusters.length > 0
    ? { value: selection.clusters, origin: { from: 'flag', flag: '--cluster' } }
    : { value: listOf(file?.values.clusters), origin: originInFile(file, 'clusters') };
}

function authorSetting(file: Config | null): Setting<string | null> {
  const { value, origin } = resolveSettings(file).author;
  return { value: value === null ? null : `${value.name} <${value.email}>`, origin };
}

function staggerSettings(file: Config | null): SettingInForce[] {
  const { enabled, ...rest } = resolveSettings(file).stagger.value;
  const whole = typeof file?.values.stagger === 'boolean' ? 'stagger' : 'stagger.enabled';
  return [
    inForce('stagger.enabled', { value: enabled, origin: originInFile(file, whole) }),
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
