/** Whether two logins are of one account: an App's ends with `[bot]` in one of GitHub's two APIs and not always in the other. */
export function isSameAccount(author: string | null, login: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replace(/\[bot\]$/, '');
  return author !== null && bare(author) === bare(login);
}
