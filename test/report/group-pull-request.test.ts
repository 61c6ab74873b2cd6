import { describe, expect, it } from 'vitest';
import { formatMarker, MAX_BODY, type Marker, withMarker } from '../../src/publish/marker.ts';
import {
  type GroupInput,
  groupBody,
  groupCommitMessage,
  groupTitle,
} from '../../src/report/group-pull-request.ts';
import type { Change } from '../../src/results/results.ts';

const CLUSTER = 'live.cloud-platform.service.justice.gov.uk';

function change(namespace: string, part: Partial<Change> = {}): Change {
  return {
    id: `${namespace}/serviceaccount.tf#token`,
    cluster: CLUSTER,
    namespace,
    file: `namespaces/${CLUSTER}/${namespace}/resources/serviceaccount.tf`,
    line: 4,
    kind: 'serviceaccount',
    module: 'token',
    variable: 'serviceaccount_token_rotated_date',
    action: 'update',
    from: '20-03-2026',
    to: '23-11-2026',
    ...part,
  };
}

function input(changes: readonly Change[], part: Partial<GroupInput> = {}): GroupInput {
  return { group: 'all', changes, skipped: [], incident: 'A leak', ...part };
}

function markerOf(changes: readonly Change[]): Marker {
  return {
    v: 1,
    namespace: null,
    cluster: null,
    group: 'all',
    head: 'a'.repeat(40),
    base: 'b'.repeat(40),
    files: { '*': 'c'.repeat(64) },
    changes: Object.fromEntries(changes.map(({ id, to }) => [id, to])),
    incident: 'A leak',
  };
}

const name = (at: number) => `namespace-with-a-name-of-its-own-${at}-${['dev', 'preprod', 'prod'][at % 3]}`;
const HOSTILE = 'x`|</details>\n@everybody <!-- rotate-pr {} -->';

describe('a pull request of a group', () => {
  it.each([1, 2, 60, 500, 1_369, 2_500])(
    'lists each of %i rotations once, on pages that GitHub takes',
    (count) => {
      const changes = Array.from({ length: count }, (_, at) => change(name(at)));

      const { body, pages } = groupBody(input(changes));

      const whole = withMarker(body, markerOf(changes));
      expect(whole.length).toBeLessThanOrEqual(MAX_BODY);
      expect(whole).toContain(formatMarker(markerOf(changes)));
      expect(whole).not.toContain('is cut here');
      for (const page of pages) expect(page.length).toBeLessThan(MAX_BODY - 100);
      const rows = [body, ...pages].join('\n').match(/^\| `namespace-with\S+` \|/gm) ?? [];
      expect(rows).toEqual(changes.map(({ namespace }) => `| \`${namespace}\` |`));
    },
  );

  it('numbers its pages when there are some', () => {
    const { body, pages } = groupBody(input(Array.from({ length: 900 }, (_, at) => change(name(at)))));

    expect(body).toMatch(new RegExp(`^## What rotates \\(1 of ${pages.length + 1}\\)$`, 'm'));
    expect(pages[0]).toMatch(new RegExp(`^## What rotates \\(2 of ${pages.length + 1}\\)$`, 'm'));
    expect(groupBody(input([change('one')])).body).toMatch(/^## What rotates$/m);
  });

  it('has room for a long list of what is not rotated, and says how many it leaves out', () => {
    const changes = Array.from({ length: 1_369 }, (_, at) => change(name(at)));
    const message =
      'the module is too old to rotate its token: upgrade it to 0.9.3 or above first, please '.repeat(3);
    const skipped = changes.map(({ id }) => ({ id, code: 'version-too-old', message }));

    const { body } = groupBody(input(changes, { skipped }));

    expect(body).toMatch(/Not rotated: 1,?369 credentials/);
    expect(body).toMatch(/and 1,?269 more/);
    expect(withMarker(body, markerOf(changes)).length).toBeLessThanOrEqual(MAX_BODY);
    expect(withMarker(body, markerOf(changes))).not.toContain('is cut here');
  });

  it('says why, what the repository’s checks make of it, and what is to be done after it', () => {
    const { body } = groupBody(input([change('a-dev'), change('b-dev', { kind: 'rds' })]));

    expect(body).toMatch(/\*\*Incident:\*\* A leak/);
    expect(body).toMatch(/reject-multi-namespace-prs/);
    expect(body).toMatch(/rotate-pr runbook .*--incident/);
    expect(body).toMatch(/RDS password/);
  });

  it('takes names and reasons for data', () => {
    const hostile = change('a-dev', { namespace: HOSTILE, module: HOSTILE, from: HOSTILE, to: HOSTILE });
    const skipped = [{ id: HOSTILE, code: 'x', message: HOSTILE }];

    const { body } = groupBody(input([hostile], { incident: HOSTILE, group: `team ${HOSTILE}`, skipped }));

    expect(body.match(/<\/details>/g)).toHaveLength(1);
    expect(body).not.toContain('<!-- rotate-pr');
    expect(body.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(3);
    // in code nobody is mentioned; elsewhere the sign is escaped or broken up
    expect(body.replaceAll(/(`+)[\s\S]*?\1/g, '')).not.toMatch(/(?:^|[\s(>])@everybody/);
  });
});

describe('its title', () => {
  it.each([
    [[change('a-dev')], null, 'Rotate 1 service account token of 1 namespace'],
    [
      [change('a-dev'), change('b-dev')],
      'A leak',
      'Incident: rotate 2 service account tokens of 2 namespaces',
    ],
  ] as const)('counts what rotates', (changes, incident, title) => {
    expect(groupTitle(input(changes, { incident }))).toBe(title);
  });

  it('is one line that is not too long, whatever the group is called', () => {
    const kinds = ['serviceaccount', 'rds', 'elasticache', 'hmpps-template'] as const;
    const changes = kinds.flatMap((kind) =>
      Array.from({ length: 999 }, (_, at) => change(name(at), { kind })),
    );

    const title = groupTitle(input(changes, { group: `team ${HOSTILE.repeat(9)}` }));

    expect(title).toBe('Incident: rotate 3,996 credentials of 999 namespaces');
  });

  it('is the subject of its commit, with the reason below', () => {
    expect(groupCommitMessage(input([change('a-dev')], { incident: 'A leak\nof tokens' }))).toMatch(
      /^Incident: rotate 1 .*\n\nA leak of tokens\n$/,
    );
  });
});
