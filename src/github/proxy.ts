/** The way to GitHub's API through a proxy. git finds its own: curl reads the same variables. */
import type { Environment } from '../util/result.ts';

/** Addresses of proxies by the scheme of what is asked, empty for none; `none` are the hosts asked without. */
export interface Proxies {
  readonly http: string;
  readonly https: string;
  readonly none: string;
}

/** What `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say, in either case of letters; null without a proxy. */
export function proxiesOf(env: Environment): Proxies | null {
  const read = (name: string): string => env[name.toLowerCase()] || env[name] || '';
  const all = read('ALL_PROXY');
  const proxies = {
    http: read('HTTP_PROXY') || all,
    https: read('HTTPS_PROXY') || all,
    none: read('NO_PROXY'),
  };
  return proxies.http === '' && proxies.https === '' ? null : proxies;
}

/** A `fetch` through the proxies; Node's own does without them. */
export async function fetchThrough(proxies: Proxies | null): Promise<typeof fetch> {
  if (proxies === null) return fetch;
  const { EnvHttpProxyAgent, fetch: proxied } = await import('undici');
  const { http: httpProxy, https: httpsProxy, none: noProxy } = proxies;
  const dispatcher = new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy });
  type Init = Parameters<typeof proxied>[1];
  const send = (url: string, init: RequestInit) => proxied(url, { ...(init as Init), dispatcher } as Init);
  return send as unknown as typeof fetch;
}
