/** How a world's GitHub is set up; everything has GitHub's own default. */
export interface GitHubSettings {
  /** The clock of everything that GitHub dates. Default: the real one. */
  readonly now?: () => Date;
  /**
   * Slugs of the owner's teams. A `stranger` exists, but has no access to the repository. What is not named does not
   * exist, or may not be seen by the token, which GitHub does not tell apart.
   */
  readonly teams?: Readonly<Record<string, 'collaborator' | 'stranger'>>;
  /** Logins with access to the repository besides those of the tokens: they can review and be assigned. */
  readonly users?: readonly string[];
  /** The setting "Allow auto-merge". Default: false. */
  readonly autoMerge?: boolean;
  /** Are commits that the API makes signed? An Enterprise Server may not do it. Default: true. */
  readonly signs?: boolean;
  /**
   * When GitHub Actions secrets were last written, by `owner/repository/NAME` or `owner/repository/environment/NAME`, RFC
   * 3339; a number is the status of a refusal. What is not named does not exist.
   */
  readonly secrets?: Readonly<Record<string, string | number>>;
}
