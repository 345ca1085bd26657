/** Colours of a theme, all of them written as `#rrggbb`. */
export interface Theme {
  readonly background: string;
  /** Of titles and values, at 7 to 1 on the background. */
  readonly text: string;
  /** Of axes and notes, at 4.5 to 1. */
  readonly muted: string;
  /** Of lines that only guide the eye. */
  readonly grid: string;
  /** Of what has no colour of its own: rules, what stayed. */
  readonly neutral: string;
  /** Told apart by colour-blind readers; each at 3 to 1 on the background. */
  readonly categories: readonly string[];
  /** From little to much, each at 3 to 1 on the background. */
  readonly steps: readonly string[];
  /** The text on each step, at 4.5 to 1. */
  readonly inks: readonly string[];
}

/** The colours of Okabe and Ito, darker where white needs it; steps of viridis. */
const light: Theme = {
  background: "#ffffff",
  text: "#1c1f24",
  muted: "#555b66",
  grid: "#e4e7ec",
  neutral: "#7a8190",
  categories: ["#0072b2", "#d55e00", "#008a64", "#c2558d", "#a66f00", "#2f8fc4", "#5c5c5c"],
  steps: ["#1fa187", "#277f8e", "#365c8d", "#46327e", "#440154"],
  inks: ["#000000", "#ffffff", "#ffffff", "#ffffff", "#ffffff"],
};

const dark: Theme = {
  background: "#15171c",
  text: "#eef0f4",
  muted: "#a9b0bd",
  grid: "#2c313a",
  neutral: "#7a8190",
  categories: ["#56b4e9", "#e69f00", "#2bb98f", "#cc79a7", "#f0e442", "#e8702a", "#b0b6c2"],
  steps: ["#27808e", "#1fa187", "#4ac16d", "#a0da39", "#fde725"],
  inks: ["#ffffff", "#000000", "#000000", "#000000", "#000000"],
};

export const THEMES = { light, dark } as const;

/** Shapes that stay apart at the size of a point. */
export const SHAPES = [
  "circle",
  "square",
  "triangle-up",
  "diamond",
  "cross",
  "triangle-down",
  "triangle-right",
];

/** Dashes of lines: a length, a gap, and so on. */
export const DASHES = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [10, 4],
  [4, 2, 1, 2],
  [1, 3],
];
