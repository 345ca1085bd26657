import { assignClusters, type ClusterModel, type ClusterPlace, fitClusters } from "rfm-kit/cluster";
import { clusterSql } from "rfm-kit/sql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasData } from "../data.js";
import { expectRefusal } from "../refusal.js";
import type { Engine } from "./engine.js";
import { openDuckdb } from "./engines/duckdb.js";
import { openPostgresql } from "./engines/postgresql.js";
import { openSqlite } from "./engines/sqlite.js";
import { column, compareRandomClusters, compareRetailClusters, TRANSFORMS } from "./placing.js";

/** A model of one cluster, from whose center the distance of a value is the size of its transform. */
function bare(transform: ClusterModel["transform"], lambda?: number): ClusterModel {
  const fitted = fitClusters([{ x: 0 }, { x: 1 }], { features: ["x"], k: 1, transform, scale: "minmax" });
  const part = { ...fitted.preparation[0], offset: 0, factor: 1, ...(lambda !== undefined && { lambda }) };
  return { ...fitted, preparation: [part], clusters: [{ ...fitted.clusters[0], center: [0] }] };
}

describe.each([
  ["DuckDB", openDuckdb],
  ["PostgreSQL", openPostgresql],
  ["SQLite", openSqlite],
])("clusterSql in %s", (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it("puts every customer where the library puts it", () => compareRandomClusters(engine, 300));

  it.runIf(hasData).each(TRANSFORMS.flatMap((transform) => [4, 6].map((k) => ({ transform, k }))))(
    "puts every customer of Online Retail where the library puts it: $transform, $k clusters",
    (space) => compareRetailClusters(engine, space),
  );

  it.each([
    ["log", undefined],
    ...[-8, -1.5, -1e-9, 0, 1e-12, 1e-7, 1, 2 - 1e-8, 2, 7.5].map(
      (lambda) => ["yeo-johnson", lambda] as const,
    ),
  ] as const)("keeps the digits of small and large values: %s %s", async (transform, lambda) => {
    const sizes = [1e-150, 1e-17, 3e-16, 1e-9, 0.001, 0.7, 5, 1e6, 1e12, 1e60];
    const values = [0, ...sizes, ...(transform === "log" ? [-0.5, -1 + 1e-10] : sizes.map((size) => -size))];
    const model = bare(transform, lambda);
    await engine.load("customers", [column("x", "double", values)]);
    const rows = await engine.run(clusterSql(model, { dialect: engine.dialect, from: "customers" }));
    const placed = values.map((x) => ({ x, place: placeOf(x, model) }));
    expect(placed.filter(({ place }) => place !== undefined).length).toBeGreaterThan(10);
    for (const { x, distance } of rows) {
      const place = placed.find((value) => value.x === x)?.place;
      if (place === undefined) expect(distance).toBeNull();
      else
        expect(Math.abs((distance as number) - place.distance)).toBeLessThanOrEqual(1e-13 * place.distance);
    }
  });

  it("takes the first of several at the same distance", async () => {
    const model = fitClusters([{ x: 0 }, { x: 2 }, { x: 4 }], {
      features: ["x"],
      k: 3,
      transform: "none",
      scale: "minmax",
    });
    await engine.load("customers", [column("x", "integer", [1, 3])]);
    const rows = await engine.run(clusterSql(model, { dialect: engine.dialect, from: "customers" }));
    const byValue = rows.sort((a, b) => Number(a.x) - Number(b.x));
    // Clusters are numbered by falling means: 4 is 0, 2 is 1, 0 is 2.
    expect(byValue).toEqual([
      { x: 1, cluster: 1, distance: 0.25, margin: 0 },
      { x: 3, cluster: 0, distance: 0.25, margin: 0 },
    ]);
  });

  it("takes features from the columns that are named, whatever they and the table are called", async () => {
    const model = fitClusters([{ 'a "b"': 0 }, { 'a "b"': 2 }], { features: ['a "b"'], k: 2 });
    await engine.load("placed", [column("x1", "integer", [0, 2, null])]);
    const statement = clusterSql(model, {
      dialect: engine.dialect,
      from: "placed",
      columns: { 'a "b"': "x1" },
    });
    const rows = await engine.run(statement);
    expect(new Map(rows.map(({ x1, cluster }) => [x1, cluster]))).toEqual(
      new Map([
        [0, 1],
        [2, 0],
        [null, null],
      ]),
    );
  });
});

describe("clusterSql", () => {
  it("refuses what is no model, an unknown feature and a name that cannot be quoted", () => {
    const model = fitClusters([{ x: 0 }, { x: 2 }], { features: ["x"], k: 2 });
    const ask = (given: object, options: object) => () =>
      clusterSql(given as ClusterModel, { dialect: "duckdb", from: "customers", ...options });
    expectRefusal(ask({ ...model, version: 2 }, {}), { code: "modelVersion", path: "model.version" });
    expectRefusal(ask(model, { columns: { y: "z" } }), { code: "unknownOption", path: "columns.y" });
    expectRefusal(ask(model, { columns: { x: "" } }), { code: "invalidOption", path: "columns.x" });
    expectRefusal(ask(model, { columns: "x" }), { code: "invalidOption", path: "columns" });
    expectRefusal(ask(model, { from: "a.b" }), { code: "invalidOption", path: "from" });
    expectRefusal(ask(model, { table: "customers" }), { code: "unknownOption", path: "table" });
  });
});

function placeOf(x: number, model: ClusterModel): ClusterPlace | undefined {
  try {
    return assignClusters([{ x }], model)[0] as ClusterPlace;
  } catch {
    return undefined;
  }
}
