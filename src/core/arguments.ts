/** Arguments that may be left out where nothing in them is required. */
export type Optional<Options> =
  Record<never, never> extends Options ? [options?: Options] : [options: Options];
