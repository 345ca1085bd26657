import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { openZone } from "../../src/core/zone.js";

/** The same by a library of its own. */
function offsetByTemporal(zone: string, time: number): number {
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

describe("openZone(name)", () => {
  it.each(["Europe/London", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe"])(
    "tells the offset of %s at any time, within a minute of every change of clocks too",
    (name) => {
      const zone = openZone("test", name);
      for (let time = Date.UTC(2010, 0, 1); time < Date.UTC(2013, 0, 1); time += 6_787_000) {
        if (zone.stretchAt(time).offset !== offsetByTemporal(name, time)) {
          expect(zone.stretchAt(time).offset, new Date(time).toISOString()).toBe(
            offsetByTemporal(name, time),
          );
        }
      }
      let change = Temporal.ZonedDateTime.from(`2010-01-01T00:00[${name}]`).getTimeZoneTransition("next");
      for (let i = 0; i < 6 && change !== null; i++) {
        for (const nearby of [-60_000, -1, 0, 1, 60_000]) {
          const time = change.epochMilliseconds + nearby;
          expect(zone.stretchAt(time).offset, new Date(time).toISOString()).toBe(
            offsetByTemporal(name, time),
          );
        }
        change = change.getTimeZoneTransition("next");
      }
    },
  );

  it("is right where clocks once changed between two quarters of an hour", () => {
    // Monrovia went from -00:44:30 to UTC at 00:44:30 UTC.
    const change = Date.UTC(1972, 0, 7, 0, 44, 30);
    const zone = openZone("test", "Africa/Monrovia");
    expect(zone.stretchAt(change - 1000).offset).toBe(-(44 * 60 + 30) * 1000);
    expect(zone.stretchAt(change).offset).toBe(0);
  });

  it.each(["Europe/Lodnon", "", "Mars/Olympus", 7, null])("refuses %j", (name) => {
    expect(() => openZone("test", name)).toThrowError(
      expect.objectContaining({ code: "invalidTimeZone", path: "timeZone", row: undefined }),
    );
  });
});
