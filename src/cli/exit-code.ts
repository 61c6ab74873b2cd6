/** 0 done; 1 done, with findings; 2 could not run; 130 stopped by the person, as a shell says it of Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;
