import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasData } from "../data.js";
import { galleryCharts } from "./gallery-charts.js";
import { hashOf, WIDTH } from "./gallery-hash.js";

const FOLDER = join(import.meta.dirname, "../../docs/gallery");

describe("the gallery", () => {
  it("has every chart light and dark, with an alternative text, and stays small", () => {
    const names = Object.keys(JSON.parse(readFileSync(join(FOLDER, "specs.json"), "utf8")));
    const page = readFileSync(join(FOLDER, "../gallery.md"), "utf8");
    for (const name of names) {
      for (const theme of ["light", "dark"]) {
        expect(existsSync(join(FOLDER, `${name}-${theme}.svg`))).toBe(true);
        expect(page).toContain(`gallery/${name}-${theme}.svg`);
      }
    }
    expect(page.match(/<img alt="[^"]{20,}"/g)?.length).toBe(names.length);
    const bytes = readdirSync(FOLDER).map((file) => statSync(join(FOLDER, file)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2.5e6);
  });

  it.skipIf(!hasData)("shows what the code draws of the real data, and no customer's row", () => {
    const kept = JSON.parse(readFileSync(join(FOLDER, "specs.json"), "utf8"));
    const found: Record<string, string> = {};
    for (const { name, draw } of galleryCharts()) {
      const spec = draw({ theme: "light", currency: "GBP", width: WIDTH });
      found[name] = hashOf(spec);
      // Customers of Online Retail have numbers of five digits from 12346 on, in a column of this name.
      expect(JSON.stringify(spec)).not.toMatch(/customerId/i);
    }
    expect(found).toEqual(kept);
  });
});
