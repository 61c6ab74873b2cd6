import type { Scan } from '../hcl/syntax.ts';

/** A Terraform file as it was read. */
export interface SourceFile {
  /** From the root of the repository, `/` between its parts. */
  readonly path: string;
  readonly text: string;
  readonly scan: Scan;
}
