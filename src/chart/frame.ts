import { wrapAxisTitles } from "./axis-titles.js";
import type { Look } from "./options.js";
import { type ChartObject, type ChartSpec, type ChartValue, VEGA, VEGA_LITE } from "./spec.js";
import { wrap } from "./wrap.js";

/** What is said of a chart around it. */
export interface Caption {
  /** Of the chart in the language, where the caller gives none. */
  readonly title: string;
  /** A line below the title. */
  readonly note?: string | undefined;
  /** Whole sentences with the main figures. */
  readonly says: readonly string[];
  /** Where the caller gives no height. */
  readonly height: number;
  /** Whether the title begins where the plot does, not where the labels of its axis do. Default: it does not. */
  readonly besidePlot?: boolean | undefined;
}

const FONT = "system-ui, sans-serif";

/** What Vega takes a letter of the title of an axis for, in pixels, where it cannot measure it; browsers draw it narrower. */
const LETTER = 8.8;

/** A specification of Vega-Lite with the title, the alternative text, the size and the looks of all charts. */
export function liteChart(look: Look, caption: Caption, parts: ChartObject): ChartSpec {
  const head = headOf(look, caption);
  // Around the plot there are labels and titles.
  const [width, height] = [look.leastWidth - 80, Number(head.height) - 120];
  const room = { x: Math.floor(width / LETTER), y: Math.max(14, Math.floor(height / LETTER)) };
  return {
    $schema: VEGA_LITE,
    ...head,
    width: look.width,
    autosize: { type: "fit", contains: "padding" },
    ...wrapAxisTitles(parts, room),
    config: { ...configOf(look), view: { stroke: null }, font: FONT },
  };
}

/** The same for Vega. Its width may be that of the element it stands in, as Vega-Lite has it. */
export function vegaChart(look: Look, caption: Caption, parts: ChartObject): ChartSpec {
  const { signals = [], ...others } = parts;
  const isContained = look.width === "container";
  const contained = "isFinite(containerSize()[0]) ? containerSize()[0] : 640";
  const width = {
    name: "width",
    init: contained,
    on: [{ events: { source: "window", type: "resize" }, update: contained }],
  };
  return {
    $schema: VEGA,
    ...headOf(look, caption),
    ...(isContained ? {} : { width: look.width }),
    autosize: { type: "fit", contains: "padding", resize: false },
    signals: [...(isContained ? [width] : []), ...(signals as readonly ChartValue[])],
    ...others,
    config: { ...configOf(look), text: { font: FONT } },
  };
}

/** A chart of nothing says so. */
export function emptyChart(look: Look, title: string, text: string = look.texts.words.noData): ChartSpec {
  return liteChart(
    look,
    { title, says: [`${text}.`], height: 120 },
    {
      data: { values: [{}] },
      mark: { type: "text", fontSize: 14, color: look.theme.muted },
      encoding: { text: { value: text } },
    },
  );
}

function headOf(look: Look, caption: Caption): ChartObject & { description: string } {
  const { title, note, says, height, besidePlot = false } = caption;
  const shown = look.title ?? title;
  const characters = Math.max(12, Math.floor((look.leastWidth - 16) / 9.5));
  return {
    description: [`${shown}.`, ...says].join(" "),
    background: look.theme.background,
    padding: 8,
    height: look.height ?? height,
    title: {
      text: wrap(shown, characters),
      ...(note !== undefined && { subtitle: wrap(note, Math.floor(characters * 1.3)) }),
      anchor: "start",
      frame: besidePlot ? "group" : "bounds",
      offset: 12,
    },
  };
}

/** A legend above the chart, its entries below each other where there may be no room for them side by side. */
export function legendOf({ isNarrow }: Look, parts: ChartObject = {}): ChartObject {
  return { title: null, orient: "top", direction: isNarrow ? "vertical" : "horizontal", offset: 8, ...parts };
}

function configOf({ theme, locale, isNarrow }: Look): ChartObject {
  const fonts = { labelFont: FONT, titleFont: FONT };
  const colours = { labelColor: theme.muted, titleColor: theme.muted };
  return {
    locale,
    title: {
      font: FONT,
      subtitleFont: FONT,
      fontSize: 15,
      fontWeight: 600,
      subtitleFontSize: 12,
      color: theme.text,
      subtitleColor: theme.muted,
      subtitlePadding: 4,
      lineHeight: 19,
      subtitleLineHeight: 16,
    },
    axis: {
      ...fonts,
      ...colours,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: 500,
      titlePadding: 8,
      labelPadding: 4,
      gridColor: theme.grid,
      domainColor: theme.neutral,
      tickColor: theme.neutral,
      labelLimit: isNarrow ? 150 : 210,
      labelSeparation: 6,
    },
    legend: {
      ...fonts,
      ...colours,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: 500,
      labelLimit: 240,
      symbolStrokeWidth: 1.5,
      symbolBaseStrokeColor: theme.neutral,
      rowPadding: 4,
      columnPadding: 12,
    },
  };
}
