// Says in words what parts two accounts: which premise, whose word, and what its exchange does.

import type { Decision, Difference, NotTransplantable } from '../analysis/index.ts';
import { statementsOf } from '../analysis/index.ts';
import type { Account, Agreement, Preference, Statement, StateReference } from '../model/index.ts';
import type { Item } from './document.ts';
import { wordNames } from './premise-words.ts';
import { verdictNames } from './verdict-words.ts';
import { capital, counted, listed } from './wording.ts';

/** Two accounts, as a decision names them. */
const accountsOf = ({ pair }: Decision): readonly [Account, Account] => [
  pair[0].conflict.account,
  pair[1].conflict.account,
];

/** What decides between two accounts: what an exchange does, and the premises with both sides' sentences. */
export function decisionSentences(decision: Decision): readonly Item[] {
  const accounts = accountsOf(decision);
  const [first, second] = accounts;
  if (decision.found.length > 0) {
    return decision.found.map(({ differences, flips }) => ({
      text: effect(decision, differences, flips),
      points: differences.flatMap((difference) => bothSides(accounts, difference)),
    }));
  }
  const reason = decision.complete
    ? `no set of up to ${decision.upTo} premises that one could take from the other does it (${decision.searched} sets tried)`
    : `the search ended after ${decision.searched} sets`;
  return [`What decides between ${first.id} and ${second.id} was not found: ${reason}.`];
}

function effect(decision: Decision, differences: readonly Difference[], flips: 'both' | 0 | 1): string {
  const accounts = accountsOf(decision);
  const code = (side: 0 | 1): string => verdictNames[decision.pair[side].verdict.code];
  if (flips === 'both') {
    const [first, second] = accounts;
    return (
      `If ${first.id} and ${second.id} exchange ${listed(differences.map(shortName))}, they exchange their verdicts: ` +
      `${first.id} then says that ${code(1)}, and ${second.id} that ${code(0)}.`
    );
  }
  const turned = accounts[flips];
  const side = (1 - flips) as 0 | 1;
  const other = accounts[side];
  const how = listed(differences.map((difference) => takenText(difference, flips, other)));
  const cannot = decision.notTransplantable.filter(
    ({ difference, into }) => into === side && differences.includes(difference),
  );
  const back =
    cannot.length === 0
      ? `The same exchange does not turn account ${other.id}.`
      : `Account ${other.id} cannot take it over: ${listed([...new Set(cannot.map((each) => missingText(other, each)))])}.`;
  return `If account ${turned.id} ${how}, its verdict becomes that of ${other.id}: ${code(side)}. ${back}`;
}

function shortName(difference: Difference): string {
  switch (difference.kind) {
    case 'statement':
    case 'bar':
    case 'forbidden':
      return difference.premise;
    case 'order':
      return `the order of ${difference.decisionMaker}'s statements`;
    case 'preference':
      return `the preference of ${difference.decisionMaker}`;
    case 'agreement':
      return 'what counts as an agreement';
    case 'signatories':
      return 'whose consent it needs';
    case 'noDeal':
      return 'what happens without a deal';
    case 'statusQuo':
      return 'where the parties stand';
  }
}

/** The difference itself, and what the account that does not hold a statement says of that party instead. */
function bothSides(accounts: readonly [Account, Account], difference: Difference): readonly string[] {
  const text = `${capital(differenceText(accounts, difference))}.`;
  if (difference.kind !== 'statement') return [text];
  const other = accounts[1 - difference.holder] as Account;
  const preference = other.preferences[difference.decisionMaker];
  const instead = (preference === undefined ? [] : (statementsOf(preference) ?? [])).map(
    (statement, index) =>
      `${difference.decisionMaker}.${index + 1} "${statement.text}"${reasonOf(statement)}`,
  );
  const [most, ...others] = instead;
  if (most === undefined) return [text];
  const more = others.length === 0 ? '' : `; then ${counted(others.length, 'more premise')}`;
  return [text, `Account ${other.id} says of ${difference.decisionMaker} instead, first: ${most}${more}.`];
}

function takenText(difference: Difference, into: 0 | 1, other: Account): string {
  switch (difference.kind) {
    case 'statement':
    case 'bar':
    case 'forbidden':
      return difference.holder === into
        ? `gives up ${difference.premise}`
        : `takes over ${difference.premise} of ${other.id}`;
    case 'order':
      return `ranks ${difference.decisionMaker}'s statements as ${other.id} does`;
    case 'preference':
      return `sees ${difference.decisionMaker} as ${other.id} does`;
    case 'agreement':
      return `means by agreement what ${other.id} does`;
    case 'signatories':
      return `asks for the consent of those whom ${other.id} asks`;
    case 'noDeal':
      return `expects without a deal what ${other.id} does`;
    case 'statusQuo':
      return `sees the start as ${other.id} does`;
  }
}

/** Why an account cannot take something over. */
export function missingText(account: Account, { options }: NotTransplantable): string {
  return `account ${account.id} has no ${listed(options)}`;
}

/** One difference, with both sides' sentences and whose word they are. */
export function differenceText(accounts: readonly [Account, Account], difference: Difference): string {
  const [first, second] = accounts;
  switch (difference.kind) {
    case 'statement': {
      const holder = accounts[difference.holder];
      const statement = statementOf(holder, difference.premise);
      return `only account ${holder.id} holds ${difference.premise} "${difference.text}"${reasonOf(statement)}`;
    }
    case 'bar': {
      const holder = accounts[difference.holder];
      const other = accounts[1 - difference.holder] as Account;
      const bar = holder.infeasible[Number(difference.premise.split('.')[1]) - 1];
      return `only account ${holder.id} calls "${difference.text}" infeasible${reasonOf(bar)}; ${other.id} does not`;
    }
    case 'forbidden': {
      const holder = accounts[difference.holder];
      const other = accounts[1 - difference.holder] as Account;
      const move = holder.forbiddenMoves[Number(difference.premise.split('.')[1]) - 1];
      return `only account ${holder.id} forbids the move "${difference.text}"${reasonOf(move)}; ${other.id} does not`;
    }
    case 'order':
      return (
        `accounts ${first.id} and ${second.id} rank the same statements of ${difference.decisionMaker} otherwise: ` +
        `${orderOf(first, difference.decisionMaker)} against ${orderOf(second, difference.decisionMaker)}`
      );
    case 'preference':
      return `accounts ${first.id} and ${second.id} give ${difference.decisionMaker} another preference`;
    case 'agreement':
      return (
        `what counts as an agreement: "${agreementText(first.agreements)}" in ${first.id}, ` +
        `"${agreementText(second.agreements)}" in ${second.id}`
      );
    case 'signatories':
      return (
        `whose consent it needs: that of ${listed(first.signatories)} in ${first.id}, ` +
        `of ${listed(second.signatories)} in ${second.id}`
      );
    case 'noDeal':
      return `what happens without a deal: ${noDealText(first)} in ${first.id}, ${noDealText(second)} in ${second.id}`;
    case 'statusQuo':
      return `where the parties stand: ${startOf(first.statusQuo)} in ${first.id}, ${startOf(second.statusQuo)} in ${second.id}`;
  }
}

function statementOf(account: Account, premise: string): Statement | undefined {
  const [id = '', place = '0'] = premise.split(/\.(?=\d+$)/);
  const preference: Preference | undefined = account.preferences[id];
  return preference?.kind === 'statements' ? preference.statements[Number(place) - 1] : undefined;
}

/** A reason, whose word it is, and the evidence, as far as they are given. */
export function reasonOf(
  part:
    | {
        readonly because?: string;
        readonly evidence?: readonly string[];
        readonly word?: keyof typeof wordNames;
      }
    | undefined,
): string {
  const because = part?.because === undefined ? '' : `: ${part.because.replace(/\.$/, '')}`;
  const notes = [...(part?.word === undefined ? [] : [wordNames[part.word]]), ...(part?.evidence ?? [])];
  return `${because}${notes.length === 0 ? '' : ` [${notes.join(', ')}]`}`;
}

function orderOf(account: Account, id: string): string {
  const preference = account.preferences[id];
  return preference?.kind === 'statements'
    ? preference.statements.map(({ text }) => `"${text}"`).join(' before ')
    : 'none';
}

function agreementText(agreements: readonly Agreement[]): string {
  return agreements.length === 0
    ? 'nothing'
    : listed(
        agreements.map(({ text }) => text),
        'or',
      );
}

function startOf(state: StateReference): string {
  if (state.kind === 'name') return state.name;
  return state.taken.length === 0 ? 'no action taken' : listed(state.taken);
}

function noDealText({ noDeal }: Account): string {
  if (noDeal.kind === 'state') return startOf(noDeal.state);
  return noDeal.kind === 'security' ? 'what each party can secure alone' : 'the status quo';
}
