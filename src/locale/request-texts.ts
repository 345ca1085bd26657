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
