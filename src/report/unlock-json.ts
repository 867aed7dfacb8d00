// Writes what unlocking finds as the JSON that `unlock --json` prints; the published schema says what each field means.
import type { Edit, Kept, Opening, Unlocked, Unlocking } from '../analysis/index.ts';
import type { Case, Conflict } from '../model/index.ts';
import { stateName } from '../model/index.ts';
import { accountsJson } from './accounts-json.ts';
import { keptJson, wayJson } from './kept-words.ts';
import { editSentence } from './unlock-words.ts';

/** What is found about one account: the changes, and whether the deals that it has would be kept. */
export interface UnlockFindings {
  readonly unlocked: Unlocked;
  readonly kept: readonly Kept[];
}

/** The JSON of a case. */
export function unlockJson(
  value: Case,
  findings: readonly UnlockFindings[],
): Readonly<Record<string, unknown>> {
  return accountsJson(
    value.title,
    findings.map((each) => accountJson(value, each)),
  );
}

function accountJson(value: Case, { unlocked, kept }: UnlockFindings): Readonly<Record<string, unknown>> {
  const { conflict, question, holds, found, headlineHolds, headline } = unlocked;
  const { account } = conflict;
  const sets = (list: readonly Unlocking[]): readonly unknown[] =>
    list.map((each) => unlockingJson(value, conflict, each));
  return {
    account: account.id,
    name: account.name,
    target: 'agreement',
    concept: question.concept,
    reach: question.reach,
    maxEdits: question.maxEdits,
    kinds: question.kinds,
    options: account.options.map(({ key }) => key),
    ...(conflict.agreement === undefined ? { noAgreementDefined: true } : {}),
    holds: holds.map((each) => openingJson(conflict, each)),
    found: sets(found),
    headline: { holds: headlineHolds.map((each) => openingJson(conflict, each)), found: sets(headline) },
    kept: kept.map((each) => keptJson(conflict, each)),
    candidates: unlocked.candidates,
    searched: unlocked.searched,
    exhausted: unlocked.exhausted,
    ...(unlocked.exhausted ? {} : { truncated: true }),
    unlisted: unlocked.unlisted,
  };
}

function unlockingJson(
  value: Case,
  before: Conflict,
  { edits, cost, conflict, opens }: Unlocking,
): Readonly<Record<string, unknown>> {
  const keys = conflict.account.options.map(({ key }) => key);
  const isNew = keys.length > before.account.options.length;
  return {
    edits: edits.map((edit) => editJson(value, before, edit)),
    cost,
    ...(isNew ? { options: keys } : {}),
    opens: opens.map((each) => openingJson(conflict, each)),
  };
}

/** A change by what the contract names; `says` is the sentence for people. */
function editJson({ offers }: Case, { account }: Conflict, edit: Edit): Readonly<Record<string, unknown>> {
  const { kind } = edit;
  const owner = 'decisionMaker' in edit ? (edit.decisionMaker ?? null) : null;
  return {
    kind,
    decisionMaker: owner,
    ...('members' in edit ? { members: edit.members } : {}),
    ...('premise' in edit ? { premise: edit.premise } : {}),
    ...('from' in edit ? { from: edit.from, to: edit.to } : {}),
    ...('option' in edit ? { option: edit.option } : {}),
    ...('options' in edit ? { options: edit.options } : {}),
    ...('offer' in edit ? { offer: edit.offer } : {}),
    ...('direction' in edit ? { direction: edit.direction } : {}),
    ...('becomes' in edit ? { becomes: edit.becomes.text } : {}),
    says: editSentence(account, offers, edit),
  };
}

function openingJson(conflict: Conflict, opening: Opening): Readonly<Record<string, unknown>> {
  const { state, equilibrium, deal, reachable, path, kept } = opening;
  return {
    state: state + 1,
    [conflict.space === undefined ? 'name' : 'pattern']: stateName(conflict, state),
    equilibrium,
    deal,
    reachable,
    ...(path === undefined ? {} : { path: wayJson(conflict, path) }),
    ...(kept === undefined ? {} : { kept: kept.kept }),
  };
}
