// The rest of the procedure, read from the fixture's scenes: who is next, what may be asked for, what is put.
import assert from "node:assert/strict";
import { test } from "node:test";
import { callsPanel, likely, possible } from "../chair/acts.ts";
import { raised } from "../chair/proposal-order.ts";
import type { HallView, PodiumView, ScriptStep } from "../core/contract.ts";
import { nextUp } from "../core/next.ts";
import { freshDecision, nextOf } from "../core/question.ts";
import { lacking, remoteSpeakers } from "../core/readiness.ts";
import * as rights from "../core/rights.ts";
import { waiting } from "../core/list.ts";
import { isThanks, words, type Script } from "../core/script.ts";
import { byChoice, carries, neededOf, rollCall, shares, turnout } from "../core/tally.ts";
import { overrun, shareOf, timeline } from "../core/forecast.ts";
import { PROCEDURE_SCENES } from "./fixture/procedure-scenes.ts";
import { FLOOR_SCENES, serviceTime } from "./fixture/scenes.ts";

const NOW = Date.parse(serviceTime());

function scene(name: string): PodiumView {
  const found = PROCEDURE_SCENES[name] ?? FLOOR_SCENES[name];
  assert.ok(found);
  return found;
}

test("a motion before the body hears who asked to speak on it, and nobody of the list", () => {
  const view = scene("motion");
  assert.deepEqual(nextUp(view), { kind: "against_motion", delegation: "gbr" });
  assert.equal(nextUp({ ...view, next: ["r3", "r4"] }), undefined);
});

test("next is whom the service names first, a point of order before all", () => {
  const view = scene("raised");
  assert.deepEqual(nextUp(view), { kind: "point_of_order", delegation: "irn" });
  assert.equal(nextUp({ ...view, vote: scene("vote").vote! })?.kind, "point_of_order");
  assert.deepEqual(nextUp({ ...view, next: ["r4", "r3"] }), { kind: "statement", delegation: "irn" });
  assert.equal(nextUp({ ...view, next: [] }), undefined);
});

test("a motion interrupts a statement, a statement nothing", () => {
  const view = scene("motion");
  const speaking = { ...view, floor: scene("speaking").floor };
  assert.ok(possible(speaking).has("call"));
  assert.ok(!possible(scene("speaking")).has("call"));
});

test("a panel: presentations, questions until the round is full, answers of who asked to first, rebuttals", () => {
  const view = scene("panel");
  const panel = view.panel!;
  assert.ok(callsPanel(view));
  assert.equal(nextUp({ ...view, panel: { ...panel, asked: ["a", "b", "c"] } })?.delegation, "pan");
  const presenting = [{ ...panel.panellists[0]!, presented: false }];
  assert.equal(nextUp({ ...view, panel: { ...panel, phase: "presentations", panellists: presenting } })?.kind, "presentation");
  assert.equal(nextUp({ ...view, panel: { ...panel, asked: [] } }), undefined);
  const answered = panel.panellists.map((each) => ({ ...each, answered: true }));
  const over: PodiumView = { ...view, panel: { ...panel, phase: "answers", panellists: answered } };
  assert.deepEqual(nextUp(over), { kind: "question" });
  const asked = { ...view, entries: { ...view.entries, q: { ...view.entries["r3"]!, kind: "question" as const } }, next: ["q"] };
  assert.deepEqual(nextUp(asked), { kind: "question", delegation: "ken" });
  assert.ok(!callsPanel({ ...view, item: "4" }));
});

test("replies are called once the list is closed and empty", () => {
  const view = scene("replies");
  assert.deepEqual(nextUp(view), { kind: "reply", delegation: "irn" });
  const open = { ...view.lists["3"]!, state: "open" as const };
  assert.equal(nextUp({ ...view, lists: { "3": open } }), undefined);
  assert.equal(nextUp({ ...view, lists: { "3": { ...open, replies_begun: true } } })?.kind, "reply");
});

test("while a vote is open nothing is called and no list is closed", () => {
  const view = scene("vote");
  assert.equal(nextUp(view), undefined);
  assert.ok(!possible(view).has("call"));
  assert.ok(!possible(view).has("close_list"));
  assert.equal(likely(view), undefined);
});

test("an appeal on the floor is ended by its vote alone", () => {
  const view = { ...scene("speaking"), floor: [{ ...scene("speaking").floor[0]!, kind: "appeal" as const }] };
  const can = possible(view);
  assert.deepEqual(["end", "pass", "pause", "rule"].filter((act) => can.has(act as "end")), []);
});

test("amendments are put before parts, parts before the whole, and nothing of what is decided", () => {
  const view = scene("consensus");
  assert.deepEqual(nextOf(view, "p1"), { kind: "amendment", ref: "a1" });
  const settled = { ...view, amendments: { a1: { ...view.amendments["a1"]!, state: "rejected" as const } } };
  assert.deepEqual(nextOf(settled, "p1"), { kind: "proposal", ref: "p1" });
  const divided = { ...settled, proposals: { p1: { ...view.proposals["p1"]!, parts: ["I", "II"], adopted_parts: [1] } } };
  assert.deepEqual(nextOf(divided, "p1"), { kind: "part", ref: "p1/2" });
  assert.equal(nextOf(view, "p2"), undefined);
});

test("an amendment is put earlier by one place", () => {
  assert.deepEqual(raised(["a", "b", "c"], "c"), ["a", "c", "b"]);
  assert.deepEqual(raised(["a", "b"], "a"), ["a", "b"]);
});

test("a result is fresh for as long as it is asked to be", () => {
  const view = scene("result");
  assert.equal(freshDecision(view, NOW, 10_000)?.number, 1);
  assert.equal(freshDecision(view, NOW, 1_000), undefined);
});

test("who may vote: at the console, when called, by hand, not at all", () => {
  assert.equal(rights.voting(scene("vote"), "ken"), "votes");
  assert.equal(rights.voting(scene("roll"), "nga"), "votes");
  assert.equal(rights.voting(scene("roll"), "ken"), "waits");
  assert.equal(rights.voting(scene("hands"), "ken"), "by_hand");
  assert.equal(rights.voting(scene("vote"), "wb"), undefined);
});

test("an objection is a voter's, and is made once", () => {
  const view = scene("consensus");
  assert.equal(rights.objection(view, "ken"), "may");
  assert.equal(rights.objection(view, "bra"), "made");
  assert.equal(rights.objection(view, "wb"), undefined);
});

test("a reply needs a statement heard, a reply left and none waiting", () => {
  const view = scene("replies");
  assert.ok(rights.mayReply(view, "chn"));
  assert.ok(!rights.mayReply(view, "irn"));
  assert.ok(!rights.mayReply(view, "wb"));
  const silent = { ...view, lists: { ...view.lists, "3": { ...view.lists["3"]!, delivered: [] } } };
  assert.ok(!rights.mayReply(silent, "chn"));
  const entries = { ...view.entries };
  for (const id of ["d1", "d2"]) {
    entries[id] = { ...view.entries["y1"]!, delegation: "chn", state: "delivered" };
  }
  assert.ok(!rights.mayReply({ ...view, entries }, "chn"));
});

test("sponsors do not explain, and others once", () => {
  const view = scene("result");
  assert.deepEqual(rights.explainable(view, "pan"), ["p2"]);
  assert.deepEqual(rights.explainable(view, "chn"), ["p1", "p2"]);
  const entries = { e: { ...view.entries["r3"]!, delegation: "chn", kind: "explanation" as const, proposal: "p1" } };
  assert.deepEqual(rights.explainable({ ...view, entries }, "chn"), ["p2"]);
});

test("motions: one of a kind, States parties alone, none while a vote is open", () => {
  const view = scene("motion");
  assert.ok(!rights.movable(view, "chn").includes("limit_statements"));
  assert.ok(!rights.movable(view, "chn").includes("adjourn_debate"));
  assert.ok(rights.movable(view, "chn").includes("suspend_meeting"));
  assert.deepEqual(rights.movable(view, "wb"), []);
  assert.deepEqual(rights.movable(scene("vote"), "chn"), []);
});

test("the sides of a motion: while there is a place, and not for its mover", () => {
  const view = scene("motion");
  assert.deepEqual(rights.sidesOf(view, "chn"), ["for_motion", "against_motion"]);
  assert.deepEqual(rights.sidesOf(view, "irn"), []);
  assert.deepEqual(rights.sidesOf(view, "gbr"), []);
  const full = { ...view.motions["m1"]!, heard_for: 2 };
  assert.deepEqual(rights.sidesOf({ ...view, motions: { m1: full } }, "chn"), ["against_motion"]);
});

test("while a vote is open nothing is asked for but points of order", () => {
  const view = { ...scene("ruled"), vote: scene("vote").vote! };
  assert.ok(!rights.mayAppeal(view, "chn"));
  assert.ok(!rights.mayReply(view, "chn"));
  assert.deepEqual(rights.explainable(view, "chn"), []);
  assert.ok(rights.mayRaisePoint(view, "chn"));
});

test("an appeal follows a ruling, by those who may raise points of order", () => {
  assert.ok(rights.mayAppeal(scene("ruled"), "chn"));
  assert.ok(!rights.mayAppeal(scene("ruled"), "wb"));
  assert.ok(!rights.mayAppeal(scene("quiet"), "chn"));
});

test("a panel takes questions of everybody, answers of its own, rebuttals of those concerned", () => {
  const view = scene("panel");
  assert.ok(rights.mayQuestion(view, "wb"));
  assert.ok(!rights.mayQuestion(scene("quiet"), "wb"));
  assert.ok(rights.mayRespond(view, "chn"));
  assert.ok(!rights.mayRespond(view, "pan"));
  const panellists = view.panel!.panellists.map((each) => ({ ...each, answered: true }));
  const answered: HallView = { ...view, panel: { ...view.panel!, phase: "answers", panellists } };
  assert.ok(rights.mayRebut(answered, "chn"));
  assert.ok(!rights.mayRebut(view, "chn"));
  assert.ok(!rights.mayRebut(answered, "wb"));
});

test("votes: shares of those cast, turnout, and what carries", () => {
  const { tally } = scene("vote").vote!;
  assert.deepEqual(shares(tally!).map(({ votes, share }) => [votes, share]), [[2, 0.5], [1, 0.25], [1, 0.25]]);
  assert.deepEqual(shares({ ...tally!, yes: 0, no: 0, abstentions: 0 }).map(({ share }) => share), [0, 0, 0]);
  assert.deepEqual(turnout(scene("vote").vote!), { voted: 4, entitled: 10 });
  assert.equal(neededOf(9, "two_thirds"), 6);
  assert.equal(neededOf(10, "two_thirds"), 7);
  assert.equal(neededOf(10, "simple"), 6);
  assert.deepEqual(byChoice({ a: "no", b: "yes", c: "no" }), { yes: ["b"], no: ["a", "c"], abstention: [] });
});

test("a roll call goes on in its order, and comes back to who was not there", () => {
  const { done, next, coming } = rollCall(scene("roll").vote!);
  assert.deepEqual([done, next], [["irn"], "nga"]);
  assert.deepEqual(coming, ["pan", "gbr", "ven", "dza", "bra", "chn", "egy", "ken"]);
});

test("the script says names in its own language, and its own form of a name first", () => {
  const view = scene("forecast");
  const script = {
    language: "ar",
    names: { IRN: "جمهورية إيران الإسلامية" },
    templates: { give_floor_followed: "{delegation}, {next}.", close_list: "{item}: {unknown}" },
  };
  assert.deepEqual(view.script.map((step) => words(view, step, script)), ["كينيا, جمهورية إيران الإسلامية.", "3: {unknown}"]);
  assert.equal(words(view, { key: "adjourn", params: {} }, script), undefined);
});

test("a member of the podium is said by her title in the language of the script", () => {
  const view = { ...scene("forecast"), podium: { sec: { kind: "secretariat" as const, title: { en: "Secretary", fr: "Secrétaire" } } } };
  const thanks = { key: "thank_speaker", params: { title: "sec" } };
  const script = (language: string): Script => ({ language, names: {}, templates: { thank_speaker: "{title}" } });
  assert.equal(words(view, thanks, script("fr")), "Secrétaire");
  assert.equal(words(view, thanks, script("ru")), "Secretary");
});

test("the forecast's blocks follow the list; an overrun pushes them beyond the end", () => {
  const view = scene("forecast");
  const order = view.lists["3"]!.order;
  const line = timeline(view.forecast!, order, NOW, view.meeting.ends_at);
  assert.equal(line.blocks.length, 9);
  assert.equal(line.notHeard, 5);
  assert.equal(overrun(view.forecast!, NOW), 0);
  const late = timeline(view.forecast!, order, NOW + 500_000, view.meeting.ends_at);
  assert.equal(overrun(view.forecast!, NOW + 500_000), 308_000);
  assert.equal(late.notHeard, 6);
  assert.equal(timeline(view.forecast!, order, NOW, undefined).notHeard, 0);
  assert.deepEqual([shareOf(line, line.from), shareOf(line, line.to)], [0, 1]);
});

test("the rows of the list, the timeline and the line above it tell the same times", () => {
  const view = scene("forecast");
  const [first, ...others] = view.lists["3"]!.order;
  const order = [first!, ...others];
  const last = Math.max(...Object.values(view.forecast!.ahead)) + 600;
  const ahead = { ...view.forecast!.ahead, [first!]: last };
  const passed: PodiumView = {
    ...view,
    entries: { ...view.entries, [first!]: { ...view.entries[first!]!, state: "passed_over" } },
    forecast: { ...view.forecast!, ahead },
  };
  for (const now of [NOW, NOW + 500_000]) {
    const line = timeline(passed.forecast!, order, now, undefined);
    const rows = waiting(passed, "3", now);
    assert.deepEqual(rows.map(({ wait }) => now + wait), line.blocks.map(({ from }) => from));
    assert.equal(line.until, line.blocks[0]!.to);
    assert.equal(line.until, line.to);
  }
});

test("thanks are for when the speaker has ended, all else is said now", () => {
  const keys: ScriptStep["key"][] = ["thank", "thank_speaker", "conclude", "give_floor"];
  assert.deepEqual(keys.map((key) => isThanks({ key, params: {} })), [true, true, false, false]);
  assert.equal(isThanks(undefined), false);
});

test("the gate: what is missing of a remote speaker, nothing of one in the room", () => {
  const view = scene("lacking");
  const { r3, r4 } = view.entries;
  assert.deepEqual(lacking(view, r4!, NOW), ["sound"]);
  assert.deepEqual(lacking(view, r4!, NOW + 10 * 3600_000), ["sound"]);
  assert.deepEqual(lacking(view, r4!, NOW + 12 * 3600_000), ["tested", "sound"]);
  assert.deepEqual(lacking(view, r3!, NOW), []);
  assert.deepEqual(lacking({ ...view, gate: { connected: true, tested: false, sound: false } }, r4!, NOW), []);
  assert.deepEqual(remoteSpeakers(view).map(({ delegation }) => delegation), ["irn", "gbr", "ven", "wb"]);
});

test("a corrected count carries by the rule: more yes than no, or two thirds; no votes carry nothing", () => {
  assert.deepEqual([carries("simple", 4, 3), carries("simple", 3, 3), carries("simple", 0, 0)], [true, false, false]);
  assert.deepEqual([carries("two_thirds", 4, 2), carries("two_thirds", 4, 3), carries("two_thirds", 0, 0)], [true, false, false]);
  assert.equal(carries(undefined, 2, 1), true);
});

test("a delegation may speak for the groups that name it, and for those that name nobody", () => {
  const { groups } = scene("motion");
  assert.deepEqual(Object.keys(groups), ["g77", "african"]);
  assert.deepEqual(Object.keys(rights.groupsFor(scene("motion"), "egy")), ["g77", "african"]);
  assert.deepEqual(Object.keys(rights.groupsFor(scene("motion"), "gbr")), ["g77"]);
});

test("who makes another's statement too has no own one beside it on the item and for the group", () => {
  const view = scene("motion");
  const [id, entry] = Object.entries(view.entries).find(([, each]) => each.state === "inscribed" && !each.on_behalf_of) ?? [];
  assert.ok(id !== undefined && entry !== undefined);
  const shared: HallView = { ...view, entries: { ...view.entries, [id]: { ...entry, item: view.item!, joint: ["usa"] } } };
  assert.equal(rights.sharedWith(shared, "usa", undefined), entry.delegation);
  assert.equal(rights.sharedWith(shared, "usa", "g77"), undefined);
  assert.equal(rights.sharedWith(shared, entry.delegation, undefined), undefined);
});
