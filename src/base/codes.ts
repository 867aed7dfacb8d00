// Lists every diagnostic code once, with its severity and its meaning; a code is never reused for another meaning.

/** What a code stands for, whatever the message of one occurrence says. */
export interface CodeEntry {
  readonly severity: 'error' | 'warning';
  readonly meaning: string;
}

const error = (meaning: string): CodeEntry => ({ severity: 'error', meaning });
const warning = (meaning: string): CodeEntry => ({ severity: 'warning', meaning });

/**
 * E10xx the case file, E11xx expressions and patterns, E12xx names and parts, E13xx states that do not fit,
 * E2xxx misuse of the library, E40xx other formats, E50xx the command line; W10xx reading, W2xxx lint of a model,
 * W40xx other formats.
 */
export const codes = {
  E1001: error('the file is not YAML'),
  E1002: error('the file holds no case: it is empty, no text, or not one mapping of keys'),
  E1003: error('the file is larger, deeper or more intertwined than is read'),
  E1004: error('the version of the case file is missing or not one that is read'),
  E1005: error('a key has no meaning here'),
  E1006: error('a key is given twice'),
  E1007: error('a value is of the wrong kind'),
  E1008: error('a word is not one of those that are allowed'),
  E1009: error('a key that is needed is missing'),
  E1010: error('keys or parts exclude each other'),
  E1011: error('a value that begins with ! or & is not quoted'),
  E1012: error('more problems were found than are shown'),
  E1101: error('an expression breaks off or holds something that has no place in it'),
  E1102: error('an operator of another language stands in an expression'),
  E1103: error('a chain of operators could be read in two ways'),
  E1104: error('an expression is longer or deeper than is read'),
  E1105: error('a pattern does not have one letter for each option'),
  E1106: error('a pattern has a letter other than Y, N and -'),
  E1201: error('no option has this name'),
  E1202: error('options of several decision makers have this name'),
  E1203: error('the account does not model this option'),
  E1204: error('no decision maker has this id'),
  E1205: error('the account does not recognise this decision maker'),
  E1206: error('no account has this id'),
  E1207: error('accounts extend each other in a circle'),
  E1208: error('an id is given twice'),
  E1209: error('a text cannot be an id'),
  E1210: error('no state has this id'),
  E1211: error('no premise has this id'),
  E1212: error('something is listed twice'),
  E1213: error('an account cannot express what it inherits'),
  E1214: error('an account has no status quo'),
  E1215: error('a case has nothing to decide'),
  W1001: warning('no source, fact or statement has this id'),
  W1002: warning('an account leaves out a bar that it cannot express'),
  E1301: error('an account has more states than are listed'),
  E1302: error('the infeasible combinations are too entangled to list what they leave'),
  E1303: error('an account has no feasible state'),
  E1304: error('a state that is named is not feasible'),
  E1305: error('a ranking leaves out states'),
  E1306: error('a ranking names a state twice'),
  E1307: error('weights cannot be added exactly'),
  E1308: error('forbidden moves make too many moves to list'),
  E2001: error('an index is outside the model'),
  E2002: error('the engine cannot take this kind of model'),
  W2001: warning('states are stable only because a move cannot be made or undone'),
  W2002: warning('states are stable only because a combination is taken to be infeasible'),
  W2003: warning('a legal or assumed bar alone removes every agreement'),
  W2004: warning('no feasible state counts as the agreement'),
  W2005: warning('a decision maker is indifferent between all states'),
  W2006: warning('no preference mentions an option'),
  W2007: warning('a statement can never matter where it stands'),
  W2008: warning('a premise cites no evidence'),
  W2009: warning('one piece of evidence carries the verdict'),
  W2010: warning('what happens without a deal is not stable itself'),
  W2011: warning('a recorded fact contradicts the account'),
  E4001: error('a file of another tool is not JSON'),
  E4002: error('a file of another tool is a Python pickle, which could run code'),
  E4003: error('a file of another tool is larger or deeper than is read'),
  E4004: error('a file of another tool holds no model of a known form'),
  E4005: error('a part of a .gmcr model is missing or of the wrong kind'),
  E4006: error('a number in a .gmcr model names no option and no decision maker'),
  E4007: error('an option of a .gmcr model belongs to two decision makers'),
  E4008: error('a condition of a .gmcr model contradicts itself'),
  E4009: error('a ranking of a .gmcr model does not fit its feasible states'),
  E4010: error('a .gmcr model has no feasible state'),
  E4011: error('a .gmcr model has too many states for its rankings, or states that cannot be found out'),
  E4020: error('an account cannot be written in a format of another tool'),
  W4001: warning('a part of a .gmcr model is not carried over'),
  W4002: warning('an option of a .gmcr model belongs to nobody and is left out'),
  W4003: warning('a condition of a .gmcr model adds nothing and is left out'),
  W4004: warning('a .gmcr model names no status quo, and one was chosen'),
  W4020: warning('a format of another tool cannot hold all of an account'),
} as const satisfies Readonly<Record<string, CodeEntry>>;
void warning;

/** A registered diagnostic code. */
export type Code = keyof typeof codes;
