/**
 * What a rotation brings with it and what is to be done then: the shapes of `runbook`, which `--format json` prints field
 * for field, but for sentences, which it prints as strings (report/runbook-json.ts). Plain data, as in results.ts.
 */
import type { KindName } from '../kinds/registry.ts';
import type { OtherCredential, Problem, Skipped } from './results.ts';

/** A text of the Terraform; `computed` when its value is not told there, and then it is the expression as written. */
export interface ResolvedText {
  readonly text: string;
  readonly computed: boolean;
}

/** One key of a Kubernetes object that is filled from a module's outputs. */
export interface ObjectEntry {
  readonly key: string;
  readonly outputs: readonly string[];
  readonly carriesSecret: boolean;
  /** The value is the output and nothing around it. */
  readonly isWhole: boolean;
}

/** A Secret or ConfigMap that Terraform writes. */
export interface KubernetesObject {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: ResolvedText;
  readonly namespace: ResolvedText;
  /** Whether it stands in the credential's own namespace; null when that is computed. */
  readonly isOwn: boolean | null;
  /** Empty where its data is not written out key by key. */
  readonly entries: readonly ObjectEntry[];
}

/** A block of the namespace's Terraform that uses outputs of a credential's module. */
export interface OutputUse {
  /** `resource`, `module`, `output`, `provider`, … */
  readonly block: string;
  /** A resource's type, null for any other block. */
  readonly type: string | null;
  readonly name: string | null;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Sorted; `*` for the module as a whole. */
  readonly outputs: readonly string[];
  /** One of the outputs changes with a rotation. */
  readonly carriesSecret: boolean;
  /** The names it comes through, such as `local.database`. */
  readonly via: readonly string[];
  readonly object: KubernetesObject | null;
  /** The arguments that say which thing a resource is, such as the name of an SSM parameter. */
  readonly naming: readonly { readonly argument: string; readonly value: ResolvedText }[];
}

/** Where a service account's token is found and who receives it. */
export interface TokenTargets {
  readonly account: ResolvedText;
  /** The Secret that holds the token while the date is the one in the file. */
  readonly secret: ResolvedText;
  /** GitHub repositories and environments that Terraform writes the token to; no repository: to none. */
  readonly repositories: readonly ResolvedText[];
  readonly environments: readonly ResolvedText[];
  /** Name of the GitHub Actions secret. */
  readonly githubSecret: ResolvedText;
  /** Owner of the repositories, null when the text does not tell it. */
  readonly owner: string | null;
  /** The name of the file, of the module or of the account says CircleCI. */
  readonly circleCi: boolean;
}

/** Who is touched by a rotation of one credential, as far as the namespace's own Terraform tells. */
export interface Consequences {
  readonly uses: readonly OutputUse[];
  /** Null for a credential that is no service account. */
  readonly token: TokenTargets | null;
  /** Files of the folder that could not be read: there may be more uses in them. */
  readonly unread: readonly string[];
}

/** A sentence in parts: prose, and names that a report shows as such. `--format json` prints it as one string. */
export type Phrase = readonly (string | { readonly name: string })[];

/** Something to do after a rotation. */
export interface RunbookStep {
  readonly title: Phrase;
  /** To be typed into a shell, quoted as it wants them; `<…>` is to be filled in. */
  readonly commands: readonly string[];
  /** What is to be seen then, and what is to be known. `--format json` prints one string a sentence. */
  readonly expect: readonly Phrase[];
  /** The credential that it is about; null for what is done once for the namespace. */
  readonly credential: string | null;
}

export interface RunbookCredential extends Consequences {
  readonly id: string;
  readonly kind: KindName;
  readonly module: string;
  /** Path from the root of the repository. */
  readonly file: string;
  readonly line: number;
  /** Those of the namespace's steps that are about this credential. */
  readonly steps: readonly RunbookStep[];
}

/** What is to be done in one namespace once its rotations are applied. */
export interface RunbookNamespace {
  readonly namespace: string;
  readonly cluster: string;
  readonly credentials: readonly RunbookCredential[];
  /** Everything, in the order to do it, the credentials' own steps among it. */
  readonly steps: readonly RunbookStep[];
  /** Certificates, access keys and token Secrets of the namespace, and what is to be done to have them rotated. */
  readonly otherCredentials: readonly OtherCredential[];
  readonly otherSteps: readonly RunbookStep[];
}

/** `runbook --format json`. */
export interface RunbookResult {
  readonly schemaVersion: 1;
  /** `yyyy-MM-dd`. */
  readonly date: string;
  readonly namespaces: readonly RunbookNamespace[];
  /** Selected credentials that cannot be rotated, each with its reason. */
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}
