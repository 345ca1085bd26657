import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** Who stands on whom: a room may use the rooms below its layer, and only the types of its own. */
const LAYERS: Readonly<Record<string, number>> = {
  core: 0,
  locale: 1,
  transactions: 1,
  rfm: 2,
  segment: 2,
  pareto: 2,
  cluster: 2,
  export: 2,
  lifetime: 2,
  products: 2,
  campaign: 3,
  chart: 3,
  compat: 3,
  http: 3,
  loyalty: 3,
  migration: 3,
  narrative: 3,
  sql: 3,
  report: 4,
};
/** Packages of which the build puts into ours what is used, so that nobody has to install them. */
const BUNDLED = ["d3-array", "d3-dsv", "d3-random", "ml-kmeans", "simple-statistics"];
const SRC = new URL("../src", import.meta.url).pathname;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const roomOf = (file: string) => (file.includes("/") ? file.split("/")[0] : "");

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  return Array.from(
    text.matchAll(/^(?:import|export) (type )?([^;]*?)from "([^"]+)";/gms),
    ([, type, names, to]) => {
      const named = names
        .match(/\{([^}]*)\}/)?.[1]
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean) ?? [""];
      const typesOnly = type !== undefined || named.every((name) => name.startsWith("type "));
      return {
        from: file,
        to: to.startsWith(".") ? relative(SRC, join(SRC, dirname(file), to)) : to,
        typesOnly,
      };
    },
  );
}
const imports = files.flatMap(importsOf);

describe("the architecture", () => {
  it("knows every room", () => {
    const rooms = new Set(files.map(roomOf).filter(Boolean));
    expect([...rooms].sort()).toEqual(Object.keys(LAYERS).sort());
  });

  it("lets a room use what is below it, and only the types of its neighbours", () => {
    const crossing = imports.filter(({ from, to }) => {
      return roomOf(from) !== "" && roomOf(to) in LAYERS && roomOf(from) !== roomOf(to);
    });
    const wrong = crossing.filter(({ from, to, typesOnly }) => {
      const [own, other] = [LAYERS[roomOf(from)], LAYERS[roomOf(to)]];
      return other > own || (other === own && !typesOnly);
    });
    expect(crossing.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it("imports nothing but what is bundled, and no part of a platform", () => {
    const project = JSON.parse(readFileSync(join(SRC, "../package.json"), "utf8"));
    const outside = new Set(imports.map(({ to }) => to).filter((to) => !to.endsWith(".js")));
    expect([...outside].sort()).toEqual(BUNDLED);
    expect(project).not.toHaveProperty("dependencies");
    for (const name of BUNDLED) expect(project.devDependencies).toHaveProperty(name);
  });

  it("imports large packages in one file each, and tells whose code the package holds", () => {
    const users = imports.filter(({ to }) => to === "ml-kmeans").map(({ from }) => from);
    expect(users).toEqual(["cluster/starts.ts"]);
    const drawers = imports.filter(({ to }) => to === "d3-random").map(({ from }) => from);
    expect(drawers).toEqual(["lifetime/futures.ts"]);
    const writers = imports.filter(({ to }) => to === "d3-dsv").map(({ from }) => from);
    expect(writers).toEqual(["export/dsv.ts"]);
    const rooms = imports.filter(({ to }) => to.startsWith("cluster/")).map(({ from }) => roomOf(from));
    expect([...new Set(rooms)].sort()).toEqual([
      "chart",
      "cluster",
      "http",
      "loyalty",
      "narrative",
      "report",
      "sql",
    ]);
    expect([...new Set(rooms)].sort()).toEqual([
      "chart",
      "cluster",
      "http",
      "loyalty",
      "narrative",
      "report",
      "sql",
    ]);
    const notice = readFileSync(join(SRC, "../THIRD-PARTY.md"), "utf8");
    for (const name of BUNDLED) expect(notice).toContain(name);
  });

  it("reads no clock, no chance, no machine and no file", () => {
    const forbidden =
      /Date\.now\(|Math\.random\(|new Date\(\)|\bprocess\.|\bglobalThis\b|\bfetch\(|console\./;
    const offenders = files.filter((file) =>
      forbidden.test(readFileSync(join(SRC, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "")),
    );
    expect(offenders).toEqual([]);
  });

  it("gives every room a subpath, a guide and a folder of tests", () => {
    const root = join(SRC, "..");
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const room of Object.keys(LAYERS).filter((name) => name !== "core")) {
      expect(exports[`./${room}`].default).toBe(`./dist/${room}/index.js`);
      expect(readFileSync(join(root, `docs/guide/${room}.md`), "utf8").length).toBeGreaterThan(500);
      expect(readdirSync(join(root, "test", room)).length).toBeGreaterThan(0);
    }
  });
});
