/** GitHub as a witness: when a secret of a repository was last written. Its value cannot be read by anybody. */
import { asker } from '../github/ask.ts';
import type { GitHubOptions } from '../github/client.ts';
import { MODULE_OWNER } from '../kinds/published.ts';
import type { Evidence } from '../results/verify.ts';
import { type Expectation, NOTHING_SEEN, type Statement, type Witness } from './witness.ts';

/** A GitHub Actions secret, of a repository or of one of its environments. */
interface ActionsSecret {
  readonly owner: string;
  readonly repository: string;
  readonly environment: string | null;
  readonly name: string;
}

/** GitHub's clock and Terraform's provider may differ by seconds from the commit's. */
const CLOCK_SECONDS = 120;

/**
 * Asks for `updated_at` (docs.github.com/en/rest/actions/secrets), once for each secret of a run. Takes a token that may read
 * secrets of the repositories that receive one.
 */
export function gitHubWitness(options: GitHubOptions): Witness {
  const ask = asker({ ...options, rights: '"Secrets: read" on the repository that has it' });
  const known = new Map<string, Promise<Lookup>>();
  const lookUp = (secret: ActionsSecret): Promise<Lookup> => {
    const key = JSON.stringify(secret).toLowerCase();
    const asked = known.get(key) ?? read(secret);
    known.set(key, asked);
    return asked;
  };

  async function read({ owner, repository: repo, environment, name }: ActionsSecret): Promise<Lookup> {
    const answer = await ask(`see when ${name} of ${owner}/${repo} was written`, async ({ rest }) => {
      const at = { owner, repo, secret_name: name };
      const { data } =
        environment === null
          ? await rest.actions.getRepoSecret(at)
          : await rest.actions.getEnvironmentSecret({ ...at, environment_name: environment });
      return data.updated_at;
    });
    if (answer.ok) return { updatedAt: answer.value };
    return { code: answer.error.code, message: answer.error.message };
  }

  return {
    async testify(expectation): Promise<Statement> {
      const { token } = expectation;
      if (token === null || token.repositories.length === 0) return NOTHING_SEEN;
      const { secrets, unknown } = secretsOf(expectation);
      const evidence: Evidence[] = unknown.map((name) =>
        cannotSee('name-unknown', `The text does not tell which GitHub secret is meant: ${name}`, null),
      );
      for (const secret of secrets) {
        evidence.push(testimony(secret, await lookUp(secret), expectation.mergedAt, options));
      }
      return { evidence, podsLeft: [] };
    },
  };
}

type Lookup = { readonly updatedAt: string } | { readonly code: string; readonly message: string };

function secretsOf({ token }: Expectation): {
  readonly secrets: readonly ActionsSecret[];
  readonly unknown: readonly string[];
} {
  if (token === null) return { secrets: [], unknown: [] };
  const { repositories, environments, githubSecret } = token;
  const unknown = [...repositories, ...environments, githubSecret].filter(({ computed }) => computed);
  const owner = token.owner ?? MODULE_OWNER;
  const names = environments.filter(({ computed }) => !computed).map(({ text }) => text);
  const secrets = repositories
    .filter(({ computed }) => !computed && !githubSecret.computed)
    .flatMap(({ text: repository }) =>
      (environments.length === 0 ? [null] : names).map((environment) => {
        return { owner, repository, environment, name: githubSecret.text };
      }),
    );
  return { secrets, unknown: unknown.map(({ text }) => text) };
}

function testimony(
  secret: ActionsSecret,
  found: Lookup,
  mergedAt: Date,
  { repository }: GitHubOptions,
): Evidence {
  const { owner, repository: repo, environment, name } = secret;
  const where = `${owner}/${repo}${environment === null ? '' : `, environment ${environment}`}`;
  const url = `${repository.serverUrl}/${owner}/${repo}/settings/secrets/actions`;
  if (!('updatedAt' in found)) {
    const right =
      found.code === 'forbidden' || found.code === 'not-found'
        ? `The token may not read the secrets of ${where}, or there is no ${name}: it needs “Secrets: read” there`
        : found.message;
    return cannotSee(found.code, right, url);
  }
  const isNew = Date.parse(found.updatedAt) >= mergedAt.getTime() - CLOCK_SECONDS * 1000;
  return {
    witness: 'github',
    says: isNew ? 'applied' : 'not-yet',
    at: found.updatedAt,
    url,
    code: isNew ? 'secret-written' : 'secret-stale',
    message: isNew
      ? `${name} of ${where} was written after the merge`
      : `${name} of ${where} was last written before the merge`,
  };
}

function cannotSee(code: string, message: string, url: string | null): Evidence {
  return { witness: 'github', says: 'cannot-see', at: null, url, code, message };
}
