// Wraps the findings on some accounts as the JSON that a command prints.

/**
 * The findings on each account under `accounts`; those on a single account also stand beside it, as the contract has
 * them for one account.
 * @example accountsJson('A case', [{ account: 'base' }]) // => { impasse: 1, case: 'A case', account: 'base', accounts: [{ account: 'base' }] }
 */
export function accountsJson(
  title: string,
  accounts: readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<string, unknown>> {
  const only = accounts.length === 1 ? accounts[0] : undefined;
  return { impasse: 1, case: title, ...only, accounts };
}
