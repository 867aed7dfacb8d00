// Builds the report of a case: who says what in one sentence, each account in full, and the verdicts side by side.
import type { VerdictCode } from '../analysis/index.ts';
import type { Case } from '../model/index.ts';
import { accountReport, omissionBlocks } from './account-report.ts';
import type { AccountFindings } from './analysis-json.ts';
import type { Document } from './document.ts';
import { heading, list, paragraph } from './document.ts';
import type { CitedStatement } from './evidence-list.ts';
import { premiseBlocks } from './evidence-list.ts';
import { orderSentence } from './sensitivity-words.ts';
import { accountTitle, countsLine, headline, holdingLines, verdictNames } from './verdict-words.ts';
import { warningText } from './warning-words.ts';
import { listed } from './wording.ts';

/** The report of several accounts, or of one. */
export function caseReport(
  { title }: Case,
  findings: readonly AccountFindings[],
  all = false,
  statements: readonly CitedStatement[] = [],
): Document {
  const [only] = findings;
  const report = (each: AccountFindings): Document => [
    ...accountReport(each, all, findings.length === 1),
    ...premiseBlocks(each.analysis.conflict.account, statements),
  ];
  if (only !== undefined && findings.length === 1) return [heading(1, title), ...report(only)];
  return [
    heading(1, title),
    paragraph(summary(findings), 'strong'),
    paragraph(
      'Each verdict says what follows from that account alone; none of them is called the truth.',
      'quiet',
    ),
    ...findings.flatMap(report),
    ...verdicts(findings),
  ];
}

/** Accounts by verdict, each named: names are listed, never counted. */
function summary(findings: readonly AccountFindings[]): string {
  const byCode = new Map<VerdictCode, string[]>();
  for (const { analysis } of findings) {
    const { code } = analysis.verdict;
    byCode.set(code, [...(byCode.get(code) ?? []), analysis.conflict.account.id]);
  }
  const parts = [...byCode].map(([code, accounts]) => `${listed(accounts)}: ${verdictNames[code]}`);
  return `${parts.join('. ')}.`;
}

/** The last page: every verdict with what it rests on most, and what its account leaves out. */
function verdicts(findings: readonly AccountFindings[]): Document {
  return [
    heading(1, 'The verdicts'),
    ...findings.flatMap(({ analysis, sensitivity, warnings }) => [
      heading(3, accountTitle(analysis.conflict)),
      paragraph(headline(analysis), 'strong'),
      ...list([
        countsLine(analysis),
        ...holdingLines(analysis),
        ...(sensitivity.orders === undefined ? [] : [orderSentence(sensitivity.orders)]),
        ...warnings
          .filter(({ code }) => ['W2001', 'W2002', 'W2003'].includes(code))
          .map((warning) => `${warningText(analysis.conflict, warning)} (${warning.code})`),
      ]),
      ...omissionBlocks(analysis),
    ]),
  ];
}
