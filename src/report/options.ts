/** How a report for the terminal is to look. Nothing here is asked of the process: the caller knows its terminal. */
export interface TextOptions {
  /** Columns of the terminal; 80 when unknown. */
  readonly width: number;
  /** ANSI colours or none. */
  readonly color: boolean;
  /** Everything listed, nothing summarised, reasons in full. */
  readonly verbose: boolean;
  /** `audit` lists at most so many namespaces, the worst; default all. */
  readonly namespaces?: number | undefined;
  /**
   * The selection of this run as command-line arguments (`['-n', 'laa-*']`), repeated in the commands that the
   * report proposes next. Quoted here; pass the raw arguments.
   */
  readonly selection?: readonly string[];
}

/** `plan` prints the pull requests' bodies on request only. */
export interface PlanTextOptions extends TextOptions {
  readonly bodies: boolean;
}

export interface MarkdownOptions {
  /** Every credential listed, `ok` and `exempt` ones too. */
  readonly verbose: boolean;
  /** As for `TextOptions`. */
  readonly selection?: readonly string[];
}
