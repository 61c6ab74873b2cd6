/** What a witness is asked, and how it answers: metadata only, never a value of a secret. */
import type { TokenTargets } from '../results/runbook.ts';
import type { Evidence, PodsLeft } from '../results/verify.ts';

/** A Kubernetes Secret by its place. */
export interface SecretName {
  readonly namespace: string;
  readonly name: string;
}

/** A rotation that was merged, and where its new value is to appear. */
export interface Expectation {
  readonly id: string;
  readonly cluster: string;
  readonly namespace: string;
  /** When the commit came to the branch. */
  readonly mergedAt: Date;
  readonly pullRequest: number | null;
  /** A service account's: where its token is and who receives it; null for another credential. */
  readonly token: TokenTargets | null;
  /** The service account's Secret with the date from before, which goes with the apply. */
  readonly oldSecret: SecretName | null;
  /** Secrets that Terraform fills with the value; only those whose name and namespace the text tells. */
  readonly filled: readonly SecretName[];
  /** Secrets, ConfigMaps and other places that take the value and cannot be looked at, by their names in the code. */
  readonly unseen: readonly string[];
}

export interface Statement {
  readonly evidence: readonly Evidence[];
  readonly podsLeft: readonly PodsLeft[];
}

/** Somebody who can see whether rotations are in force. */
export interface Witness {
  /** What it sees of a rotation; no evidence where the rotation is none of its business. */
  readonly testify: (expectation: Expectation) => Promise<Statement>;
}

export const NOTHING_SEEN: Statement = { evidence: [], podsLeft: [] };
