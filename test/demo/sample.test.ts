import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse as parsePath } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { packageRoot, sampleEnvironments } from '../../src/demo/sample.ts';

const estate = await sampleEnvironments();
const files = (await readdir(estate, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(estate.length + 1)
      .replaceAll('\\', '/'),
  );
const terraform = files.filter((file) => file.endsWith('.tf'));

const LIVE = 'namespaces/live.cloud-platform.service.justice.gov.uk';
const LIVE_2 = 'namespaces/live-2.cloud-platform.service.justice.gov.uk';

/** No Terraform, on purpose. */
const BROKEN = [
  `${LIVE}/ferry-timetable-dev/resources/elasticache.tf`,
  `${LIVE}/granary-stock-dev/resources/rds-secret.tf`,
];

/** Terraform, but not as `terraform fmt` would have it, on purpose. */
const UNTIDY = [
  `${LIVE}/allotment-register-prod/resources/elasticache.tf`,
  `${LIVE}/beekeeping-licence-dev/resources/rds.tf`,
  `${LIVE}/beekeeping-licence-dev/resources/serviceacount.tf`,
  `${LIVE}/dovecote-survey-dev/resources/elasticache.tf`,
  `${LIVE}/eel-counter-prod/resources/rds.tf`,
  `${LIVE}/eel-counter-prod/resources/serviceaccount.tf`,
  `${LIVE}/granary-stock-prod/resources/serviceaccount.tf`,
];

async function isTerraform(file: string): Promise<boolean> {
  const text = await readFile(join(estate, file), 'utf8');
  return parse(file, text).then(
    () => true,
    () => false,
  );
}

describe('the sample estate', () => {
  it('is found from the sources and from a bundle', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rotate-pr-root-'));
    try {
      await mkdir(join(folder, 'dist', 'import'), { recursive: true });
      await writeFile(join(folder, 'package.json'), '{"name":"rotate-pr"}');
      await writeFile(join(folder, 'dist', 'package.json'), '{"type":"module"}');

      expect(await packageRoot(join(folder, 'dist', 'cli.js'))).toBe(folder);
      expect(await packageRoot(join(folder, 'dist', 'import', 'demo.js'))).toBe(folder);
      await expect(packageRoot(join(parsePath(tmpdir()).root, 'nowhere.js'))).rejects.toThrow(
        'No package.json of rotate-pr',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('has two clusters and enough namespaces to show something', () => {
    const folders = new Set(files.filter((file) => file.endsWith('/00-namespace.yaml')));

    expect([...folders].filter((file) => file.startsWith(LIVE_2)).length).toBeGreaterThanOrEqual(2);
    expect(folders.size).toBeGreaterThanOrEqual(14);
  });

  it('is Terraform throughout, but for the files that are broken on purpose', async () => {
    const broken: string[] = [];
    for (const file of terraform) if (!(await isTerraform(file))) broken.push(file);

    expect(broken.sort()).toEqual(BROKEN);
  });

  it.skipIf(spawnSync('terraform', ['version']).error !== undefined)(
    'is as terraform fmt would have it, but for the files that are untidy on purpose',
    () => {
      // One broken file would end the listing of the others.
      const whole = terraform.filter((file) => !BROKEN.includes(file));
      const { stdout } = spawnSync('terraform', ['fmt', '-check', ...whole], {
        cwd: estate,
        encoding: 'utf8',
      });

      const untidy = stdout.split(/\r?\n/).filter((line) => line.endsWith('.tf'));
      expect(untidy.map((line) => line.replaceAll('\\', '/')).sort()).toEqual(UNTIDY);
    },
  );

  it.each(files.filter((file) => /\/0[01]-.*\.yaml$/.test(file)))(
    'names its namespace in %s',
    async (file) => {
      const namespace = file.split('/')[2];

      const { metadata } = parseYaml(await readFile(join(estate, file), 'utf8')) as {
        metadata: { name: string; namespace?: string };
      };

      expect(metadata.namespace ?? metadata.name).toBe(namespace);
    },
  );

  it('holds nothing that npm leaves out of a package', () => {
    const dropped = files.filter((file) =>
      file.split('/').some((part) => /^\.|^node_modules$|\.orig$|^package-lock\.json$/.test(part)),
    );

    expect(dropped).toEqual([]);
  });
});

describe('the hard cases', () => {
  it.each([
    [
      'a service account dated dd-MM-yyyy',
      `${LIVE}/allotment-register-dev/resources/serviceaccount.tf`,
      /"20-03-2026"/,
    ],
    [
      'one without a date',
      `${LIVE_2}/mill-race-dev/resources/serviceaccount.tf`,
      /# serviceaccount_token_rotated_date = "dd-mm-yyyy"/,
    ],
    ['one with an ISO date', `${LIVE}/canal-permits-dev/resources/serviceaccount.tf`, /_date = "2026-03-20"/],
    [
      "one with the template's date",
      `${LIVE}/dovecote-survey-dev/resources/serviceaccount.tf`,
      /"01-01-2000"/,
    ],
    [
      'one with a date without zeros',
      `${LIVE}/canal-permits-prod/resources/serviceaccount.tf`,
      /"3-12-2025"/,
    ],
    [
      'a future date and an indented end without newline',
      `${LIVE}/eel-counter-prod/resources/serviceaccount.tf`,
      /"01-07-2027"\n {4}\}$/,
    ],
    [
      'a placeholder in an aligned group',
      `${LIVE}/allotment-register-dev/resources/rds.tf`,
      /\n {2}# db_password_rotated_date {5}= "2023-04-17" # Uncomment/,
    ],
    [
      'a dated replica beside its primary',
      `${LIVE}/allotment-register-prod/resources/rds.tf`,
      /replicate_source_db[\s\S]*?db_password_rotated_date = "04-05-2025"/,
    ],
    ['a replica that is switched off', `${LIVE}/allotment-register-prod/resources/rds.tf`, /count {2}= 0/],
    ['a time behind the date', `${LIVE}/canal-permits-prod/resources/elasticache.tf`, /"2023-02-21:14:00"/],
    ['carriage returns', `${LIVE}/canal-permits-prod/resources/elasticache.tf`, /^(?:[^\r\n]*\r\n)+$/],
    [
      'a template that is frozen',
      `${LIVE}/canal-permits-dev/resources/canal-permits-api.tf`,
      /force_rotate_token {12}= true/,
    ],
    [
      'five modules in a file',
      `${LIVE}/beekeeping-licence-prod/resources/resources.tf`,
      /(?:^module[\s\S]*?){5}/m,
    ],
    ['a module that is commented out', `${LIVE}/dovecote-survey-dev/resources/rds.tf`, /^(?:#.*\n)+$/],
    [
      'a source as the 17th attribute, at column 0',
      `${LIVE}/dovecote-survey-dev/resources/elasticache.tf`,
      /\{\n(?: {2}\w+ += .*\n){16}source = /,
    ],
    ['an indent of one', `${LIVE}/beekeeping-licence-dev/resources/serviceacount.tf`, /\n source = /],
    [
      'no blank before the equals sign',
      `${LIVE}/beekeeping-licence-dev/resources/rds.tf`,
      /_date= "13-02-2023"/,
    ],
    [
      'text outside ASCII before the block',
      `${LIVE}/ferry-timetable-prod/resources/serviceaccount.tf`,
      /^#.*⛴.*\nmodule/,
    ],
    ['a curly quote', `${LIVE}/ferry-timetable-dev/resources/elasticache.tf`, /“2026-03-20”/],
    ['a file of git-crypt', `${LIVE}/granary-stock-dev/resources/rds-secret.tf`, /^\0GITCRYPT\0/],
    ['an Aurora cluster', `${LIVE}/granary-stock-dev/resources/aurora.tf`, /rds-aurora\?ref=/],
    [
      'a date that turns by itself',
      `${LIVE}/granary-stock-prod/resources/serviceaccount.tf`,
      /"\$\{time_rotating\.weekly\.unix\}"/,
    ],
    ['a date in a local value', `${LIVE}/granary-stock-prod/resources/rds.tf`, /_date = local\./],
    ['a date in a variable', `${LIVE}/granary-stock-prod/resources/elasticache.tf`, /_date = var\./],
    ['a version without the variable', `${LIVE}/hedgerow-index-dev/resources/rds.tf`, /\?ref=5\.0\.0"/],
    ['a Redis without AUTH rotation', `${LIVE}/hedgerow-index-dev/resources/elasticache.tf`, /"4\.0\.10"/],
    ['a nested folder', `${LIVE}/ferry-timetable-prod/resources/prototype/serviceaccount.tf`, /^module/],
    [
      'a Secret in another namespace',
      `${LIVE}/allotment-register-preprod/resources/rds.tf`,
      /namespace = "allotment-register-prod"/,
    ],
    ['a hold', `${LIVE}/dovecote-survey-prod/APPLY_PIPELINE_SKIP_THIS_NAMESPACE`, /^$/],
    ['a block of every apply', `${LIVE}/eel-counter-dev/SECRET_ROTATE_BLOCK`, /^$/],
    ['a hold that is misspelt', `${LIVE}/eel-counter-prod/APPLY_PIPELINE_SKIP_THIS_NAMEPSACE`, /^$/],
  ])('has %s', async (_, file, expected) => {
    expect(await readFile(join(estate, file), 'utf8')).toMatch(expected);
  });
});
