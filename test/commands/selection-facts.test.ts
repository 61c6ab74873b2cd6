/** What is true of a credential does not depend on what else is selected. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/commands/audit.ts';
import type { AuditResult } from '../../src/results/results.ts';
import type { Selection } from '../../src/rotation/selection.ts';
import { resources } from '../e2e/land.ts';
import { smallEstate } from '../e2e/small-estate.ts';
import { unwrap } from '../unwrap.ts';
import { options } from './options.ts';
import { aTendedWorld } from './tended-world.ts';

const ESTATE = fileURLToPath(new URL('../../fixtures/environments/', import.meta.url));

async function auditOf(root: string, selection: Partial<Selection>): Promise<AuditResult> {
  return unwrap(await audit(options({ root, ...selection }), () => {}));
}

describe('an audit of a part', () => {
  let whole: AuditResult;
  beforeAll(async () => {
    whole = await auditOf(ESTATE, {});
  });

  it('says of each namespace what the audit of all says', async () => {
    const names = [...new Set(whole.credentials.map(({ namespace }) => namespace))];
    for (const name of names) {
      const part = await auditOf(ESTATE, { namespaces: [name] });
      expect(part.credentials).toEqual(whole.credentials.filter(({ namespace }) => namespace === name));
    }
    expect(names.length).toBeGreaterThan(10);
  });

  it.each<[string, Partial<Selection>]>([
    ['kind', { kinds: ['rds'] }],
    ['half', { production: true }],
    ['cluster', { clusters: ['live-2'] }],
    ['age', { due: true }],
  ])('by %s says what the audit of all says', async (_, selection) => {
    const part = await auditOf(ESTATE, selection);
    const known = new Map(whole.credentials.map((each) => [each.id, each]));
    expect(part.credentials.length).toBeGreaterThan(0);
    expect(part.credentials).toEqual(part.credentials.map(({ id }) => known.get(id)));
  });
});

describe('the latest version', () => {
  it.each([
    ['of a namespace that is not selected', 'ref=9.2.0', '9.2.0'],
    ['behind another argument', 'depth=1&ref=v9.2.0', '9.2.0'],
    ['that is written in escapes', 'ref=9%2E2.0', '9.2.0'],
  ])('is one %s', async (_, query, expected) => {
    const root = await databases({ a: database('9.0.0'), b: database('9.1.0'), c: rdsOf(query) });

    const { credentials } = await auditOf(root, { namespaces: ['a'], kinds: ['rds'] });

    expect(credentials.map(({ latestVersion, latestFrom }) => [latestVersion, latestFrom])).toEqual([
      [expected, 'repository'],
    ]);
  });

  it('is none that stands in a comment', async () => {
    const comment = database('9.9.0').replace(/^/gm, '# ');
    const root = await databases({ a: database('9.0.0'), b: `${database('9.1.0')}${comment}` });

    const { credentials } = await auditOf(root, { namespaces: ['a'], kinds: ['rds'] });

    expect(credentials[0]?.latestVersion).toBe('9.1.0');
  });
});

describe('staggering', () => {
  it('knows what was rotated today in an environment that is not selected', async () => {
    const application = 'bees';
    const { open } = await aTendedWorld({
      estate: await smallEstate([
        { name: 'bees-dev', application, date: '23-11-2026' },
        { name: 'bees-prod', application, production: true },
      ]),
    });

    const { pullRequests } = await open({ due: true, production: true });

    expect(pullRequests.map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
      'deferred: Another environment of its application, bees-dev, was begun today.',
    ]);
  });
});

async function databases(texts: Readonly<Record<string, string>>): Promise<string> {
  const root = await smallEstate(Object.keys(texts).map((name) => ({ name, date: null })));
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(join(root, resources(name), 'rds.tf'), text);
  }
  return root;
}

const rdsOf = (query: string) => `module "rds" {
  source = "github.com/ministryofjustice/cloud-platform-terraform-rds-instance?${query}"
}
`;
const database = (version: string) => rdsOf(`ref=${version}`);
