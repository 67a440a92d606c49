import assert from "node:assert/strict";
import { test } from "node:test";
import { fromZoned, toZoned } from "../core/zoned.ts";

test("a moment is written as the zone's own clock shows it, and read back", () => {
  for (const [at, local] of [
    ["2020-11-09T13:05:00.000Z", "2020-11-09T14:05"],
    ["2020-07-01T12:00:00.000Z", "2020-07-01T14:00"],
  ] as const) {
    assert.equal(toZoned(at, "Europe/Vienna"), local);
    assert.equal(fromZoned(local, "Europe/Vienna"), at);
  }
});

test("around the change of clocks", () => {
  assert.equal(fromZoned("2020-03-29T03:30", "Europe/Vienna"), "2020-03-29T01:30:00.000Z");
  assert.equal(fromZoned("2020-10-25T12:00", "Europe/Vienna"), "2020-10-25T11:00:00.000Z");
  assert.equal(fromZoned("2020-03-08T12:00", "America/New_York"), "2020-03-08T16:00:00.000Z");
});
