// Says what can be done to a codebook: rename, merge, split, and recode statements.

/** A change of what actors or concepts are called and which statements have them. */
export type CodebookEdit =
  /** Another id, and another name where one is given. */
  | {
      readonly kind: 'rename';
      readonly what: What;
      readonly id: string;
      readonly to: string;
      readonly name?: string;
    }
  /** Several become one of the codebook; it takes over their other names, or their keywords. */
  | { readonly kind: 'merge'; readonly what: What; readonly ids: readonly string[]; readonly into: string }
  /** New entries beside one, and some of its statements moved to them: by id of the statement, the id of the entry. */
  | {
      readonly kind: 'split';
      readonly what: What;
      readonly id: string;
      readonly into: readonly { readonly id: string; readonly name: string }[];
      readonly move: ReadonlyMap<string, string>;
    }
  /** Another value in statements: in all that have it, or in those alone whose ids are given. */
  | {
      readonly kind: 'recode';
      readonly what: What;
      readonly from: string;
      readonly to: string;
      readonly statements?: readonly string[];
    };
export type What = 'actor' | 'concept';
