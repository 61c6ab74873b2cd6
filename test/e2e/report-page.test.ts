/** `audit --format html` as people use it: the file that the built program writes, in a real browser. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser } from '../browser.ts';
import { removeTemps, tempTree } from '../environments/temp.ts';
import { DATE, sharedStage } from './harness.ts';
import { shown, visit } from './visit.ts';

it.skipIf(chromiumPath !== null)('the tests of the page are left out: chromium is not on the PATH', () => {
  expect(chromiumPath).toBeNull();
});

describe.runIf(chromiumPath !== null)('the page', () => {
  const stage = sharedStage();
  let browser: Browser;
  let sample = '';

  beforeAll(async () => {
    browser = await launchBrowser();
    sample = join(tempTree(), 'audit.html');
    const args = [
      'audit',
      '--kind',
      'serviceaccount',
      '--kind',
      'rds',
      '--kind',
      'elasticache',
      '--date',
      DATE,
    ];
    const { status, stderr } = await stage().rotatePr([...args, '--format', 'html', '--output', sample]);
    expect(stderr).toContain(`Written to ${sample}.`);
    expect(status).toBe(0);
  });
  afterAll(async () => {
    await browser?.close();
    removeTemps();
  });

  const column = (page: Page, name: string) => page.locator(`#list-rows td.${name} .main`).allInnerTexts();
  const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash);

  it('opens from the disk, asks nobody for anything and has nothing to complain of', async () => {
    const { page, complaints } = await visit(browser, sample);

    expect(await shown(page)).toMatch(/^\d+ credentials$/);
    expect(Number(await page.locator('#due').innerText())).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows a team its own: numbers, squares and rows', async () => {
    const { page, complaints } = await visit(browser, sample);

    await page.getByLabel('Team', { exact: true }).fill('waterways');

    expect(await shown(page)).toMatch(/^\d+ of \d+ credentials$/);
    expect(
      new Set((await column(page, 'namespace')).map((name) => name.replace(/-(dev|prod)$/, ''))),
    ).toEqual(new Set(['canal-permits']));
    expect(await page.locator('.map .square:not(.out)').count()).toBeGreaterThan(2);
    expect(await page.locator('.map .square.out').count()).toBeGreaterThan(10);
    expect(hash(page)).toBe('#team=waterways');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('links each credential to its line on GitHub, at the commit that was read', async () => {
    const { page } = await visit(browser, sample, '#namespace=canal-permits-prod&kind=elasticache');
    const commit = (await stage().world.runGit('rev-parse', 'HEAD')).trim();

    const link = await page.locator('#list-rows a.place').getAttribute('href');

    expect(link).toMatch(
      new RegExp(
        `/example-org/environments/blob/${commit}/namespaces/live\\.[^/]+/canal-permits-prod/resources/elasticache\\.tf#L2$`,
      ),
    );
    await page.close();
  });

  it('sorts by a click on a head, and back again, and says so to a screen reader', async () => {
    const { page } = await visit(browser, sample);
    const head = page.locator('#list').getByRole('columnheader', { name: 'Namespace' });

    await head.getByRole('button').click();
    const up = await column(page, 'namespace');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.getByRole('button').click();
    const down = await column(page, 'namespace');

    expect(up).toEqual([...up].sort());
    expect(down).toEqual([...down].sort().reverse());
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(hash(page)).toBe('#sort=-namespace');
    await page.close();
  });

  it('has the view in its address: what was clicked together opens again, and the way back leads back', async () => {
    const { page } = await visit(browser, sample);
    const whole = await shown(page);

    await page
      .getByRole('checkbox', { name: /^never rotated/ })
      .first()
      .check();
    await page.getByRole('searchbox', { name: 'Search' }).fill('dev');
    await page.getByRole('columnheader', { name: 'Rotated' }).getByRole('button').click();
    await page.locator('#list-rows td.credential .main').first().click();
    const view = await lookOf(page);
    const again = await visit(browser, sample, new URL(page.url()).hash);

    expect(hash(page)).toMatch(/^#q=dev&state=never&sort=rotated&id=/);
    expect(await lookOf(again.page)).toEqual(view);
    for (let steps = 0; steps < 3; steps += 1) await page.goBack();
    expect(await shown(page)).toBe(whole);
    await page.close();
    await again.page.close();
  });

  async function lookOf(page: Page): Promise<unknown> {
    return {
      shown: await shown(page),
      rows: await column(page, 'namespace'),
      chosen: await page.locator('#chosen').innerText(),
      details: await page.locator('#details-title').innerText(),
    };
  }

  it('opens one credential by its id, and closes it by the keyboard', async () => {
    const id = 'canal-permits-prod/elasticache.tf#sessions';
    const { page } = await visit(browser, sample, `#id=${encodeURIComponent(id)}`);
    const dialog = page.getByRole('dialog');

    expect(await dialog.getByRole('heading').innerText()).toBe(id);
    expect(await dialog.innerText()).toMatch(/21 Feb 2023/);
    expect(await dialog.innerText()).toContain(
      'rotate-pr plan -n canal-permits-prod --cluster live --kind elasticache',
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(hash(page)).toBe('#all');
    await page.close();
  });

  it('says that an id is none, and opens an address that makes no sense', async () => {
    const { page, complaints } = await visit(browser, sample, '#id=gone&state=nonsense&sort=sideways&%%%');

    expect(await page.getByRole('dialog').innerText()).toContain(
      'There is no credential gone in this audit.',
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows the reason of what is held, exempt or blocked', async () => {
    const { page } = await visit(browser, sample, '#state=held,exempt,blocked');

    const reasons = await page.locator('#list-rows td.reason').allInnerTexts();

    expect(reasons.every((reason) => reason !== '')).toBe(true);
    expect(reasons.join('\n')).toMatch(/on hold/);
    expect(reasons.join('\n')).toMatch(/replica/);
    expect(reasons.join('\n')).toMatch(/does not parse/);
    await page.close();
  });

  it('can be walked by the keyboard: a column of a chart, a square of a map', async () => {
    const { page } = await visit(browser, sample);

    await page.getByRole('link', { name: /^RDS passwords, never rotated: / }).focus();
    await page.keyboard.press('Enter');
    expect(hash(page)).toBe('#kind=rds&age=never');
    await page.getByRole('link', { name: 'Clear all' }).click();
    await page.getByRole('listbox', { name: /^RDS passwords/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');

    expect(hash(page)).toMatch(/^#namespace=/);
    expect(await page.locator('#tip').isVisible()).toBe(true);
    await page.close();
  });
});
