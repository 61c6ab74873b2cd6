/** The page of `audit --format html`, opened from the disk in a real browser. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { tempTree } from '../environments/temp.ts';

export interface Visit {
  readonly page: Page;
  /** What the browser had to say, and every address it asked for beside the file's own. */
  readonly complaints: readonly string[];
}

export interface VisitOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly javaScriptEnabled?: boolean;
}

/** Opens a file, and waits until its script has drawn it. */
export async function visit(
  browser: Browser,
  file: string,
  hash = '',
  { width = 1400, ...options }: VisitOptions = {},
): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...options });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== pathToFileURL(file).href)
      complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(`${pathToFileURL(file).href}${hash}`);
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html.ready', { state: 'attached' });
  return { page, complaints };
}

/** A file with the text of a page. */
export function fileOf(text: string): string {
  return join(tempTree({ 'audit.html': text }), 'audit.html');
}

/** How many credentials the page says that it shows. */
export function shown(page: Page): Promise<string> {
  return page.locator('#shown').innerText();
}
