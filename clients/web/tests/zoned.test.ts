import assert from "node:assert/strict";
import { test } from "node:test";
import { fromZoned, lastMinute, toZoned } from "../core/zoned.ts";

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

test("a deadline at midnight is told by the day that it ends; any other by itself", () => {
  assert.equal(lastMinute("2020-11-09T23:00:00Z", "Europe/Vienna"), "2020-11-09T22:59:00.000Z");
  assert.equal(lastMinute("2020-11-09T17:00:00Z", "Europe/Vienna"), "2020-11-09T17:00:00.000Z");
});
