// Builds the report of a comparison: questions by accounts, then what decides, then what each account leaves out.
import type { CaseComparison, Cell, CompareQuestion, Decision } from '../analysis/index.ts';
import type { Case } from '../model/index.ts';
import { stateName } from '../model/index.ts';
import { omissionBlocks } from './account-report.ts';
import { decisionSentences, differenceText, missingText } from './comparison-words.ts';
import type { Document } from './document.ts';
import { heading, list, paragraph, table } from './document.ts';
import { namesOf } from './naming.ts';
import { accountTitle, shortVerdicts } from './verdict-words.ts';
import { listed } from './wording.ts';

/** The report of several accounts side by side. */
export function comparisonReport({ title }: Case, comparison: CaseComparison): Document {
  const { questions, accounts, table: cells, decides } = comparison;
  const [only] = accounts;
  const left = accounts.flatMap((analysis) => omissionBlocks(analysis));
  const sides = accounts.map(({ conflict }) => conflict.account.id);
  return [
    heading(1, title),
    paragraph(
      'The same questions, asked of every account. Accounts are named and never counted; none is called the truth.',
    ),
    ...list(accounts.map(({ conflict }) => `${conflict.account.id}: ${conflict.account.name}`)),
    ...table(
      ['Question', ...sides],
      questions.map((question, row) => [
        questionText(question),
        ...accounts.map((analysis, column) => cellText(cells[row]?.[column] as Cell, question, analysis)),
      ]),
    ),
    paragraph(
      'A dot: this account has no action by which it could be said. In brackets: situations by their pattern.',
      'quiet',
    ),
    ...(only !== undefined && accounts.length === 1
      ? [paragraph('There is one account only: nothing to compare it with.', 'quiet')]
      : []),
    ...(decides.length === 0 ? [] : [heading(2, 'What decides')]),
    ...decides.flatMap(decisionBlocks),
    ...(left.length === 0 ? [] : [heading(2, 'What each account leaves out'), ...left]),
    ...(comparison.complete
      ? []
      : [paragraph('Stopped before the end: this comparison is truncated.', 'warning')]),
  ];
}

function decisionBlocks(decision: Decision): Document {
  const [first, second] = decision.pair;
  const accounts = [first.conflict.account, second.conflict.account] as const;
  const cannot = decision.notTransplantable.map(
    (each) => `${missingText(accounts[each.into], each)}: ${differenceText(accounts, each.difference)}.`,
  );
  return [
    heading(
      3,
      `${accounts[0].id} and ${accounts[1].id}: ${accountTitle(first.conflict)}, and ${accountTitle(second.conflict)}`,
    ),
    ...list(decisionSentences(decision)),
    ...(cannot.length === 0
      ? []
      : [
          paragraph(
            `Not comparable premise by premise, for want of an action in the other model: ${decision.notTransplantable.length} premises (${listed([...new Set(decision.notTransplantable.map((each) => missingText(accounts[each.into], each)))])}).`,
            'quiet',
          ),
        ]),
  ];
}

function questionText(question: CompareQuestion): string {
  switch (question.id) {
    case 'verdict':
      return 'Can an agreement hold?';
    case 'deal':
      return 'Is one better than no deal for all who sign?';
    case 'statusQuo':
      return 'Does the status quo hold?';
    case 'blockedBy':
      return 'Who stands in the way?';
    default:
      return `What of "${question.id.slice('kind.'.length)}"?`;
  }
}

function cellText(
  cell: Cell,
  question: CompareQuestion,
  { conflict }: CaseComparison['accounts'][number],
): string {
  const names = namesOf(conflict);
  const parties = cell.decisionMakers.map((id) =>
    names.decisionMaker(conflict.account.decisionMakers.findIndex((dm) => dm.id === id)),
  );
  const states = cell.states.slice(0, 2).map((s) => stateName(conflict, s));
  const shown = states.length === 0 ? '' : ` (${states.join(', ')}${cell.states.length > 2 ? ' ...' : ''})`;
  switch (cell.word) {
    case 'not-expressible':
      return '·';
    case 'not-defined':
      return 'no agreement defined';
    case 'yes':
      if (question.id === 'statusQuo') return 'yes';
      return question.id === 'blockedBy' ? listed(parties) : `yes${shown}`;
    case 'in-some-reading':
      return `in some readings${shown}`;
    case 'no':
      if (question.id === 'blockedBy') return 'nobody';
      return question.id === 'statusQuo' ? `no: ${listed(parties)} would leave` : 'no';
    default:
      return `${shortVerdicts[cell.word]}${shown}`;
  }
}
