/** A rotation that is given back to Terraform, through the life of its pull request. */
import { describe, expect, it } from 'vitest';
import { askGitHub, land, readRemoteFile, resources } from '../e2e/land.ts';
import { smallEstate, tokenFile } from '../e2e/small-estate.ts';
import { aTendedWorld, type TendedWorld } from './tended-world.ts';

const NAMESPACE = 'orchard-dev';
const BRANCH = `rotate/${NAMESPACE}`;
const FILE = `${resources(NAMESPACE)}/template.tf`;
const FROZEN = ['  force_rotate_token = true', '  custom_token_rotation_date = "2026-03-20"'];
const RESTORE = { restoreSelfRotation: true };
const TEMPLATES = { kinds: ['hmpps-template'] };

function template(lines: readonly string[]): string {
  const source = 'github.com/ministryofjustice/cloud-platform-terraform-hmpps-template?ref=1.2.1';
  return ['module "api" {', `  source      = "${source}"`, ...lines, '  github_repo = "api"', '}', ''].join(
    '\n',
  );
}

async function anEstate(files: Readonly<Record<string, string>> = {}): Promise<TendedWorld> {
  const tended = await aTendedWorld({ estate: await smallEstate([{ name: NAMESPACE, date: '20-03-2026' }]) });
  await land(tended.world, { [FILE]: template(FROZEN), ...files });
  return tended;
}

describe('a pull request that gives a rotation back to Terraform', () => {
  it('takes out both arguments, says what happens then, and stays as it is', async () => {
    const { world, open, pass } = await anEstate();

    const opened = await open(TEMPLATES, {}, RESTORE);

    expect(opened.pullRequests).toMatchObject([
      {
        outcome: 'created',
        title: 'Restore self-rotation of 1 HMPPS template token in orchard-dev',
        changes: [{ action: 'remove', from: '2026-03-20', to: '', selfRotation: 'restored' }],
      },
    ]);
    expect(await readRemoteFile(world, FILE, BRANCH)).toBe(template([]));
    const { body } = await askGitHub(world, 'GET', '/pulls/1');
    expect(String(body)).toMatch(
      /^(?:<!-- rotate-pr:begin -->\n)?Terraform rotates `api` by itself again: one last time with the apply of this change, and from then on every week\./,
    );
    expect((await open(TEMPLATES, {}, RESTORE)).pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
    expect((await open(TEMPLATES)).pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
    pass(30);
    expect((await open(TEMPLATES)).pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('is made of one that rotates by a date, and nothing falls out of that', async () => {
    const { world, open } = await anEstate();
    await open({ kinds: ['hmpps-template', 'serviceaccount'] });

    const again = await open({}, {}, RESTORE);
    const restored = await open(TEMPLATES, {}, RESTORE);

    expect(again.pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
    expect(restored.pullRequests).toMatchObject([
      { outcome: 'updated', reason: 'Terraform is to rotate its credentials by itself again.' },
    ]);
    expect(await readRemoteFile(world, FILE, BRANCH)).toBe(template([]));
    expect(await readRemoteFile(world, tokenFile(NAMESPACE), BRANCH)).toContain('"23-11-2026"');
  });

  it('is closed when somebody else has given it back meanwhile', async () => {
    const { world, open } = await anEstate();
    await open(TEMPLATES, {}, RESTORE);
    await land(world, { [FILE]: template([]) });

    const { pullRequests } = await open(TEMPLATES, {}, RESTORE);

    expect(pullRequests).toMatchObject([{ outcome: 'closed' }]);
  });

  it('puts the expression of the folder in the place of a date', async () => {
    const { world, open } = await anEstate({
      [`${resources(NAMESPACE)}/rotation.tf`]:
        'resource "time_rotating" "monthly" {\n  rotation_months = 1\n}\n',
    });

    const { pullRequests } = await open({ kinds: ['serviceaccount'] }, {}, RESTORE);

    expect(pullRequests).toMatchObject([
      { outcome: 'created', changes: [{ action: 'update', to: 'time_rotating.monthly.unix' }] },
    ]);
    expect(await readRemoteFile(world, tokenFile(NAMESPACE), BRANCH)).toContain(
      '= time_rotating.monthly.unix\n',
    );
    expect((await open({})).pullRequests).toMatchObject([{ outcome: 'unchanged' }]);
  });
});
