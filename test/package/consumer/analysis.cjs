/** What shows that a room works which the root exports nothing of, by a name that it exports. */
const BEHIND_A_SUBPATH = {
  ntile(root, { ntile }) {
    const customers = [{ recency: 1, frequency: 2, monetary: 3 }];
    return root.scoreCustomers(customers, ntile({ bins: 2 }))[0].rfm === "111";
  },
  labelClusters(_root, { fitClusters, labelClusters }) {
    const best = { recency: 3, frequency: 9, monetary: 900 };
    const lost = { recency: 200, frequency: 1, monetary: 30 };
    const labels = labelClusters(fitClusters([lost, best], { k: 2 })).map(({ label }) => label);
    return labels.join() === "champions,hibernating";
  },
  es(_root, { es }) {
    return es.clusters["at-risk"].name === "En riesgo";
  },
  rfmSql(_root, { rfmSql }) {
    const columns = { customerId: "c", date: "d", amount: "a" };
    const statement = rfmSql({
      dialect: "duckdb",
      from: "t",
      columns,
      asOf: "2024-03-10",
      output: "customers",
    });
    return statement.startsWith("WITH");
  },
  fitBgNbd(_root, { fitBgNbd, fitGammaGamma, forecastGroup }) {
    const histories = [
      { x: 3, tX: 50, T: 60, meanSpend: 12 },
      { x: 1, tX: 5, T: 60, meanSpend: 30 },
      { x: 0, tX: 0, T: 60, meanSpend: null },
    ];
    const models = { purchases: fitBgNbd(histories), spend: fitGammaGamma(histories) };
    return forecastGroup(histories, models, { days: 30 }).expectedPurchases > 1;
  },
  migrateSegments(root, { migrateSegments }) {
    const before = [1, 2, 3].map((i) => ({ customerId: i, recency: i, frequency: i, monetary: i }));
    const ruler = root.fitScores(before);
    const { totals } = migrateSegments({ before, after: before.slice(1), ruler });
    return totals.left === 1 && totals.moved === 0 && totals.stayed === 2;
  },
  starSchema(root, { starSchema, toCsv }) {
    const log = root.transactionLog([{ customerId: 1n, date: "2024-03-01", amount: 2.5 }]);
    const { sales } = starSchema(log, [{ customerId: 1n, segment: "=new", monetary: 2.5 }]);
    return toCsv(sales).split("\r\n")[1] === "0,1,0,20240301,1,,,2.5,false";
  },
  defineProgramme(root, { defineProgramme, evaluateProgramme }) {
    const orders = [1, 2, 3, 4].flatMap((day) =>
      ["ada", "bob"]
        .slice(0, 1 + (day % 2))
        .map((customerId) => ({ customerId, date: `2024-03-0${day}`, amount: 10 })),
    );
    const log = root.transactionLog(orders);
    const programme = defineProgramme(root.computeRfm(log, { asOf: "2024-03-02" }), { topShare: 0.5 });
    const { eligible, evidence } = evaluateProgramme(log, programme, { asOf: "2024-03-02", seed: 1 });
    return eligible[0].customerId === "ada" && evidence.later.spend.ratio.estimate === 2;
  },
  segmentProducts(root, { segmentProducts }) {
    const lines = ["tea", "mug"].map((sku) => ({ customerId: sku, date: "2024-03-01", amount: 5, sku }));
    const log = root.transactionLog(lines, { product: "sku" });
    const segmented = lines.map(({ customerId }) => ({ customerId, segment: customerId }));
    return segmentProducts(log, segmented, "tea").byRevenue[0].lift === 2;
  },
  narrate(root, { narrate }) {
    const pareto = root.summarizePareto([{ monetary: 3 }, { monetary: 1 }], { top: 0.5 });
    return narrate({ pareto }).summary[0].text.includes("75.0%");
  },
  lorenzChart(root, { lorenzChart }) {
    const curve = root.lorenzCurve([{ monetary: 80 }, { monetary: 20 }]);
    const { $schema, description } = lorenzChart(curve, { top: 0.5 });
    return $schema.includes("vega-lite/v6") && description.includes("80.0%");
  },
  reportHtml(root, { reportHtml, reportMarkdown }) {
    const facts = { pareto: root.summarizePareto([{ monetary: 3 }, { monetary: 1 }], { top: 0.5 }) };
    return reportHtml(facts).startsWith("<!DOCTYPE html>") && reportMarkdown(facts).includes("75.0%");
  },
  openApi(_root, { openApi }) {
    return Object.keys(openApi().paths)[0] === "/api/cluster";
  },
};

/** The analysis of a consumer, by whatever copy of the library it has loaded. */
module.exports = function analyse(root, rooms) {
  for (const room of rooms) {
    if (Object.keys(room).some((name) => name in root)) {
      for (const name of Object.keys(room)) {
        if (room[name] !== root[name]) throw new Error(`"${name}" is not what the root exports`);
      }
      continue;
    }
    const proof = Object.keys(BEHIND_A_SUBPATH).find((name) => name in room);
    if (!proof || !BEHIND_A_SUBPATH[proof](root, room)) {
      throw new Error(`the room of ${Object.keys(room).join(", ")} does not work`);
    }
  }
  const orders = [
    { customerId: "ada", date: "2024-03-01", amount: 20 },
    { customerId: "bob", date: "2024-03-05", amount: 12 },
    { customerId: "cy", date: "2024-02-20", amount: 37.5 },
    { customerId: "ada", date: "2024-03-09", amount: 30.5 },
  ];
  const customers = root.computeRfm(orders, { asOf: "2024-03-10" });
  const scored = root.scoreCustomers(customers);
  const segmented = root.segmentCustomers(scored);
  const summary = root.summarizeSegments(segmented);
  return { segmented, summary };
};
