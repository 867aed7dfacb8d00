// Reads a case file: text in, a whole case or every problem that keeps it from being one out.
import { isMap } from 'yaml';
import type { Diagnostic, Outcome } from '../../base/index.ts';
import { diagnostic, hasErrors } from '../../base/index.ts';
import type { Case, Offer } from '../../model/index.ts';
import type { Accounts } from './accounts.ts';
import { readAccounts } from './accounts.ts';
import type { CaseDraft } from './case-shape.ts';
import { caseShape } from './case-shape.ts';
import type { Declarations } from './declarations.ts';
import { readDeclarations, readGrounds, uniqueIds } from './declarations.ts';
import { recordOf } from './parts.ts';
import type { Reading } from './reading.ts';
import { startReading } from './reading.ts';
import { recognised, reportUnknown } from './scope.ts';
import type { ReadLimits } from './yaml-scan.ts';
import { defaultReadLimits } from './yaml-scan.ts';
import { openYaml } from './yaml-source.ts';

/** What reading a case depends on beside its text. */
export interface ReadCaseOptions {
  /** How diagnostics name the file. */
  readonly uri?: string;
  /** Ids of the statements that lie beside the case and that `evidence` may name. */
  readonly statements?: Iterable<string>;
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Reads a case file (YAML; JSON is YAML too).
 *
 * All problems are reported at once, in the order of the file, each at the value, or the token of an expression, that
 * it concerns; there is a case only where none of them is an error. Never throws, whatever the text. Rules [CAS1] to
 * [CAS20].
 * @param text - the file, decoded; a byte-order mark is passed over, and offsets count from behind it
 * @complexity O(length · accounts)
 * @example readCase('- no map').diagnostics[0].code // => 'E1002'
 */
export function readCase(text: string, options: ReadCaseOptions = {}): Outcome<Case> {
  const limits = { ...defaultReadLimits, ...options.limits };
  const opened = openYaml(text, options.uri ?? 'case.yaml', limits);
  const source = opened.value;
  if (source === undefined) return { diagnostics: opened.diagnostics };
  const reading = startReading(source, limits);
  if (!isMap(source.root)) {
    reading.report('E1002', reading.headOf(source.root), 'the file is not a map of keys', {
      expected: 'lines such as `impasse: 1` and `title: ...`',
    });
    return outcome(undefined, [...opened.diagnostics, ...reading.diagnostics()], limits);
  }
  const draft = caseShape.read(source.root, reading, 'the file');
  const shapeProblems = [...reading.diagnostics()];
  const [broken] = opened.diagnostics;
  if (broken !== undefined) {
    // Behind a mistake in the YAML nothing is sure; of what stands before it, neither is what is missing.
    const before = shapeProblems.filter(
      ({ at, code }) =>
        code !== 'E1009' && code !== 'E1004' && (at?.start.line ?? 0) < (broken.at?.start.line ?? 0),
    );
    return outcome(undefined, [...before, ...opened.diagnostics], limits);
  }
  if (draft === undefined) return outcome(undefined, shapeProblems, limits);
  const version = draft.keys.get('impasse');
  if (version !== undefined && draft.impasse === undefined) {
    // What another version means by its keys is not known; the first problem behind the key is that of its value.
    const first = inOrder(shapeProblems).find(({ at }) => (at?.start.offset ?? 0) >= version[1]);
    return outcome(undefined, first ? [first] : shapeProblems, limits);
  }
  const value = resolve(draft, options.statements ?? [], reading);
  return outcome(value, reading.diagnostics(), limits);
}

function outcome(value: Case | undefined, found: readonly Diagnostic[], limits: ReadLimits): Outcome<Case> {
  const sorted = inOrder(found);
  const shown = sorted.slice(0, limits.diagnostics);
  const first = sorted[limits.diagnostics];
  if (first !== undefined) {
    const message = `there are more problems; the first ${limits.diagnostics} are shown`;
    shown.push(diagnostic('E1012', message, first.at ? { at: first.at } : {}));
  }
  return value === undefined || hasErrors(sorted) ? { diagnostics: shown } : { value, diagnostics: shown };
}

/** In the order of the file. */
function inOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const offset = ({ at }: Diagnostic): number => at?.start.offset ?? 0;
  return [...found].sort((a, b) => offset(a) - offset(b));
}

function resolve(draft: CaseDraft, statements: Iterable<string>, reading: Reading): Case {
  const declared = readDeclarations(draft, statements, reading);
  const { base, accounts } = readAccounts(draft, declared, reading);
  const hypergame = draft.hypergame && readHypergame(draft.hypergame, { base, accounts }, declared, reading);
  return {
    title: draft.title ?? '',
    ...(draft.description === undefined ? {} : { description: draft.description }),
    ...(draft.citation === undefined ? {} : { citation: draft.citation }),
    sources: declared.sources,
    facts: declared.facts,
    decisionMakers: declared.decisionMakers,
    options: declared.options,
    agreements: base.parts.agreements?.value ?? [],
    accounts,
    ...(hypergame ? { hypergame } : {}),
    offers: readOffers(draft, declared, reading),
  };
}

function readHypergame(
  entries: NonNullable<CaseDraft['hypergame']>,
  { base, accounts }: Accounts,
  declared: Declarations,
  reading: Reading,
): Readonly<Record<string, string>> {
  const known = new Set(accounts.map(({ id }) => id));
  return recordOf(
    entries.flatMap(({ key, value }) => {
      const dm = recognised(key, base.scope, declared.decisionMakerIds, reading);
      if (dm === undefined || value === undefined) return [];
      if (known.has(value.text)) return [[dm, value.text] as const];
      reportUnknown('E1206', 'account', value, known, reading);
      return [];
    }),
  );
}

function readOffers(draft: CaseDraft, declared: Declarations, reading: Reading): readonly Offer[] {
  const take = uniqueIds(reading);
  const takeOption = uniqueIds(reading);
  const names = new Set(declared.options.flatMap(({ id, key }) => [id, key]));
  return (draft.offers ?? []).flatMap((offer): Offer[] => {
    const id = take(offer.id);
    const known = declared.decisionMakerIds;
    if (offer.to && !known.has(offer.to.text))
      reportUnknown('E1204', 'decision maker', offer.to, known, reading);
    const optionId = takeOption(offer.option?.id);
    if (offer.option?.id && names.has(offer.option.id.text))
      reading.report(
        'E1208',
        offer.option.id.range,
        `there is an option \`${offer.option.id.text}\` already`,
        {
          hint: 'an offer brings a new option',
        },
      );
    const grounds = readGrounds(offer, declared, reading);
    if (id === undefined || offer.to === undefined || optionId === undefined) return [];
    const option = {
      id: optionId,
      name: offer.option?.name ?? optionId,
      direction: offer.option?.direction ?? 'both',
    } as const;
    return [{ id, to: offer.to.text, option, ...grounds }];
  });
}
