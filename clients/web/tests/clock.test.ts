import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_CLOCK, anchored, countdown, minutes, serviceNow, timeLeft, timeOfDay } from "../core/clock.ts";

const T = Date.parse("2021-09-07T08:00:00.000Z");
const at = (ms: number): string => new Date(T + ms).toISOString();

test("before the first message there is no time", () => {
  assert.equal(serviceNow(NO_CLOCK, 5), undefined);
});

test("service time runs from the message on, at the service's pace", () => {
  const clock = anchored(NO_CLOCK, at(0), 1000, 60);
  assert.equal(serviceNow(clock, 1500), T + 30_000);
});

test("a late message does not turn the clock back; an early one puts it right", () => {
  let clock = anchored(NO_CLOCK, at(0), 300);
  clock = anchored(clock, at(1000), 1500);
  assert.equal(serviceNow(clock, 1500), T + 1200);
  clock = anchored(clock, at(2000), 2010);
  assert.equal(serviceNow(clock, 2010), T + 2000);
});

test("a jump of the service's clock is followed at once, in both directions", () => {
  const clock = anchored(NO_CLOCK, at(0), 0);
  assert.equal(serviceNow(anchored(clock, at(60_000), 10), 10), T + 60_000);
  assert.equal(serviceNow(anchored(clock, at(-60_000), 10), 10), T - 60_000);
});

test("time left stands still while paused or interrupted", () => {
  const ends_at = at(60_000);
  assert.equal(timeLeft({ ends_at }, T + 20_000), 40_000);
  assert.equal(timeLeft({ ends_at, paused_at: at(10_000) }, T + 20_000), 50_000);
  assert.equal(timeLeft({ ends_at, interrupted_at: at(15_000) }, T + 20_000), 45_000);
  assert.equal(timeLeft({}, T), undefined);
});

test("a second is shown until it has passed; overrun counts up", () => {
  assert.deepEqual(countdown(300_000), { text: "5:00", over: false });
  assert.deepEqual(countdown(299_001), { text: "5:00", over: false });
  assert.deepEqual(countdown(0), { text: "0:00", over: false });
  assert.deepEqual(countdown(-1), { text: "+0:00", over: true });
  assert.deepEqual(countdown(-61_500), { text: "+1:01", over: true });
  assert.equal(minutes(3723), "1:02:03");
});

test("the meeting's zone, not the browser's", () => {
  assert.equal(timeOfDay(at(0), "Europe/Vienna"), "10:00");
  assert.equal(timeOfDay(at(0), "America/Panama", true), "03:00:00");
});
