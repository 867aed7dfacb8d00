// Says which situations are held by fear of something much worse, for people and as JSON.
import type { StrengthFinding } from '../analysis/index.ts';
import type { Concept, Conflict, StateIndex } from '../model/index.ts';
import type { Document, Item } from './document.ts';
import { heading, list, paragraph } from './document.ts';
import { namesOf } from './naming.ts';
import { accountName } from './verdict-words.ts';
import { capital, listed } from './wording.ts';

const shownLimit = 8;

/** The section on strength of one account. */
export function strengthBlocks(conflict: Conflict, found: readonly StrengthFinding[] | undefined): Document {
  const title = heading(3, 'How strongly situations hold');
  if (found === undefined)
    return [
      title,
      paragraph(
        `${capital(`in ${accountName(conflict)}`)} no statement is marked \`strong: true\`, or some preference is not fully known: nothing to tell.`,
        'quiet',
      ),
    ];
  const names = namesOf(conflict);
  const states = [...new Set(found.map(({ state }) => state))];
  const told = states.toSorted((a, b) => Number(marked(conflict, b)) - Number(marked(conflict, a)));
  const items = told.slice(0, shownLimit).map((state): Item => {
    const own = found.filter((each) => each.state === state);
    const strong = own.filter(({ degree }) => degree === 'strong').map(({ concept }) => concept);
    const weak = own.filter(({ degree }) => degree === 'weak');
    const who = [...new Set(weak.flatMap(({ weakFor }) => weakFor))].map(names.decisionMaker);
    const parts = [
      ...(strong.length > 0 ? [`strongly by ${listed(strong)}`] : []),
      ...(weak.length > 0
        ? [
            `weakly by ${listed(weak.map(({ concept }) => concept))}: what deters ${listed(who)} is not much worse for it`,
          ]
        : []),
    ];
    return `${capital(names.situation(state))} holds ${parts.join('; ')}.`;
  });
  return [
    title,
    ...list(items),
    paragraph(
      'Strongly: each move that tempts a party is answered by something it finds much worse. A strong statement outweighs ' +
        'all others here, wherever it stands in its list, so this part may rank situations otherwise than the rest.',
      'quiet',
    ),
  ];
}

const marked = (conflict: Conflict, s: StateIndex): boolean =>
  s === conflict.statusQuo || conflict.agreement?.[s] === 1;

/** The same as JSON: ids of states from 1. */
export function strengthJson(
  conflict: Conflict,
  found: readonly StrengthFinding[] | undefined,
): readonly Readonly<Record<string, unknown>>[] | null {
  if (found === undefined) return null;
  return found.map(({ state, concept, degree, weakFor }) => ({
    state: state + 1,
    concept: concept satisfies Concept,
    degree,
    weakFor: weakFor.map((dm) => conflict.account.decisionMakers[dm]?.id),
  }));
}
