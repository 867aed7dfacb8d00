// Says what holds where each party acts on its own account, and which of it is not borne out by another.
import type {
  HypergameAgainst,
  HypergameAnalysis,
  HypergameLabel,
  HypergameState,
  Seer,
} from '../analysis/index.ts';
import { misperceptions } from '../analysis/index.ts';
import type { Case, Concept } from '../model/index.ts';
import type { Document, Item } from './document.ts';
import { heading, list, paragraph } from './document.ts';
import { baseName, leaverText, misperceptionText } from './hypergame-words.ts';
import { capital, counted, listed } from './wording.ts';

const shownLimit = 8;
const labels: readonly HypergameLabel[] = ['agreed', 'phantom', 'hidden', 'unrecognised'];

/** What a label means, against the account that is measured against. */
const labelHeadings: Readonly<Record<HypergameLabel, (base: string) => string>> = {
  agreed: (base) => `Holds for each party in its own account, and in ${base}`,
  phantom: (base) => `Phantom: holds in the parties' own accounts, not in ${base}`,
  hidden: (base) => `Hidden: holds in ${base}, not in the parties' own accounts`,
  unrecognised: (base) => `Unrecognised: holds in ${base}, and some party's account does not know it`,
};

/** The report on a hypergame. */
export function hypergameReport(
  value: Case,
  found: HypergameAnalysis,
  unseeing: readonly string[],
): Document {
  const nameOf = (id: string): string => value.decisionMakers.find((dm) => dm.id === id)?.name ?? id;
  const sees = found.seers.map(({ id, view }) => `${nameOf(id)} sees ${baseName(view.conflict)}`);
  return [
    heading(1, value.title),
    paragraph(`Each party acts on its own account: ${listed(sees)}.`, 'strong'),
    ...(unseeing.length === 0
      ? []
      : [
          paragraph(
            `Left out, since the case names no account for it: ${listed(unseeing.map(nameOf))}.`,
            'warning',
          ),
        ]),
    ...(found.complete ? [] : [paragraph('Stopped before the end: what follows is truncated.', 'warning')]),
    ...list(holdingLines(value, found)),
    ...expectationBlocks(value, found),
    ...found.against.flatMap((against) => againstBlocks(value, found, against)),
    paragraph(
      'Preferences stand as each account has them; none of them is called the truth. What one party thinks that another ' +
        'thinks (a second level) is not asked: a case file names one account for each party.',
      'quiet',
    ),
  ];
}

/** What holds in the hypergame, by concepts with the same situations. */
function holdingLines(value: Case, { against, concepts }: HypergameAnalysis): readonly string[] {
  const states = against[0]?.states ?? [];
  const byStates = new Map<string, Concept[]>();
  for (const concept of concepts) {
    const key = states
      .flatMap(({ equilibrium }, place) => (equilibrium.includes(concept) ? [place] : []))
      .join();
    byStates.set(key, [...(byStates.get(key) ?? []), concept]);
  }
  return [...byStates].map(([key, held]) => {
    const places = key === '' ? [] : key.split(',').map(Number);
    const [first] = places;
    const by = capital(byConcepts(held, concepts));
    if (first === undefined) return `${by} no situation holds for each party in its own account.`;
    const more = places.length === 1 ? '' : ` (and ${places.length - 1} more)`;
    const taken = states[first]?.taken ?? [];
    return `${by} this holds for each party in its own account: ${actionsText(value, taken)}${more}.`;
  });
}

/** The concepts, or that it is all of them. */
const byConcepts = (held: readonly Concept[], asked: readonly Concept[]): string =>
  held.length === asked.length && asked.length > 1 ? 'by every concept' : `by ${listed(held)}`;

/** Concepts that the text tells in full; the others are in the JSON. */
const told = (concepts: readonly Concept[]): boolean => concepts.includes('seq') || concepts.includes('nash');

function expectationBlocks(
  value: Case,
  { expectations, seers, concepts: asked }: HypergameAnalysis,
): Document {
  const shown = expectations.filter(({ concepts }) => told(concepts));
  const nameOf = (id: string): string => value.decisionMakers.find((dm) => dm.id === id)?.name ?? id;
  const items = shown.slice(0, shownLimit).map(
    ({ view, seers: seeing, taken, concepts, leavers, unknownTo }): Item => ({
      text: `By ${baseName(view.conflict)} ${listed(seeing.map(({ id }) => nameOf(id)))} may expect this to hold, ${byConcepts(concepts, asked)}: ${actionsText(value, taken)}.`,
      points: [
        ...leavers.map(leaverText),
        ...unknownPoints(value, seers, { taken, unrecognisedBy: unknownTo }),
      ],
    }),
  );
  if (items.length === 0) return [];
  const more = shown.length - items.length;
  return [
    heading(3, 'What a party may expect, and the others would not do'),
    ...list(items),
    ...(more > 0 ? [paragraph(`${counted(more, 'more situation')}: --json lists them.`, 'quiet')] : []),
  ];
}

function againstBlocks(value: Case, found: HypergameAnalysis, against: HypergameAgainst): Document {
  const base = baseName(against.base.conflict);
  const blocks = labels.flatMap((label): Document => {
    const states = against.states.filter((state) => conceptsOf(state, label, found.concepts).length > 0);
    if (states.length === 0) return [];
    const full = states.filter((state) => told(conceptsOf(state, label, found.concepts)));
    const shown = full.slice(0, shownLimit).map((state) => stateItem(value, found, against, state, label));
    const rest = states.length - shown.length;
    const more = full.length > shown.length ? '' : ', by gmr or smr alone';
    return [
      heading(3, labelHeadings[label](base)),
      ...list(shown),
      ...(rest > 0
        ? [
            paragraph(
              `${shown.length > 0 ? 'And ' : ''}${counted(rest, 'situation')}${more}: --json lists them.`,
              'quiet',
            ),
          ]
        : []),
    ];
  });
  return [
    heading(2, `Measured against ${base}`),
    ...(blocks.length === 0 ? [paragraph('No situation holds, here or there, by any concept.')] : blocks),
  ];
}

const conceptsOf = (
  { labels: given }: HypergameState,
  label: HypergameLabel,
  concepts: readonly Concept[],
): readonly Concept[] => concepts.filter((concept) => given[concept] === label);

function stateItem(
  value: Case,
  found: HypergameAnalysis,
  against: HypergameAgainst,
  state: HypergameState,
  label: HypergameLabel,
): Item {
  const concepts = conceptsOf(state, label, found.concepts);
  const concept = concepts.includes('seq') ? 'seq' : (concepts[0] as Concept);
  const text = `${capital(actionsText(value, state.taken))}: ${byConcepts(concepts, found.concepts)}.`;
  if (label === 'agreed') return text;
  const points = misperceptions(against, state, concept, found.seers).map((each) =>
    misperceptionText(each, against.base.conflict),
  );
  return { text, points: [...unknownPoints(value, found.seers, state), ...points] };
}

function unknownPoints(
  value: Case,
  seers: readonly Seer[],
  state: Pick<HypergameState, 'taken' | 'unrecognisedBy'>,
): readonly string[] {
  return seers.flatMap(({ id, view }) => {
    if (!state.unrecognisedBy.includes(id)) return [];
    const { account } = view.conflict;
    const lacking = state.taken.filter((key) => !account.options.some((option) => option.key === key));
    const name = value.decisionMakers.find((dm) => dm.id === id)?.name ?? id;
    const why =
      lacking.length > 0
        ? `its account does not have ${listed(lacking.map((key) => `"${optionName(value, key)}"`))}`
        : 'its account takes it to be impossible';
    return [`${name} does not know it: ${why}.`];
  });
}

const optionName = ({ options }: Case, key: string): string =>
  options.find((option) => option.key === key)?.name ?? key;

/** What is done in a situation, in the names of the case. */
function actionsText(value: Case, taken: readonly string[]): string {
  return taken.length === 0
    ? 'nobody takes any of the actions'
    : taken.map((key) => optionName(value, key)).join('; ');
}
