import type { DateFormat } from '../util/dates.ts';

/** What a block itself says about its rotation, apart from the date. */
export interface Finding {
  /** `exempt`: nothing to rotate; `blocked`: fix first; `warning`: rotates, but somebody should know. */
  readonly effect: 'exempt' | 'blocked' | 'warning';
  readonly code: string;
  readonly message: string;
}

/**
 * What the value of an argument means for a rotation. `{value}` in a message is the argument's value, `{written}` its
 * expression as the file has it.
 */
export interface Rule extends Finding {
  readonly argument: string;
  /**
   * `set`: not absent, `null` or `""`, whatever its value; `true`; `equal` to and `not` the `value` (an absent argument
   * is not it); `below` the `value`, as versions.
   */
  readonly is: 'set' | 'true' | 'equal' | 'not' | 'below';
  readonly value?: string;
  /** The rule holds only where this argument is absent, not known, or has this value. */
  readonly onlyWhere?: { readonly argument: string; readonly value: string };
  /**
   * What is said where the value cannot be known: neither fine nor exempt. For `below` also where the argument is not set
   * or is no version. Null: nothing, for a value that makes no difference. The code is the rule's own where none is given.
   */
  readonly unknown: (Pick<Finding, 'effect' | 'message'> & { readonly code?: string }) | null;
  /** Where the rule holds, or may: the hours in which the change can be applied. */
  readonly mergeBetween?: Hours;
}

/** From one time of the day to another, `hh:mm` in UTC. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/**
 * Who has a credential's value, as far as the folder's Terraform tells: a Kubernetes object that pods read, GitHub secrets
 * that Terraform writes, CircleCI by its name, or nobody who is named.
 */
export type Reach = 'object' | 'github' | 'circleci' | 'unknown';

/** An argument that has to hold a value beside the date, or the date is not in force. */
export interface Companion {
  readonly argument: string;
  readonly value: 'true';
}

/** How Terraform rotates a credential without a date that people set. */
export type SelfRotation =
  /** The module does it, unless the companion puts the date in force. `every`: `week`. */
  | { readonly by: 'module'; readonly every: string }
  /** A resource of the folder does it, where the date's argument is `<resource>.<name>.<attribute>`. */
  | { readonly by: 'resource'; readonly resource: string; readonly attribute: string };

/** What a kind's credential is called in a sentence. */
export interface Noun {
  readonly one: string;
  readonly many: string;
  /** What changes, without its owner: `password`. */
  readonly secret: string;
  /** What checks it: `database`. */
  readonly server: string;
}

/** The value of an argument with `suffix` behind it; where it is not set `missing`, or unknown when that is null. */
export interface ArgumentText {
  readonly argument: string;
  readonly missing: string | null;
  readonly suffix: string;
}

/** A Kubernetes service account that the module makes; its token is in the Secret `<account>-token-<date>`. */
export interface ServiceAccount {
  readonly account: ArgumentText;
  /** The date in the Secret's name where none is set; null when the text does not tell it then. */
  readonly missingDate: string | null;
  /** Where the module itself writes the token. */
  readonly push: {
    /** A list of repositories, or the one repository that the argument has to name. */
    readonly repositories: { readonly argument: string; readonly isList: boolean };
    readonly environments: { readonly argument: string; readonly isList: boolean };
    /** Name of the GitHub Actions secret; a text where no argument sets it. */
    readonly secret: ArgumentText | string;
    /** What applying does there: a sentence behind `applying`, for modules that name a repository. */
    readonly applying: string;
  };
  /** It may be meant for CircleCI, where Terraform does not write it: the names of file, module and account tell. */
  readonly maybeCircleCi: boolean;
}

/** A command that makes the server refuse all values but the newest at once. */
export interface SetCommand {
  /** Of the step, behind the module's name. */
  readonly title: string;
  /** `{<output>}` is replaced by what reads that output of the module from the Secret that Terraform fills. */
  readonly lines: readonly string[];
  /** Output → what is to be typed where no key of the Secret holds it alone. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly expect: string;
  /** The module's output with the AWS policy that the command takes. */
  readonly accessOutput: string;
}

/** The Terraform blocks that are credentials of a kind. */
export type About =
  /** A module, by the name of its repository, in lower case; `published`: its owner's releases are asked for on GitHub. */
  | { readonly block: 'module'; readonly repository: string; readonly published: boolean }
  /** A module, by its address in a registry: `hashicorp/consul/aws`. */
  | { readonly block: 'registry-module'; readonly address: string }
  /** A resource, by its type; one without the argument is none. */
  | { readonly block: 'resource'; readonly type: string };

/** What applying does, where a kind does not say it. */
export const UNDESCRIBED =
  'Terraform makes a new value. Whatever was given the old one has to be given the new one.';

/** What a kind is about, in a word: the repository, the address or the type. */
export function aboutWord(about: About): string {
  switch (about.block) {
    case 'module':
      return about.repository;
    case 'registry-module':
      return about.address;
    case 'resource':
      return about.type;
  }
}

/** One family of credentials, as data: a Terraform block, the argument that rotates its secret, and what that does. */
export interface Kind {
  readonly name: string;
  /** What people call it besides, in lower case: typed in place of the name it is answered with "did you mean". */
  readonly aliases: readonly string[];
  readonly noun: Noun;
  readonly about: About;
  /** A name, or a path into a map or block of the block: `keepers.rotated_at`. */
  readonly argument: string;
  /** How the date is written; every format of dates.ts is read. */
  readonly format: DateFormat;
  /** The value becomes part of a Kubernetes name, so that no `:` may stand in it. */
  readonly isPartOfName: boolean;
  /** First release of the module that has the argument; null where all have it, or there are no releases. */
  readonly since: string | null;
  /** Rotated when no kind is named. */
  readonly byDefault: boolean;
  readonly companion: Companion | null;
  /** Null where nothing but a date rotates it. */
  readonly selfRotation: SelfRotation | null;
  /** What Terraform does when the change is applied, for a pull request. */
  readonly applying: string;
  /** The same in one line each for whoever has to decide about the merge, by who has the value; `unknown` stands in for a missing one. */
  readonly impact: Readonly<Partial<Record<Reach, string>>> & { readonly unknown: string };
  /** Whether the server takes the value from before beside the new one. */
  readonly overlap: 'none' | 'one';
  /** How the pods that read the value are replaced after a rotation. */
  readonly restart: 'all' | 'one-by-one' | 'none';
  /**
   * Outputs of the module that change with a rotation, by its outputs.tf: whatever is made of one holds a value that is
   * no longer good. All other outputs (addresses, names, ARNs) stay as they are. `*`: any of them may.
   */
  readonly secretOutputs: readonly string[];
  /** Outputs of the module that are nothing but an argument handed back: output → argument. */
  readonly echoes: Readonly<Record<string, string>>;
  /** Null where the value is no token of a service account. */
  readonly serviceAccount: ServiceAccount | null;
  /** After a leak, beside a second rotation; null where there is no such command. */
  readonly setNewest: SetCommand | null;
  /** In the order to report; of those that exempt the first alone counts. */
  readonly rules: readonly Rule[];
}
