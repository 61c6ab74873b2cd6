import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium of this machine; it is no dependency of ours. Null when there is none on the PATH. */
export const chromiumPath: string | null = findChromium();

export async function launchBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('chromium is not on the PATH');
  // in a container there is neither the sandbox's kernel feature nor a shared memory of use
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  return chromium.launch({ executablePath: chromiumPath, args });
}

function findChromium(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
