import type { ChartOptions } from "../chart/options.js";
import type { ChartSpec } from "../chart/spec.js";
import { RfmError } from "../core/error.js";
import type { Figure } from "./blocks.js";

/** Draws a specification of Vega or Vega-Lite, as `$schema` says, and gives the chart as SVG. */
export type RenderChart = (spec: ChartSpec) => string;

/** A figure of what `make` gives; none where nobody renders it. */
export type Draw = (make: (look: ChartOptions) => ChartSpec) => readonly Figure[];

/** The width of the page, and that of a telephone. Pixels. */
const [WIDE, NARROW] = [896, 328];

/** Charts by the caller's renderer, each in two themes and two widths. */
export function openDraw(
  caller: string,
  render: RenderChart | undefined,
  { locale, currency }: Pick<ChartOptions, "locale" | "currency">,
): Draw {
  if (render === undefined) return () => [];
  if (typeof render !== "function") {
    const expected = "a function from a specification to SVG";
    throw new RfmError({ caller, code: "invalidOption", path: "renderChart", expected, received: render });
  }
  return (make) => {
    const spec = (theme: "light" | "dark", width: number) => make({ locale, currency, theme, width });
    const image = (theme: "light" | "dark", width: number) => checkSvg(caller, render(spec(theme, width)));
    const { description, title } = spec("light", WIDE);
    return [
      {
        kind: "figure",
        description,
        caption: captionOf(description, title),
        images: {
          light: { wide: image("light", WIDE), narrow: image("light", NARROW) },
          dark: { wide: image("dark", WIDE), narrow: image("dark", NARROW) },
        },
      },
    ];
  };
}

/** What the description says beyond the title, which the chart shows itself. */
function captionOf(description: string, title: unknown): string {
  const { text } = (title ?? {}) as { readonly text?: string | readonly string[] };
  const shown = `${typeof text === "string" ? text : (text ?? []).join(" ")}. `;
  return description.startsWith(shown) ? description.slice(shown.length) : description;
}

const NAMESPACE = "http://www.w3.org/2000/svg";

/** Refuses what is no SVG; an image by itself needs to say in which namespace it is. */
function checkSvg(caller: string, svg: unknown): string {
  if (typeof svg !== "string" || !/^<svg[\s/>]/.test(svg)) {
    const expected = 'SVG, a text that begins with "<svg"';
    throw new RfmError({ caller, code: "invalidOption", path: "renderChart", expected, received: svg });
  }
  const [opening] = svg.split(">", 1);
  return /\sxmlns\s*=/.test(opening) ? svg : svg.replace("<svg", `<svg xmlns="${NAMESPACE}"`);
}
