// Says in plain words how much of an account's findings rests on what is not known, on whom, and how near they are to breaking.
import type { Everywhere, Flip, Modality, RobustAnalysis, Robustness } from '../analysis/index.ts';
import { verdictConcept } from '../analysis/index.ts';
import type { Case, Concept, StateIndex } from '../model/index.ts';
import { concepts as allConcepts, stateName } from '../model/index.ts';
import type { Document } from './document.ts';
import { heading, list, paragraph, table } from './document.ts';
import { namesOf } from './naming.ts';
import { accountName, accountTitle } from './verdict-words.ts';
import { capital, counted, grouped, listed, percent } from './wording.ts';

const shownLimit = 10;
const readingWords: Readonly<Record<Modality, string>> = {
  every: 'in every reading',
  some: 'in some readings',
  none: 'in no reading',
};

/** The report on the robustness of some accounts, and on what holds in all of them. */
export function robustReport(
  { title }: Case,
  found: readonly RobustAnalysis[],
  common: Everywhere | undefined,
  extra: (found: RobustAnalysis) => Document = () => [],
): Document {
  return [
    heading(1, title),
    ...found.flatMap((each) => [...accountBlocks(each), ...extra(each)]),
    ...(common === undefined ? [] : everywhereBlocks(common)),
  ];
}

function accountBlocks(found: RobustAnalysis): Document {
  const { conflict } = found.plan;
  return [
    heading(2, accountTitle(conflict)),
    paragraph(headline(found), 'strong'),
    paragraph(readingsLine(found), 'quiet'),
    ...(found.complete
      ? []
      : [paragraph('Stopped before the end: the shares are those of the readings looked at.', 'warning')]),
    heading(3, 'Which situations hold'),
    ...statesTable(found),
    ...decidingBlocks(found),
    ...flipBlocks(found),
  ];
}

function headline(found: RobustAnalysis): string {
  const { conflict } = found.plan;
  const agreement = found.agreement(verdictConcept);
  const statusQuo = found.equilibrium(conflict.statusQuo, verdictConcept);
  const parts = [
    ...(agreement === undefined ? [] : [holdsText('an agreement', 'no agreement holds', agreement, found)]),
    holdsText('the status quo', 'the status quo does not hold', statusQuo, found),
  ];
  return `In ${accountName(conflict)}, by ${verdictConcept}, ${parts.join('; ')}.`;
}

function holdsText(what: string, not: string, robustness: Robustness, { plan }: RobustAnalysis): string {
  const { word, isProven } = robustness;
  if (plan.total === 1) return word === 'every' ? `${what} holds` : not;
  if (word === 'some') return `${what} holds in some readings (${shareText(robustness)} of them)`;
  if (isProven) return `${what} holds ${readingWords[word]}`;
  return `${what} holds ${word === 'every' ? 'in every reading' : 'in none'} of those drawn (${shareText(robustness)} of all)`;
}

function shareText({ share, interval }: Robustness): string {
  if (interval === undefined) return percent(share);
  const [low, high] = interval.map((end) => Math.round(end * 1000) / 10) as [number, number];
  return `${percent(share)}, between ${low} and ${high} %`;
}

function readingsLine({ plan, tally }: RobustAnalysis): string {
  const { method, total, settings } = plan;
  const varied = [
    ...(settings.noise > 0
      ? [`${counted(settings.noise, 'exchange')} of neighbouring priorities in each list of known order`]
      : []),
    ...(settings.ties ? ['ties for unknown pairs'] : []),
  ];
  const also = varied.length === 0 ? '' : `, with ${listed(varied)}`;
  if (total === 1)
    return 'Nothing is left open here: one reading. --noise 1 tries what neighbouring priorities would change.';
  return method === 'exact'
    ? `${total === 2 ? 'Both readings' : `All ${counted(total, 'reading')}`} of the preferences were gone through${also}.`
    : `${capital(counted(tally.readings, 'reading'))} of ${grouped(total)} were drawn at random (seed ${settings.seed})${also}; ` +
        'shares stand with the interval that holds them 19 times in 20.';
}

/** The status quo and the situations that hold in some reading by nash or seq, those that hold most often first. */
function statesTable(found: RobustAnalysis): Document {
  const { conflict } = found.plan;
  const share = (s: StateIndex, concept: Concept): number => found.equilibrium(s, concept).share;
  const states = Array.from({ length: conflict.size }, (_, s) => s);
  const holding = states
    .filter((s) => s === conflict.statusQuo || share(s, 'nash') > 0 || share(s, 'seq') > 0)
    .toSorted((a, b) => share(b, 'seq') - share(a, 'seq') || share(b, 'nash') - share(a, 'nash'));
  const shown = holding.slice(0, shownLimit);
  const rest = states.filter(
    (s) => !shown.includes(s) && allConcepts.some((concept) => share(s, concept) > 0),
  ).length;
  return [
    ...table(
      ['', 'nash', 'seq', 'gmr'],
      shown.map((s) => {
        const marks = [
          ...(s === conflict.statusQuo ? ['status quo'] : []),
          ...(conflict.agreement?.[s] === 1 ? ['agreement'] : []),
        ];
        return [
          [`${s + 1} ${stateName(conflict, s)}`, ...marks].join(', '),
          ...(['nash', 'seq', 'gmr'] as const).map((concept) =>
            cellText(found.equilibrium(s, concept), found),
          ),
        ];
      }),
    ),
    ...(rest > 0
      ? [
          paragraph(
            `${counted(rest, 'more situation holds', 'more situations hold')} by some concept in some reading: --json lists them.`,
            'quiet',
          ),
        ]
      : []),
  ];
}

function cellText({ word, share, interval, isProven }: Robustness, { plan }: RobustAnalysis): string {
  if (plan.total === 1) return word === 'every' ? 'holds' : '-';
  if (word !== 'some' && isProven) return word === 'every' ? 'in every' : 'in none';
  if (interval === undefined) return percent(share);
  const [low, high] = interval.map((end) => Math.round(end * 1000) / 10);
  return `${percent(share)} (${low}-${high})`;
}

function decidingBlocks(found: RobustAnalysis): Document {
  const { variations, decidedBy, plan } = found;
  if (variations.length === 0) return [];
  const names = namesOf(plan.conflict);
  const what = plan.conflict.agreement === undefined ? 'the status quo holds' : 'an agreement holds';
  const items = variations.map(({ decisionMaker, verdict, total, method }) => {
    const readings =
      method === 'exact' ? counted(total, 'reading') : `a sample of ${counted(total, 'reading')}`;
    return `If only the preference of ${names.decisionMaker(decisionMaker)} varies (${readings}), ${what} ${readingWords[verdict]}.`;
  });
  return [
    heading(3, 'Whose preferences decide'),
    ...list(items),
    ...(decidedBy.length === 0
      ? [
          paragraph(
            found.agreement(verdictConcept)?.word === 'some'
              ? 'No party decides alone: only several together change the answer.'
              : 'No party alone changes the answer.',
            'quiet',
          ),
        ]
      : []),
  ];
}

/** The nearest break of the status quo and of agreements, by the concept of the verdict and by nash. */
function flipBlocks({ flips, plan }: RobustAnalysis): Document {
  const { conflict } = plan;
  const names = namesOf(conflict);
  const matters = flips.filter(
    ({ concept, state }) =>
      (concept === 'nash' || concept === verdictConcept) &&
      (state === conflict.statusQuo || conflict.agreement?.[state] === 1),
  );
  const byState = new Map<StateIndex, Flip[]>();
  for (const flip of matters) byState.set(flip.state, [...(byState.get(flip.state) ?? []), flip]);
  if (byState.size === 0) return [];
  const items = [...byState].slice(0, 6).map(([state, each]) => {
    const mark = state === conflict.statusQuo ? 'the status quo' : 'an agreement';
    const parts = each.map(({ concept, decisionMaker, swaps, isExact }) => {
      const count = `${isExact ? '' : 'at most '}${counted(swaps, 'swap')}`;
      return `by ${concept} ${count} in the ranking of ${names.decisionMaker(decisionMaker)}`;
    });
    return `${capital(names.situation(state))}, ${mark}: ${parts.join('; ')}.`;
  });
  return [
    heading(3, 'How near these are to breaking'),
    ...list(items),
    paragraph(
      'Counted in neighbouring situations that change places in the ranking of one party, all else as listed. "At most": fewer might do, by way of its replies to others.',
      'quiet',
    ),
  ];
}

function everywhereBlocks({ accounts, questions, states }: Everywhere): Document {
  const what = { agreement: 'an agreement holds', statusQuo: 'the status quo holds' } as const;
  const items = questions.flatMap(({ question, concept, answers, everywhere }) => {
    if (answers.length < 2) return [];
    if (everywhere !== undefined) {
      const who = answers.map(({ account }) => account);
      return [
        `By ${concept} ${what[question]} ${readingWords[everywhere]} of ${who.length === accounts.length ? 'every account' : 'each of these accounts'}: ${listed(who)}.`,
      ];
    }
    const parts = (['every', 'some', 'none'] as const).flatMap((word) => {
      const who = answers.filter((answer) => answer.word === word).map(({ account }) => account);
      return who.length === 0 ? [] : [`${readingWords[word]} of ${listed(who)}`];
    });
    return [`By ${concept} the accounts part: ${what[question]} ${parts.join('; ')}.`];
  });
  const lasting = (states ?? []).map(
    ({ name, concepts }) =>
      `Situation ${name} holds by ${listed(concepts)} in every reading of ${listed(accounts)}.`,
  );
  return [heading(1, 'What holds in every account'), ...list([...items, ...lasting.slice(0, shownLimit)])];
}
