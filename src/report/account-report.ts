// Builds the report of one account: the verdict first, then the situations that matter, then why, then what it rests on.
import type { AccountAnalysis } from '../analysis/index.ts';
import { stableIn } from '../analysis/index.ts';
import type { AccountFindings } from './analysis-json.ts';
import type { Document } from './document.ts';
import { heading, list, paragraph } from './document.ts';
import { namesOf } from './naming.ts';
import { sensitivitySentences } from './sensitivity-words.ts';
import { situationBlocks } from './situation-table.ts';
import {
  accountName,
  accountTitle,
  countsLine,
  headline,
  omissions,
  stableAgreement,
} from './verdict-words.ts';
import { warningLines } from './warning-words.ts';
import { reasonFor, whyForAll } from './why-words.ts';
import { counted, listed } from './wording.ts';

/**
 * The report of one account.
 * @param all - show every situation
 * @param isOnly - it is the only account of the report: then the case's title is title enough
 */
export function accountReport(findings: AccountFindings, all = false, isOnly = false): Document {
  const { analysis } = findings;
  const { conflict, verdict } = analysis;
  return [
    ...(isOnly && conflict.account.id === 'base' ? [] : [heading(2, accountTitle(conflict))]),
    paragraph(headline(analysis), 'strong'),
    paragraph(countsLine(analysis), 'quiet'),
    ...settingBlocks(analysis),
    ...omissionBlocks(analysis),
    ...(analysis.complete
      ? []
      : [paragraph('Stopped before the end: what follows is truncated.', 'warning')]),
    ...situationBlocks(analysis, all),
    ...statusQuoBlocks(analysis),
    ...blockedBlocks(analysis),
    ...pathBlocks(analysis),
    heading(3, 'What this verdict rests on'),
    ...list(sensitivitySentences(analysis, findings.sensitivity)),
    ...(findings.warnings.length === 0 ? [] : [heading(3, 'Worth a second look')]),
    ...list(warningLines(conflict, findings.warnings)),
    ...(verdict.code === 'no-agreement-defined'
      ? [paragraph('Add `agreement:` to the case to ask whether one is possible.', 'quiet')]
      : []),
  ];
}

/** Settings other than the definitions', and the judgement of each party by its own concept. */
function settingBlocks({ question, mixed, conflict }: AccountAnalysis): Document {
  const names = namesOf(conflict);
  const sanctions = {
    legal: [],
    once: [
      paragraph(
        'Replies in which each of the others moves at most once, as GMCR+ has it: a named setting.',
        'warning',
      ),
    ],
    single: [paragraph('Replies of one single move: a named setting.', 'warning')],
  }[question.sanctions];
  if (mixed === undefined) return sanctions;
  const judged = mixed.conceptOf.map((concept, dm) => `${names.decisionMaker(dm)} by ${concept}`);
  const states = mixed.states.slice(0, 4).map((s) => names.situation(s));
  const more = mixed.states.length > 4 ? [counted(mixed.states.length - 4, 'more situation')] : [];
  const held =
    states.length === 0 ? 'no situation holds for all' : `for all hold ${listed([...states, ...more])}`;
  return [...sanctions, paragraph(`With each party judged by its own concept (${listed(judged)}), ${held}.`)];
}

/** What the account leaves out, beside its verdict. */
export function omissionBlocks({ conflict }: AccountAnalysis): Document {
  const left = omissions(conflict);
  if (left.length === 0) return [];
  return [paragraph(`What ${accountName(conflict)} leaves out:`), ...list(left)];
}

function statusQuoBlocks(analysis: AccountAnalysis): Document {
  const { conflict, verdict, stability } = analysis;
  const holds = analysis.equilibria[verdict.concept]?.includes(conflict.statusQuo) === true;
  const unstable = stability.complete ? 'Why the status quo does not hold' : 'The status quo';
  return [
    heading(3, holds ? 'What holds the status quo' : unstable),
    ...list(whyForAll(analysis, verdict.concept, conflict.statusQuo)),
  ];
}

function blockedBlocks(analysis: AccountAnalysis): Document {
  const { verdict, conflict } = analysis;
  const { nearest } = verdict;
  if (nearest === undefined || verdict.blockedBy.length === 0) return [];
  const names = namesOf(conflict);
  return [
    heading(3, 'Who stands in the way'),
    paragraph(`The agreement nearest to holding is ${names.situation(nearest)}: ${names.actions(nearest)}.`),
    ...list(
      verdict.blockedBy.map(({ decisionMaker, state, witness }) =>
        reasonFor(conflict, {
          decisionMaker,
          state,
          witness,
          concept: verdict.concept,
          stable: stableIn(analysis.stability, decisionMaker, state, verdict.concept),
        }),
      ),
    ),
  ];
}

function pathBlocks(analysis: AccountAnalysis): Document {
  const { conflict, reachability } = analysis;
  const names = namesOf(conflict);
  const target = stableAgreement(analysis);
  const path = target === undefined ? undefined : reachability.path(target);
  if (target === undefined || path === undefined || path.length === 0) return [];
  const pays = reachability.byImprovements(target)
    ? 'and each step pays for whoever takes it'
    : 'but not every step pays for whoever takes it';
  return [
    heading(3, 'The way there'),
    paragraph(`${names.path(conflict.statusQuo, path)}: ${names.situation(target)}, ${pays}.`),
  ];
}
