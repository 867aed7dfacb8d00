// Says what an account holds that a format of another tool has no place for.
import type { Diagnostic } from '../base/index.ts';
import { diagnostic } from '../base/index.ts';
import type { Account } from '../model/index.ts';

/** One warning that lists them; nothing where there are none. */
export function listedOmissions(account: Account, format: string): Diagnostic[] {
  const preferences = Object.values(account.preferences);
  const statements = preferences.flatMap((preference) =>
    preference.kind === 'statements' ? preference.statements : [],
  );
  const parts = [...account.infeasible, ...account.agreements, ...preferences, ...statements];
  const left = [
    'the status quo',
    ...(account.agreements.length > 0 ? ['the agreement'] : []),
    ...(account.noDeal.kind === 'statusQuo' ? [] : ['what happens without one']),
    ...(parts.some(({ because }) => because !== undefined) ? ['reasons'] : []),
    ...(parts.some(({ evidence }) => evidence !== undefined) ? ['evidence'] : []),
    ...(account.infeasible.some(({ kind }) => kind !== 'logical') ? ['why combinations cannot occur'] : []),
    ...(statements.some(({ strong }) => strong === true) ? ['which statements are strong'] : []),
    ...(Object.keys(account.concepts).length > 0 ? ['concepts of single decision makers'] : []),
  ];
  const at = account.at === undefined ? {} : { at: account.at };
  const message = `a ${format} file has no place for ${left.join(', ')} of account ${account.id}, and leaves that out`;
  return [diagnostic('W4020', message, at)];
}
