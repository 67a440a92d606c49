import assert from "node:assert/strict";
import { test } from "node:test";
import type { HallEntry, HallView, RequestState } from "../core/contract.ts";
import { deliveredOf, floorLeft, pendingOf, waiting } from "../core/list.ts";
import { NOW, viewOf } from "./outside.ts";

const T = Date.parse(NOW);

function entry(delegation: string, state: RequestState, seconds = 300): HallEntry {
  return { kind: "statement", delegation, tier: "t", modality: "online", state, seconds, accepted_at: NOW };
}

const VIEW: HallView = {
  ...viewOf("Third meeting"),
  item: "3",
  lists: { "3": { state: "open", order: ["a", "b", "c"], delivered: ["z"] } },
  entries: {
    a: entry("aut", "passed_over"),
    b: entry("bra", "inscribed", 180),
    c: entry("chn", "inscribed"),
    z: { ...entry("zmb", "delivered"), ended_at: NOW },
  },
  floor: [
    {
      grant: 1,
      kind: "statement",
      holder: "delegation",
      started_at: NOW,
      modality: "online",
      elapsed: false,
      ends_at: new Date(T + 60_000).toISOString(),
    },
  ],
};

test("places follow the service's order; the wait is the limits ahead and what is left on the floor", () => {
  const rows = waiting(VIEW, "3", T).map(({ id, place, wait }) => ({ id, place, wait }));
  assert.deepEqual(rows, [
    { id: "a", place: 1, wait: 60_000 + 180_000 + 300_000 },
    { id: "b", place: 2, wait: 60_000 },
    { id: "c", place: 3, wait: 60_000 + 180_000 },
  ]);
});

test("the speaker called counts as ahead; a speaker over time counts as nothing", () => {
  const called: HallView = { ...VIEW, floor: [], called: { request: "b", called_at: NOW } };
  assert.equal(floorLeft(called, T), 180_000);
  assert.equal(floorLeft(VIEW, T + 90_000), 0);
});

test("a delegation finds its own request while it is pending, and its statement once heard", () => {
  assert.equal(pendingOf(VIEW, "chn", "statement"), "c");
  assert.equal(pendingOf(VIEW, "chn", "point_of_order"), undefined);
  assert.equal(pendingOf(VIEW, "zmb", "statement"), undefined);
  assert.equal(deliveredOf(VIEW, "zmb", "3")?.ended_at, NOW);
});
