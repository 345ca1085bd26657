/** What a group of customers is called, whatever the language. */
export type ClusterLabel =
  | "champions"
  | "loyal"
  | "potential-loyalists"
  | "promising"
  | "new"
  | "need-attention"
  | "about-to-sleep"
  | "cant-lose"
  | "at-risk"
  | "hibernating";

/** How a group is called, and what to do for it. */
export interface LabelText {
  /** Two or three words, such as a column of a report has room for. */
  readonly name: string;
  /** One or two sentences, to those who write to the customers. */
  readonly advice: string;
}

/** Why a request is refused. `field` names a parameter or its place in the body, such as `[2].recency`. */
export interface RequestTexts {
  readonly missing: (field: string) => string;
  readonly repeated: (field: string) => string;
  readonly notWhole: (field: string) => string;
  readonly notNumber: (field: string) => string;
  readonly isText: (field: string) => string;
  readonly tooLarge: (field: string, largest: number) => string;
  /** `names`: the parameters, such as `recency, frequency, monetary_value`. */
  readonly notCustomer: (field: string, names: string) => string;
  readonly twoSources: string;
  readonly notJson: string;
  readonly incomplete: string;
  readonly mediaType: string;
  readonly encoding: string;
  readonly tooLong: (bytes: number) => string;
  readonly method: string;
  readonly path: string;
}

/** One language: every text that rfm-kit gives in more than one. */
export interface Locale {
  /** Its tag, such as `"es"` or `"pt-BR"`. */
  readonly language: string;
  readonly clusters: Readonly<Record<ClusterLabel, LabelText>>;
  readonly request: RequestTexts;
}
