import { describe, expect, it } from 'vitest';
import { groupBody } from '../../src/report/group-pull-request.ts';
import { commitMessage } from '../../src/report/pull-request.ts';
import type { Change } from '../../src/results/results.ts';
import { type RotatedText, rotateText } from '../rotate-text.ts';

const TEMPLATE = 'github.com/ministryofjustice/cloud-platform-terraform-hmpps-template?ref=1.2.1';
const SERVICE_ACCOUNT = 'github.com/ministryofjustice/cloud-platform-terraform-serviceaccount?ref=1.2.0';
const WEEKLY = 'resource "time_rotating" "weekly" {\n  rotation_days = 7\n}\n';

function template(...lines: readonly string[]): string {
  const all = [`source = "${TEMPLATE}"`, 'github_repo = "orchard-api"', ...lines];
  return `module "orchard_api" {\n${all.map((line) => `  ${line}\n`).join('')}}\n`;
}

function serviceAccount(date: string): string {
  return `module "token" {\n  source = "${SERVICE_ACCOUNT}"\n  serviceaccount_token_rotated_date = ${date}\n}\n`;
}

async function rotate(text: string, forceLiteral = false): Promise<RotatedText> {
  return rotateText(text, {
    kinds: ['serviceaccount', 'hmpps-template'],
    date: '2026-11-23',
    now: new Date('2026-11-23T14:05:00Z'),
    forceLiteral,
  });
}

async function changed(text: string, forceLiteral = false): Promise<Change> {
  const { changes } = await rotate(text, forceLiteral);
  expect(changes).toHaveLength(1);
  return changes[0]!;
}

describe('a change that puts the date in force', () => {
  it.each([
    ['absent', template(), 'insert', null],
    ['false', template('force_rotate_token = false'), 'update', 'false'],
    ['commented out', template('# force_rotate_token = true'), 'uncomment', null],
  ] as const)('says what was done to the other argument: %s', async (_, text, action, from) => {
    const change = await changed(text);

    expect(change.companion).toEqual({ variable: 'force_rotate_token', action, from, to: 'true' });
    expect(change.selfRotation).toBe('ends');
    expect(commitMessage('orchard-dev', [change])).toContain('force_rotate_token = true');
  });

  it('says of one whose value cannot be known that self-rotation may end', async () => {
    const text = `${template('force_rotate_token = var.frozen')}variable "frozen" {}\n`;

    expect((await rotate(text)).changes).toEqual([]);
    const change = await changed(text, true);
    expect(change.companion?.from).toBe('var.frozen');
    expect(change.selfRotation).toBe('may-end');
  });

  it('says nothing where it was in force before', async () => {
    const change = await changed(
      template('force_rotate_token = true', 'custom_token_rotation_date = "2026-03-20"'),
    );

    expect(Object.keys(change)).not.toContain('companion');
    expect(Object.keys(change)).not.toContain('selfRotation');
  });
});

it('a literal in the place of time_rotating ends self-rotation', async () => {
  const change = await changed(serviceAccount('time_rotating.weekly.unix') + WEEKLY, true);

  expect(change).toMatchObject({ from: 'time_rotating.weekly.unix', selfRotation: 'ends' });
  expect(Object.keys(change)).not.toContain('companion');
});

it('a group names what else was written, and only where there is such a thing', async () => {
  const [plain, frozen] = [await changed(serviceAccount('"01-02-2026"')), await changed(template())];
  const body = (changes: readonly Change[]): string =>
    groupBody({ group: 'all', changes, skipped: [], incident: null }).body;

  expect(body([plain])).not.toContain('also changed');
  expect(body([plain])).toContain('which changed the rotation dates below and nothing else.');
  expect(body([plain, frozen])).toMatch(
    /^> \[!WARNING\]\n> This ends the self-rotation of `orchard-dev\/main\.tf#orchard_api`/,
  );
  expect(body([plain, frozen])).toContain('| `force_rotate_token = true` added |');
  expect(body([plain, frozen])).toContain(
    'which changed the rotation dates and `force_rotate_token` below and nothing else.',
  );
});
