// The booths as their console reads them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isLost, lineOf, liveElsewhere, ownBooth, partIn, pivotsFor, standingSignal, takersOf, textOf } from "../core/booths.ts";
import type { BoothsView } from "../core/contract.ts";
import { serviceTime, view } from "./fixture/scenes.ts";

function staff(...people: string[]): BoothsView["booths"][string]["interpreters"] {
  return people.map((participant) => ({ participant, a: ["fr"], b: [], c: [] }));
}

const VIEW: BoothsView = view({
  booths: {
    en: { outgoing: ["en"], interpreters: staff("eva"), remote: false },
    fr: { outgoing: ["fr"], interpreters: staff("fatima", "felix"), remote: false },
    zh: { outgoing: ["zh", "en"], interpreters: staff("zhou"), remote: true },
  },
  on_air: {
    en: { channel: "en", source: "zh", turn_elapsed: false },
    fr: { channel: "fr", source: "floor", turn_elapsed: false, interpreter: "fatima", since: serviceTime() },
    zh: { channel: "en", source: "floor", turn_elapsed: false, interpreter: "zhou", since: serviceTime() },
  },
  signals: {
    s1: { kind: "slow_down", state: "raised", at: serviceTime(), mark: "7f3a" },
    s2: { kind: "help", state: "raised", at: serviceTime(), booth: "en" },
  },
  texts: {
    t1: { delegation: "bra", item: "3", languages: ["es"], attached_at: serviceTime(), check: true, request: "r2", publishable_at: serviceTime() },
    t2: { delegation: "bra", item: "3", languages: ["en"], attached_at: serviceTime(), check: true },
    t3: { delegation: "ken", item: "4", languages: ["en"], attached_at: serviceTime(), check: true },
  },
});

test("an interpreter has the booth that names her, and nobody else has one", () => {
  assert.deepEqual(ownBooth(VIEW, "fatima")?.colleagues, ["felix"]);
  assert.equal(ownBooth(VIEW, "fatima")?.id, "fr");
  assert.equal(ownBooth(VIEW, "somebody"), undefined);
  assert.equal(ownBooth(VIEW, undefined), undefined);
});

test("relay is taken from booths that are on the floor, and from none by who gives it", () => {
  assert.deepEqual(pivotsFor(VIEW, "fr"), ["zh"]);
  assert.deepEqual(pivotsFor(VIEW, "zh"), []);
  assert.deepEqual(takersOf(VIEW, "zh"), ["en"]);
});

test("a channel that another booth speaks on is named", () => {
  assert.equal(liveElsewhere(VIEW, "en", "en"), "zh");
  assert.equal(liveElsewhere(VIEW, "zh", "en"), undefined);
  assert.equal(liveElsewhere(VIEW, "fr", "ru"), undefined);
});

test("a handover is answered by the other side, and watched by the third", () => {
  const handover = { by: "felix", giver: "fatima", taker: "felix", at: serviceTime(), lapses_at: serviceTime(60) };
  assert.equal(partIn(handover, "felix"), "wait");
  assert.equal(partIn(handover, "fatima"), "answer");
  assert.equal(partIn(handover, "franck"), "watch");
});

test("a channel is free whose interpreter has lost her line, and her booth may be taken over", () => {
  const readiness = { zhou: { connected: false, sound: "unknown", since: serviceTime() } } as const;
  const lost = { ...VIEW, readiness };
  assert.equal(liveElsewhere(lost, "en", "en"), undefined);
  assert.deepEqual(lineOf(lost, "zhou"), { kind: "lost", since: serviceTime() });
  const { zh, fr } = lost.on_air;
  assert.deepEqual([zh, fr].map((now) => now && isLost(lost, now)), [true, false]);
});

test("an interpreter who was never there is not lost", () => {
  assert.deepEqual(lineOf(VIEW, "fatima"), { kind: "not_here" });
  const there = { ...VIEW, readiness: { fatima: { connected: true, sound: "unknown" } } } as const;
  assert.deepEqual(lineOf(there, "fatima"), { kind: "connected" });
});

test("a signal stands for its booth; a slow down for the console that has drawn its mark", () => {
  assert.equal(standingSignal(VIEW, "fr", "slow_down", new Set(["7f3a"]))?.id, "s1");
  assert.equal(standingSignal(VIEW, "fr", "slow_down", new Set(["91cc"])), undefined);
  assert.equal(standingSignal(VIEW, "en", "help")?.id, "s2");
  assert.equal(standingSignal(VIEW, "fr", "help"), undefined);
});

test("a statement has the text that it was, else the delegation's text that waits for this item", () => {
  assert.equal(textOf(VIEW, { delegation: "bra", item: "3", request: "r2" })?.id, "t1");
  assert.equal(textOf(VIEW, { delegation: "bra", item: "3", request: "r7" })?.id, "t2");
  assert.equal(textOf(VIEW, { delegation: "bra", item: "3" })?.id, "t2");
  assert.equal(textOf(VIEW, { delegation: "ken", item: "3" }), undefined);
  assert.equal(textOf(VIEW, {}), undefined);
});
