import { gatewayChart } from "../chart/gateway.js";
import { productLiftChart } from "../chart/product-lift.js";
import { isFinding } from "../core/false-discovery.js";
import type { GatewayProduct, GatewayProducts } from "../products/gateway-types.js";
import type { PriceLevelSplit, SegmentProduct, SegmentProducts } from "../products/product-types.js";
import { type Block, type Cell, heading, type Inline, name, note, table } from "./blocks.js";
import { around, columnsOf, firstOf, pick, segmentOf, shownBy, told, type Voice } from "./voice.js";

const OF_GATEWAYS = [
  "gateway",
  "noGateway",
  "repeat",
  "notFollowed",
  "gatewayBetter",
  "gatewayWorse",
  "gatewayUnsure",
];

/** What a segment buys, what it buys more often than others, at which prices, and what first orders hold. */
export function products(
  voice: Voice,
  bought: SegmentProducts | undefined,
  gateways: GatewayProducts | undefined,
): Block[] {
  const { headings } = voice.locale.report;
  const said = voice.narrative.products;
  const entries = gateways === undefined ? [] : gatewayTable(voice, gateways);
  return [
    ...told(pick(said, OF_GATEWAYS, false)),
    ...(bought === undefined ? [] : ofSegment(voice, bought)),
    ...(entries.length === 0
      ? []
      : [heading(headings.gateways), ...told(pick(said, OF_GATEWAYS)), ...entries]),
  ];
}

/** A product by its name and its id, where it has both. */
function productOf({
  product,
  name: called,
}: {
  readonly product: unknown;
  readonly name: string | null;
}): Inline {
  return name(called === null || called === String(product) ? product : `${called} (${String(product)})`);
}

function ofSegment(voice: Voice, bought: SegmentProducts): Block[] {
  const { report } = voice.locale;
  const segment = segmentOf(voice, bought.segment);
  const found = bought.byLift.filter(({ lift, qValue }) => lift > 1 && isFinding(qValue, bought.level));
  return [
    ...firstOf(voice, bought.byRevenue, (rows) =>
      revenueTable(voice, around(report.productsByRevenue, segment), rows),
    ),
    ...firstOf(voice, found, (rows) => liftTable(voice, around(report.productsByLift, segment), rows)),
    ...voice.draw((look) => productLiftChart(bought, look)),
    ...(found.length === 0 ? [] : [note(report.notes.lift(voice.formats.share(bought.level)))]),
    ...priceTable(voice, bought.priceLevels),
  ];
}

function revenueTable(voice: Voice, caption: Cell, rows: readonly SegmentProduct[]) {
  const { text, figure } = columnsOf(voice.locale.report);
  const { count, share, money } = shownBy(voice);
  return table(caption, rows, [
    text("product", productOf),
    figure("revenue", ({ revenue }) => money(revenue)),
    figure("shareOfSegment", ({ revenueShare }) => share(revenueShare)),
    figure("units", ({ units }) => count(units)),
    figure("buyers", ({ buyers }) => count(buyers)),
    figure("price", ({ price }) => money(price)),
  ]);
}

function liftTable(voice: Voice, caption: Cell, rows: readonly SegmentProduct[]) {
  const { text, figure } = columnsOf(voice.locale.report);
  const { count, share, fixed, chance, range } = shownBy(voice);
  return table(caption, rows, [
    text("product", productOf),
    figure("buyers", ({ buyers, allBuyers }) => `${count(buyers)} / ${count(allBuyers)}`),
    figure("shareOfBuyers", (row) => share(row.share)),
    figure("lift", ({ lift }) => fixed(lift, 2)),
    figure("interval", ({ liftLow, liftHigh }) => range(fixed(liftLow, 2), fixed(liftHigh, 2))),
    figure("qValue", ({ qValue }) => chance(qValue)),
  ]);
}

function priceTable({ locale, formats }: Voice, levels: readonly PriceLevelSplit[]) {
  const { report } = locale;
  const { text, figure } = columnsOf(report);
  const { count, share, money, range } = shownBy({ locale, formats });
  return table(report.captions.priceLevels, levels, [
    text("priceLevel", ({ level }) => report.priceLevels[level]),
    figure("prices", ({ from, to }) => range(money(from), money(to))),
    figure("products", (row) => count(row.products)),
    figure("revenue", ({ revenue }) => money(revenue)),
    figure("shareOfSegment", ({ revenueShare }) => share(revenueShare)),
    figure("shareOfAll", ({ allRevenueShare }) => share(allRevenueShare)),
  ]);
}

function gatewayTable(voice: Voice, gateways: GatewayProducts): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, share, money, chance, range } = shownBy(voice);
  const ordered = findingsFirst(gateways);
  const rows = firstOf(voice, ordered, (rows) =>
    table(report.gatewayCaption(count(gateways.days)), rows, [
      text("product", productOf),
      figure("customers", ({ customers }) => count(customers)),
      figure("customerShare", (row) => share(row.share)),
      figure("repeatRate", ({ repeatRate }) => share(repeatRate)),
      figure("interval", ({ repeatLow, repeatHigh }) => range(share(repeatLow), share(repeatHigh))),
      figure("qValue", ({ qValue }) => chance(qValue)),
      figure("laterSpend", ({ laterSpend }) => money(laterSpend)),
    ]),
  );
  return rows.length === 0
    ? []
    : [
        ...voice.draw((look) =>
          gatewayChart({ ...gateways, products: ordered.slice(0, MOST_GATEWAYS) }, look),
        ),
        ...rows,
      ];
}

/** What is beyond chance before what most came by. */
function findingsFirst({ products, level }: GatewayProducts): readonly GatewayProduct[] {
  const isFound = ({ qValue }: GatewayProduct) => isFinding(qValue, level);
  return [...products.filter(isFound), ...products.filter((product) => !isFound(product))];
}

/** As many as the chart has room for. */
const MOST_GATEWAYS = 12;
