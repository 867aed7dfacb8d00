// Turns a .gmcr file into a case file, and says what did not fit and which results to expect to change.
import type { Diagnostic, Outcome, Place } from '../../base/index.ts';
import { diagnostic, hasErrors } from '../../base/index.ts';
import { readJson } from '../json-source.ts';
import { gmcrCaseText } from './gmcr-case-text.ts';
import type { GmcrFile } from './gmcr-file.ts';
import { readGmcrFile } from './gmcr-file.ts';
import type { GmcrModel } from './gmcr-model.ts';
import { gmcrModel } from './gmcr-model.ts';

/** A case made of a file of another tool. */
export interface Imported {
  /** The text of a case file; the notes stand in it as comments. */
  readonly yaml: string;
  /** What a reader should know: what the file does not say, and which results may differ from the tool's. */
  readonly notes: readonly string[];
}

/**
 * Reads a .gmcr file: GMCR+ (gmcr-py) in its current and older spellings, or gmcr-chrome-app. Never throws, never runs
 * anything that the file holds.                                                             Rules [GMC1] to [GMC14], [GMC19].
 *
 * Errors: E4001 no JSON, E4002 a Python pickle, E4003 too large, E4004 no model, E4005 to E4011 parts that do not fit.
 * Warnings: W4001 what was not carried over, W4002 an option of nobody, W4003 a double, W4004 the status quo chosen.
 * @param text - the file, decoded from UTF-8
 * @param where - `uri` names the file in diagnostics; its last part becomes the title where the file has none
 * @example importGmcr('(dp0', { uri: 'old.gmcr' }).diagnostics.map(({ code }) => code) // => ['E4002']
 */
export function importGmcr(text: string, { uri }: { readonly uri: string }): Outcome<Imported> {
  const start: Place = {
    uri,
    start: { offset: 0, line: 1, column: 1 },
    end: { offset: 0, line: 1, column: 1 },
  };
  if (isPickle(text)) return refusal(start);
  const stray = /[\0\ufffd]/.exec(text)?.index;
  if (stray !== undefined) {
    const hint = 'save the file as plain text in UTF-8';
    return { diagnostics: [diagnostic('E4001', 'this is no text in UTF-8', { at: start, hint })] };
  }
  const json = readJson(text, uri);
  if (json.value === undefined) return { diagnostics: json.diagnostics };
  const file = readGmcrFile(json.value);
  if (file.value === undefined) return { diagnostics: file.diagnostics };
  const model = gmcrModel(file.value, json.value);
  const diagnostics: Diagnostic[] = [...file.diagnostics, ...model.diagnostics];
  if (model.value === undefined || hasErrors(diagnostics)) return { diagnostics };
  diagnostics.push(...lost(file.value, start), chosenStatusQuo(model.value, start));
  const notes = notesOn(file.value, model.value);
  return { value: { yaml: gmcrCaseText(file.value, model.value, notes, uri), notes }, diagnostics };
}

/** A binary pickle begins with byte 0x80, which is no UTF-8, and its version; a text one with a mark and a type. */
function isPickle(text: string): boolean {
  const isBinary = /^[\ufffd\x80]/.test(text) && text.charCodeAt(1) >= 2 && text.charCodeAt(1) <= 5;
  return isBinary || /^(?:\((?:dp|lp|i)\d*|ccopy_reg)/.test(text);
}

function refusal(at: Place): Outcome<Imported> {
  const message =
    'this file is a Python pickle, as GMCR+ saved before November 2013; it could run code and is not opened';
  const hint =
    'enter the model anew, or let a GMCR+ of that time print its options, infeasible states and rankings; ' +
    'newer ones save JSON, which is read';
  return { diagnostics: [diagnostic('E4002', message, { at, hint })] };
}

function lost(file: GmcrFile, at: Place): Diagnostic[] {
  const blind = file.decisionMakers.filter(({ misperceptions }) => misperceptions.length > 0);
  return [
    ...blind.map(({ name }) =>
      diagnostic('W4001', `the states that "${name}" does not see are not carried over`, {
        at,
        hint: 'the case holds them as a comment: uncomment it to take away the moves into and out of them, as GMCR+ does',
      }),
    ),
    ...(file.coalitions.length > 0
      ? [
          diagnostic('W4001', 'the coalitions of the file are not carried over', {
            at,
            hint: 'every decision maker stands for itself; to join two for good, make them one',
          }),
        ]
      : []),
  ];
}

function chosenStatusQuo({ statusQuo }: GmcrModel, at: Place): Diagnostic {
  const state =
    statusQuo.length === 0
      ? 'the state in which no option is taken'
      : `the first feasible state: [${statusQuo.join(', ')}]`;
  const message = `a .gmcr file names no status quo; the case takes ${state}`;
  return diagnostic('W4004', message, {
    at,
    hint: 'change `statusQuo` in the case if things stand otherwise',
  });
}

function notesOn(file: GmcrFile, model: GmcrModel): string[] {
  const isApp = file.program === 'gmcr-chrome-app';
  const hasUnused = file.isRanked && file.decisionMakers.some(({ statements }) => statements.length > 0);
  return [
    ...(isApp
      ? [
          'The file holds no preferences: until the case does, everyone is indifferent and every state is stable.',
        ]
      : []),
    ...(hasUnused
      ? [
          'Rankings set by hand count in the file; the statements beside them do not, and stand here as comments.',
        ]
      : []),
    ...(!isApp && model.decisionMakers.length > 2
      ? [
          'Results under gmr, smr and seq may differ from those of GMCR+: there, each of the others may answer an ' +
            'improvement with one move at most; here, with any number of moves, none twice in succession. ' +
            'The setting `sanctions: once` (`--sanctions once`) reproduces its answers.',
        ]
      : []),
    ...(file.coalitions.length > 0
      ? [
          'Where the file joins decision makers into coalitions, all results of GMCR+ are those of the coalitions.',
        ]
      : []),
    ...(isApp
      ? []
      : ['Simultaneous stability (SIM), which GMCR+ prints, is no concept here; sseq is none of GMCR+.']),
  ];
}
