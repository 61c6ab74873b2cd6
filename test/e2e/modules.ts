/** The modules' repositories on the GitHub of a world: what the emulator there has not. */
import type { Answer } from '../github/server/answers.ts';
import type { World } from '../github/world.ts';

/** Tags of the releases, by what follows `cloud-platform-terraform-`. */
export const LATEST: Readonly<Record<string, readonly string[]>> = {
  'rds-instance': ['9.3.0', '9.2.0', '9.1.0'],
  'elasticache-cluster': ['9.0.0', '8.2.0', '8.1.0'],
  serviceaccount: ['1.3.0', '1.2.0', '1.0.0'],
};

/** Gives the modules' repositories releases; every other request goes its way. */
export function publishModules(world: World, more: (path: string) => Answer | null = () => null): void {
  world.github.intercept((method, path) => {
    const module = /^\/repos\/ministryofjustice\/cloud-platform-terraform-([\w-]+)\/releases\?/.exec(
      path,
    )?.[1];
    const tags = module === undefined ? undefined : LATEST[module];
    if (method !== 'GET' || tags === undefined) return more(path);
    return { status: 200, headers: { ETag: `"${module}"` }, body: tags.map(release) };
  });
}

/** A release as GitHub describes one, so that the answer itself is held against its description too. */
function release(tag: string, id: number): object {
  const at = `https://api.github.com/repos/x/x/releases/${id}`;
  const user = Object.fromEntries(
    [
      'avatar_url',
      'events_url',
      'followers_url',
      'following_url',
      'gists_url',
      'html_url',
      'organizations_url',
    ]
      .concat('received_events_url', 'repos_url', 'starred_url', 'subscriptions_url', 'url')
      .map((name) => [name, 'https://example.com']),
  );
  return {
    ...{ url: at, html_url: at, assets_url: at, upload_url: at, tarball_url: null, zipball_url: null },
    ...{
      id,
      node_id: 'x',
      tag_name: tag,
      target_commitish: 'main',
      name: tag,
      draft: false,
      prerelease: false,
    },
    ...{ created_at: '2026-11-01T00:00:00Z', published_at: '2026-11-01T00:00:00Z', assets: [] },
    author: {
      ...user,
      ...{ login: 'x', id: 1, node_id: 'x', gravatar_id: null, type: 'User', site_admin: false },
    },
  };
}

/** What was asked about the modules, by what follows `cloud-platform-terraform-`. */
export function ofModules({ world }: { readonly world: World }): string[] {
  return world.github.log
    .map(({ path }) => /^\/repos\/ministryofjustice\/cloud-platform-terraform-([^?]+)/.exec(path)?.[1])
    .filter((path) => path !== undefined);
}
