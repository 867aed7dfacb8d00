// Reads and writes a codebook: the actors and concepts that statements are coded with, as YAML.
import { isMap, stringify } from 'yaml';
import type { Outcome } from '../base/index.ts';
import type { Actor, Codebook, CodebookConcept } from '../evidence/index.ts';
import { uniqueIds } from './case/declarations.ts';
import type { Reading } from './case/reading.ts';
import { startReading } from './case/reading.ts';
import type { Read, Shape, Word } from './case/shape.ts';
import { as, byKind, flag, list, object, optional, prose, required, word } from './case/shape.ts';
import { defaultReadLimits } from './case/yaml-scan.ts';
import { openYaml } from './case/yaml-source.ts';

const texts: Shape<readonly Word[]> = byKind('a text or a list of texts', {
  text: as(word, (one) => [one]),
  list: list(word, 'a list of texts'),
});

const role = object('role', 'a role', {
  role: required(prose, 'What the actor is: president, union leader, ...'),
  from: optional(prose, 'From when on, as an ISO 8601 date.'),
  to: optional(prose, 'Until when, as an ISO 8601 date.'),
});

const actor = object('actor', 'an actor', {
  id: required(word, 'The name in statements.'),
  name: optional(prose, 'The name in output; default: the id.'),
  aliases: optional(texts, 'Other names of it, in any case.'),
  metonyms: optional(texts, 'Places that stand for it: a capital for its government.'),
  memberOf: optional(texts, 'Ids of actors to which it belongs.'),
  roles: optional(list(role, 'a list of roles'), 'What it is, and when.'),
  decisionMaker: optional(prose, 'The decision maker of the case that it speaks for.'),
});

const concept = object('concept', 'a concept', {
  id: required(word, 'The name in statements.'),
  name: optional(prose, 'The name in output; default: the id.'),
  keywords: optional(texts, 'Words and phrases that point to it.'),
  parent: optional(word, 'The wider concept.'),
  opposite: optional(word, 'The concept that support for this one opposes.'),
  option: optional(prose, 'The option of the case that it maps to.'),
  value: optional(flag, 'false where support for the concept means that the option is not taken.'),
});

const codebookShape = object('codebook', 'a codebook', {
  actors: optional(list(actor, 'a list of actors'), 'Who speaks and who holds a stance.'),
  concepts: optional(list(concept, 'a list of concepts'), 'What actors are for or against.'),
});

/**
 * Reads `codebook.yaml`: all problems at once, and a codebook only where none is an error.   Rules [CBK1], [CBK2].
 * @param uri - how diagnostics name the file
 * @complexity O(length)
 * @example readCodebook('actors: [{ id: a, aliases: The A }]', 'c.yaml').value.actors[0].aliases // => ['The A']
 */
export function readCodebook(text: string, uri: string): Outcome<Codebook> {
  const { value: source, diagnostics } = openYaml(text, uri, defaultReadLimits);
  if (source === undefined) return { diagnostics };
  const reading = startReading(source, defaultReadLimits);
  if (!isMap(source.root)) {
    reading.report('E1002', reading.headOf(source.root), 'the file is not a map of keys', {
      expected: '`actors` and `concepts`, each a list',
    });
    return { diagnostics: reading.diagnostics() };
  }
  const draft = codebookShape.read(source.root, reading, 'the file');
  const actors = readActors(draft?.actors ?? [], reading);
  const concepts = readConcepts(draft?.concepts ?? [], reading);
  const all = [...diagnostics, ...reading.diagnostics()];
  return all.length > 0 ? { diagnostics: all } : { value: { actors, concepts }, diagnostics: [] };
}

function readActors(drafts: readonly Read<typeof actor>[], reading: Reading): readonly Actor[] {
  const unique = uniqueIds(reading);
  const known = new Set(drafts.flatMap(({ id }) => id?.text ?? []));
  return drafts.flatMap((draft): readonly Actor[] => {
    const id = unique(draft.id);
    for (const member of draft.memberOf ?? []) refer(member, known, 'actor', reading);
    if (id === undefined) return [];
    return [
      {
        id,
        name: draft.name ?? id,
        aliases: plain(draft.aliases),
        metonyms: plain(draft.metonyms),
        memberOf: plain(draft.memberOf),
        roles: (draft.roles ?? []).flatMap(({ role: what, from, to }) =>
          what === undefined
            ? []
            : [{ role: what, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }],
        ),
        ...(draft.decisionMaker === undefined ? {} : { decisionMaker: draft.decisionMaker }),
      },
    ];
  });
}

function readConcepts(drafts: readonly Read<typeof concept>[], reading: Reading): readonly CodebookConcept[] {
  const unique = uniqueIds(reading);
  const known = new Set(drafts.flatMap(({ id }) => id?.text ?? []));
  return drafts.flatMap(
    ({ id: given, name, keywords, parent, opposite, option, value }): readonly CodebookConcept[] => {
      const id = unique(given);
      for (const other of [parent, opposite])
        if (other !== undefined) refer(other, known, 'concept', reading);
      if (id === undefined) return [];
      return [
        {
          id,
          name: name ?? id,
          keywords: plain(keywords),
          ...(parent === undefined ? {} : { parent: parent.text }),
          ...(opposite === undefined ? {} : { opposite: opposite.text }),
          ...(option === undefined ? {} : { option }),
          ...(value === undefined ? {} : { value }),
        },
      ];
    },
  );
}

const plain = (words: readonly Word[] | undefined): readonly string[] =>
  (words ?? []).map(({ text }) => text);

function refer(name: Word, known: ReadonlySet<string>, what: string, reading: Reading): void {
  if (known.has(name.text)) return;
  const near = reading.suggest(name.text, known);
  reading.report('E3022', name.range, `no ${what} of the codebook is called \`${name.text}\``, {
    ...(near === undefined ? {} : { nearest: near }),
  });
}

/**
 * A codebook as YAML that `readCodebook` reads back: empty fields and names equal to ids are left out.   Rule [CBK3].
 * @complexity O(size)
 */
export function writeCodebook({ actors, concepts }: Codebook): string {
  const lean = (entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(entry).filter(
        ([key, value]) =>
          value !== undefined &&
          !(Array.isArray(value) && value.length === 0) &&
          !(key === 'name' && value === entry.id),
      ),
    );
  return stringify(
    { actors: actors.map((each) => lean({ ...each })), concepts: concepts.map((each) => lean({ ...each })) },
    { lineWidth: 110, defaultStringType: 'PLAIN', aliasDuplicateObjects: false },
  );
}
