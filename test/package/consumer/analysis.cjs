/** The analysis of a consumer, by whatever copy of the library it has loaded. */
module.exports = function analyse(root, rooms) {
  for (const room of rooms) {
    // A room that the root exports nothing of stays behind its subpath.
    if ("fitClusters" in room) {
      const rows = [9, 1].map((monetary) => ({ recency: 1 / monetary, frequency: monetary, monetary }));
      const { clusters } = room.fitClusters(rows, { k: 2 });
      if (clusters[1].median.monetary !== 1) throw new Error("fitClusters finds other clusters");
      continue;
    }
    if (!Object.keys(room).some((name) => name in root)) {
      const scored = root.scoreCustomers(
        [{ recency: 1, frequency: 2, monetary: 3 }],
        room.ntile({ bins: 2 }),
      );
      if (scored[0].rfm !== "111") throw new Error(`ntile scores ${scored[0].rfm}`);
      continue;
    }
    for (const name of Object.keys(room)) {
      if (room[name] !== root[name]) throw new Error(`"${name}" is not what the root exports`);
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
