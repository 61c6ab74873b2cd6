/**
 * The git repositories behind the API: the environments repository, and a fork of it where the world has one. On GitHub
 * a fork shares its objects with what it was forked from; here they are fetched as soon as they are seen.
 */
import { readRefs } from '../../../src/demo/refs.ts';
import { takeObjects } from './bare-repository.ts';

export interface Repository {
  /** `owner/name`. */
  readonly name: string;
  /** Folder of the bare repository. */
  readonly bare: string;
}

export function ownerOf(repository: string): string {
  return repository.split('/')[0] ?? '';
}

export class Repositories {
  readonly main: Repository;
  readonly fork: Repository | null;
  readonly #refs = new Map<string, ReadonlyMap<string, string>>();

  constructor(main: Repository, fork: Repository | null) {
    this.main = main;
    this.fork = fork;
  }

  /** Reads the refs of all anew. */
  async sync(): Promise<void> {
    const { main, fork } = this;
    this.#refs.set(main.name, await readRefs(main.bare));
    if (fork === null) return;
    const before = new Set(this.#refs.get(fork.name)?.values());
    const after = await readRefs(fork.bare);
    const fresh = [...new Set(after.values())].filter((sha) => !before.has(sha));
    if (fresh.length > 0) await takeObjects(main.bare, fork.bare, fresh);
    this.#refs.set(fork.name, after);
  }

  /** The commit of a branch; undefined where there is none. */
  head(repository: string, branch: string): string | undefined {
    return this.#refs.get(repository)?.get(`refs/heads/${branch}`);
  }

  named(repository: string): Repository | null {
    return [this.main, this.fork].find((one) => one?.name === repository) ?? null;
  }

  /** The repository of an owner, which is what `owner:branch` names. */
  ownedBy(owner: string): Repository | null {
    return [this.main, this.fork].find((one) => one !== null && ownerOf(one.name) === owner) ?? null;
  }
}
