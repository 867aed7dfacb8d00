// Lists the verbs by which somebody's words, stance or thought are reported, as data: each with what it governs.
import type { StatementKind } from '../../types/statement.ts';

/**
 * What may follow a verb: a clause (`that`), a quotation (`quote`), a noun phrase that is what is said (`object`), `to`
 * and a verb (`infinitive`), a person who is told before any of these (`told`, always; `toldTo`, with `to` and a verb),
 * or a person and what that person is said to have done (`of`).
 */
export type Frame = 'that' | 'quote' | 'object' | 'infinitive' | 'told' | 'toldTo' | 'of';

/** A verb that reports: `speech` of what was said, `stance` of what was taken up or turned down, `mind` of thoughts. */
export interface CueVerb {
  readonly lemma: string;
  readonly manner: 'speech' | 'stance' | 'mind';
  readonly frames: readonly Frame[];
  /** Words between the verb and what it governs: "for" in "call for". */
  readonly particle?: string;
  /** The kind of statement that the verb alone makes. */
  readonly kind?: StatementKind;
}

const speech = (lemmas: string, frames: readonly Frame[], kind?: StatementKind): readonly CueVerb[] =>
  verbs('speech', lemmas, frames, kind);
const stance = (lemmas: string, frames: readonly Frame[], kind?: StatementKind): readonly CueVerb[] =>
  verbs('stance', lemmas, frames, kind);
const mind = (lemmas: string, frames: readonly Frame[], kind?: StatementKind): readonly CueVerb[] =>
  verbs('mind', lemmas, frames, kind);

function verbs(
  manner: CueVerb['manner'],
  lemmas: string,
  frames: readonly Frame[],
  kind?: StatementKind,
): readonly CueVerb[] {
  return lemmas.split(', ').map((entry) => {
    const [lemma = '', ...particle] = entry.split(' ');
    return {
      lemma,
      manner,
      frames,
      ...(particle.length === 0 ? {} : { particle: particle.join(' ') }),
      ...(kind === undefined ? {} : { kind }),
    };
  });
}

/** Every verb, in no order that matters; a lemma stands once for each particle. */
export const cueVerbs: readonly CueVerb[] = [
  ...speech('say, state, add, note, remark, respond, reply, declare, assert, explain, write, tweet, post', [
    'that',
    'quote',
  ]),
  ...speech(
    'comment, observe, continue, conclude, recall, joke, quip, begin, interject, elaborate, recount',
    ['that', 'quote'],
  ),
  ...speech('argue, claim, maintain, contend, insist, stress, emphasise, emphasize, underline, underscore', [
    'that',
    'quote',
  ]),
  ...speech('highlight, reiterate, repeat, affirm, reaffirm, acknowledge, concede, point out, make clear', [
    'that',
    'quote',
  ]),
  ...speech('reveal, disclose, indicate, mention, testify, report, opine, clarify, counter, retort, muse', [
    'that',
    'quote',
  ]),
  ...speech('rule, decide, rumour, rumor, argue back', ['that']),
  ...speech('announce, confirm', ['that', 'quote', 'object']),
  ...speech('chant, shout, cry, yell, read, exclaim', ['quote']),
  ...stance('express, voice', ['object']),
  ...speech('suggest, hint, signal, imply', ['that', 'quote']),
  ...speech('allege, complain, protest, lament', ['that', 'quote'], 'accusation'),
  ...speech('predict, forecast, foresee', ['that', 'quote', 'object'], 'prediction'),
  ...speech('warn, caution', ['that', 'quote', 'told', 'toldTo']),
  ...speech('warn of, warn against, caution against', ['object'], 'threat'),
  ...speech('tell, inform, assure, remind, notify, brief', ['told', 'toldTo', 'quote']),
  ...speech('admit', ['that', 'quote', 'object']),
  ...speech('speak of, speak about, talk about, talk of', ['object']),
  ...speech('ask, question, wonder', ['quote', 'toldTo', 'that']),
  ...speech('describe, call, term, label, brand, dub, characterise, characterize, denounce', ['quote']),
  ...speech('vow, pledge, promise, swear', ['that', 'quote', 'infinitive', 'object'], 'commitment'),
  ...speech('guarantee, undertake', ['that', 'infinitive', 'object'], 'commitment'),
  ...speech('urge, press, exhort, instruct, order, command, beg', ['toldTo', 'that', 'quote'], 'demand'),
  ...speech('demand', ['that', 'quote', 'object', 'infinitive'], 'demand'),
  ...speech('call for, appeal for, ask for, push for', ['object'], 'demand'),
  ...speech('call on, call upon, appeal to', ['toldTo'], 'demand'),
  ...speech('request', ['that', 'object', 'toldTo'], 'demand'),
  ...speech('propose, recommend, offer', ['that', 'quote', 'object', 'infinitive'], 'offer'),
  ...speech('threaten', ['that', 'quote', 'infinitive', 'object'], 'threat'),
  ...speech('accuse', ['of'], 'accusation'),
  ...speech('blame', ['of', 'told'], 'accusation'),
  ...stance('deny', ['that', 'quote', 'object'], 'denial'),
  ...stance('refuse, decline', ['infinitive', 'object'], 'refusal'),
  ...stance('reject, rule out, dismiss, turn down, rebuff', ['object', 'quote', 'that'], 'refusal'),
  ...stance('oppose, resist', ['object'], 'refusal'),
  ...stance('object to', ['object'], 'refusal'),
  ...stance(
    'condemn, criticise, criticize, decry, deplore, slam, blast, deride, regret',
    ['object'],
    'accusation',
  ),
  ...stance('welcome, hail, praise, applaud, commend, laud', ['object', 'quote']),
  ...stance('support, back, endorse, favour, favor, advocate', ['object', 'that']),
  ...stance('agree', ['that', 'quote', 'infinitive'], 'commitment'),
  ...stance('agree to', ['object'], 'commitment'),
  ...stance('agree with', ['object']),
  ...stance('disagree', ['that', 'quote']),
  ...stance('disagree with', ['object'], 'refusal'),
  ...stance('accept', ['object', 'that'], 'commitment'),
  ...mind('believe, think, consider, feel, doubt, suspect, assume, realise, realize, know, understand', [
    'that',
  ]),
  ...mind('expect, hope, wish, fear, worry', ['that', 'infinitive']),
  ...mind('hope for, long for, worry about, fear', ['object']),
  ...mind('want, intend, seek, plan, aim, prefer, aspire', ['infinitive', 'object']),
  ...mind('believe in', ['object']),
];

/** Past tense and participle of the verbs above that do not end in -ed. */
export const irregular: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  speak: ['spoke', 'spoken'],
  make: ['made', 'making', 'makes'],
  begin: ['began', 'begun', 'beginning', 'begins'],
  swear: ['swore', 'sworn'],
  read: ['read'],
  undertake: ['undertook', 'undertaken', 'undertaking', 'undertakes'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew', 'known'],
  understand: ['understood'],
  seek: ['sought'],
  foresee: ['foresaw', 'foreseen', 'foreseeing'],
  forecast: ['forecast'],
  beg: ['begged', 'begging'],
  slam: ['slammed', 'slamming'],
  admit: ['admitted', 'admitting'],
  quip: ['quipped', 'quipping'],
  plan: ['planned', 'planning'],
  label: ['labelled', 'labeled', 'labelling'],
  signal: ['signalled', 'signaled', 'signalling'],
};

/** A form of a verb: `past` may also be a participle. */
export interface VerbForm {
  readonly lemma: string;
  readonly form: 'base' | 'third' | 'past' | 'ing';
}

/** Every form of every verb above, in lower case. */
export const verbForms: ReadonlyMap<string, VerbForm> = new Map(
  [...new Set(cueVerbs.map(({ lemma }) => lemma))].flatMap((lemma) => formsOf(lemma)),
);

/** The entries of each lemma, those with a particle first. */
export const verbsOf: ReadonlyMap<string, readonly CueVerb[]> = new Map(
  [...new Set(cueVerbs.map(({ lemma }) => lemma))].map((lemma) => [
    lemma,
    cueVerbs
      .filter((verb) => verb.lemma === lemma)
      .sort((a, b) => (b.particle?.length ?? 0) - (a.particle?.length ?? 0)),
  ]),
);

function formsOf(lemma: string): readonly (readonly [string, VerbForm])[] {
  const own = irregular[lemma] ?? [];
  const endsInE = lemma.endsWith('e');
  const stem = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}i` : lemma;
  const third = /(s|sh|ch|x|z|[^aeiou]o)$/.test(lemma)
    ? `${lemma}es`
    : stem === lemma
      ? `${lemma}s`
      : `${stem}es`;
  const past = endsInE ? `${lemma}d` : `${stem}ed`;
  const ing = endsInE && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
  const isIng = (form: string): boolean => form.endsWith('ing');
  const list: [string, VerbForm][] = [
    [lemma, { lemma, form: 'base' }],
    [own.find((form) => form.endsWith('s')) ?? third, { lemma, form: 'third' }],
    [own.find(isIng) ?? ing, { lemma, form: 'ing' }],
  ];
  const pasts = own.filter((form) => !isIng(form) && !form.endsWith('s'));
  // "those who rule", "rumours": of these verbs only some forms report.
  if (/^(?:rule|rumou?r)$/.test(lemma)) list.splice(0, 2);
  for (const form of pasts.length > 0 ? pasts : [past]) list.push([form, { lemma, form: 'past' }]);
  return list;
}
