/** What people wrote into a pull request is there after an update. */
import { expect, it } from 'vitest';
import { parseMarker } from '../../src/publish/marker.ts';
import { askGitHub } from '../e2e/land.ts';
import { smallEstate } from '../e2e/small-estate.ts';
import { aTendedWorld, type TendedWorld } from './tended-world.ts';

async function anOpenOne(): Promise<TendedWorld> {
  const tended = await aTendedWorld({ estate: await smallEstate([{ name: 'orchard-dev' }]) });
  await tended.open({ due: true });
  return tended;
}

const read = async ({ world }: TendedWorld) => {
  const { title, body } = await askGitHub(world, 'GET', '/pulls/1');
  return { title: String(title), body: String(body) };
};
const write = ({ world }: TendedWorld, change: { title?: string; body?: string }) =>
  askGitHub(world, 'PATCH', '/pulls/1', change);

/** Three weeks later its date is too old. */
async function update({ open, pass }: TendedWorld): Promise<void> {
  pass(21);
  const { pullRequests } = await open({ due: true });
  expect(pullRequests).toMatchObject([{ outcome: 'updated' }]);
}

/** As a body was before it had marks, and its marker names of lines and title. */
const asOlder = (body: string) =>
  body
    .replace(/<!-- rotate-pr:(?:begin|end) -->\n?/g, '')
    .replace(/,"(?:title|lines)":"[^"]*"/g, '')
    .trim();

it.each(['this version', 'an older version'])(
  'around the text of %s: notes and ticks, with a new date',
  async (version) => {
    const tended = await anOpenOne();
    const { body } = await read(tended);
    const known = version === 'this version' ? body : asOlder(body);
    expect(known === body).toBe(version === 'this version');
    const ticked = known.replace('- [ ] Check that', '- [x] Check that');
    expect(ticked).not.toBe(known);
    // a web form ends lines in two characters
    const edited = `Merge after the release.\n\n${ticked}\n\nSigned off: Ada\n`.replaceAll('\n', '\r\n');
    await write(tended, { body: edited });

    await update(tended);
    await tended.open({ due: true });

    const after = await read(tended);
    expect(after.body).toMatch(/^Merge after the release\.\n\n<!-- rotate-pr:begin -->\nThis rotates 1 /);
    expect(after.body).toMatch(
      /\n<!-- rotate-pr:end -->\n\nSigned off: Ada\n\n<!-- rotate-pr \{[^\n]*\} -->\n$/,
    );
    expect(after.body).toContain('- [x] Check that');
    expect(after.body.match(/- \[x\]/g)).toHaveLength(1);
    expect(after.body).toContain('14-12-2026');
    expect(after.body).not.toContain('23-11-2026');
    expect(after.body.match(/This rotates/g)).toHaveLength(1);

    // and the update after that
    await update(tended);
    const later = await read(tended);
    expect(later.body).toContain('04-01-2027');
    expect(later.body.replaceAll('04-01-2027', '14-12-2026').split('<!-- rotate-pr {')[0]).toBe(
      after.body.split('<!-- rotate-pr {')[0],
    );
  },
);

it('among our lines: their notes are kept below', async () => {
  const tended = await anOpenOne();
  const { body } = await read(tended);
  await write(tended, {
    body: body.replace('## What rotates', 'Ask Grace first.\n\nShe knows the jobs.\n\n## What rotates'),
  });

  await update(tended);

  expect((await read(tended)).body).toContain(
    '<!-- rotate-pr:end -->\n\nAsk Grace first.\n\nShe knows the jobs.\n\n<!-- rotate-pr {',
  );
});

it('where somebody took our marks away', async () => {
  const tended = await anOpenOne();
  const { body } = await read(tended);
  const bare = body.replace(/<!-- rotate-pr:(?:begin|end) -->\n?/g, '');
  await write(tended, { body: `Hello\n\n${bare}\n\nBye` });

  await update(tended);

  expect((await read(tended)).body).toMatch(
    /^Hello\n\n<!-- rotate-pr:begin -->[\s\S]*<!-- rotate-pr:end -->\n\nBye\n\n<!-- rotate-pr \{/,
  );
});

it('a body that somebody emptied is written anew', async () => {
  const tended = await anOpenOne();
  const { body } = await read(tended);
  await write(tended, { body: '' });

  const { pullRequests } = await tended.open({ due: true });

  expect(pullRequests).toMatchObject([{ outcome: 'updated' }]);
  expect(await read(tended)).toMatchObject({ body });
});

it.each([
  ['Ada’s: please merge on Friday', 'Ada’s: please merge on Friday'],
  ['Rotate orchard-dev on Friday', 'Rotate orchard-dev on Friday'],
])('a title that somebody gave it: %s', async (title, expected) => {
  const tended = await anOpenOne();
  const { title: ours } = await read(tended);
  await write(tended, { title });
  await update(tended);
  expect((await read(tended)).title).toBe(expected);
  await update(tended);
  expect((await read(tended)).title).toBe(expected);

  // who puts our title back gets our next one
  await write(tended, { title: ours });
  await update(tended);
  const { body } = await read(tended);
  expect(parseMarker(body)?.title).toHaveLength(4);
  expect((await read(tended)).title).toBe(ours);
});
