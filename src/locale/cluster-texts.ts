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

/** A name and an advice for each label. */
export type ClusterTexts = Readonly<Record<ClusterLabel, LabelText>>;
