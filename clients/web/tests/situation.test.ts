// The delegate's standing and the chair's acts, read from the fixture's scenes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { likely, possible } from "../chair/acts.ts";
import { situationOf, pointOf } from "../delegate/situation.ts";
import { remoteSpeakerMoves } from "../core/session.ts";
import { FLOOR_SCENES, serviceTime } from "./fixture/scenes.ts";

const NOW = Date.parse(serviceTime());

function scene(name: string): NonNullable<(typeof FLOOR_SCENES)[string]> {
  const found = FLOOR_SCENES[name];
  assert.ok(found);
  return found;
}

const STANDINGS = [
  ["speaking", "bra", "speaking"],
  ["point", "bra", "interrupted"],
  ["point", "irn", "speaking"],
  ["called", "ken", "called"],
  ["speaking", "ken", "waiting"],
  ["speaking", "ven", "passed_over"],
  ["speaking", "pan", "idle"],
] as const;

for (const [name, delegation, kind] of STANDINGS) {
  test(`${delegation} in "${name}" is ${kind}`, () => {
    assert.equal(situationOf(scene(name), delegation, NOW).kind, kind);
  });
}

test("a delegation whose statement was heard is told when it ended", () => {
  const now = situationOf(scene("quiet"), "egy", NOW);
  assert.equal(now.kind === "idle" && now.delivered?.ended_at, serviceTime(-900));
});

test("a point of order has its place among those that wait", () => {
  assert.deepEqual(pointOf(scene("raised"), "irn"), { id: "p1", place: 1 });
  assert.equal(pointOf(scene("raised"), "bra"), undefined);
});

const ACTS = [
  ["quiet", "call", "call,close_list"],
  ["called", "give", "give,pass,take_back,close_list"],
  ["speaking", "end", "end,pause,extend,pass,take_back,close_list"],
  ["raised", "call", "call,end,pause,extend,pass,take_back,close_list"],
  ["point", "rule", "rule,pause,extend,pass,take_back,close_list"],
  ["secretary", "end", "end,pause,close_list"],
  ["adjourned", undefined, ""],
] as const;

for (const [name, expected, acts] of ACTS) {
  test(`the chair in "${name}": ${acts}`, () => {
    assert.equal([...possible(scene(name))].join(","), acts);
    assert.equal(likely(scene(name)), expected);
  });
}

const unit = (id: string, participant?: string) => {
  const [, modality, role] = id.split(".");
  return {
    id,
    modality: modality as "in_person" | "online",
    role: role as "speaker" | "observer",
    ...(participant === undefined ? {} : { participant }),
  };
};

test("the remote speaker's role and the observer's unit change hands in one request", () => {
  const seats = { id: "bra", people: [], seats: [unit("bra.online.speaker.1", "ana"), unit("bra.online.observer.1", "rui")] };
  assert.deepEqual(remoteSpeakerMoves(seats, "rui"), [
    { seat: "bra.online.speaker.1", participant: "rui" },
    { seat: "bra.online.observer.1", participant: "ana" },
  ]);
  assert.deepEqual(remoteSpeakerMoves(seats, "ana"), []);
});

test("a former remote speaker takes a free observer's unit when her successor held none online", () => {
  const seats = {
    id: "bra",
    people: [],
    seats: [
      unit("bra.in_person.speaker.1", "rui"),
      unit("bra.online.speaker.1", "ana"),
      unit("bra.online.observer.1"),
    ],
  };
  assert.deepEqual(remoteSpeakerMoves(seats, "rui"), [
    { seat: "bra.online.speaker.1", participant: "rui" },
    { seat: "bra.in_person.speaker.1" },
    { seat: "bra.online.observer.1", participant: "ana" },
  ]);
});
