import assert from "node:assert/strict";
import { test } from "node:test";
import { Connection } from "../core/connection.ts";
import { GIVEN_UP_AFTER_MS } from "../core/commands.ts";
import type { Title } from "../core/contract.ts";
import { Store } from "../core/store.ts";
import { FakeOutside, ME, NOW, patch, snapshot } from "./outside.ts";

function begin(): { outside: FakeOutside; store: Store<"hall">; connection: Connection<"hall"> } {
  const outside = new FakeOutside();
  const store = new Store<"hall">();
  const connection = new Connection("hall", store, outside);
  connection.start();
  return { outside, store, connection };
}

function live(): ReturnType<typeof begin> {
  const begun = begin();
  begun.outside.line.events.opened();
  begun.outside.line.says(snapshot(7));
  begun.outside.line.says(ME);
  return begun;
}

function title(store: Store<"hall">): Title | undefined {
  return store.known.view?.meeting.title;
}

test("the first frame is a hello without a place; view and own commands together make the line live", () => {
  const { outside, store } = begin();
  assert.equal(store.known.link.kind, "connecting");
  outside.line.events.opened();
  assert.deepEqual(outside.line.sent, [{ type: "hello", audience: "hall" }]);
  outside.line.says(snapshot(7));
  assert.equal(store.known.link.kind, "connecting", "nobody knows yet what this login may do");
  outside.line.says(ME);
  assert.equal(store.known.link.kind, "live");
  assert.equal(store.known.seq, 7);
});

test("a patch moves the view on; a stale one is ignored", () => {
  const { outside, store } = live();
  outside.line.says(patch(7, 9, "moved"));
  outside.line.says(patch(6, 8, "stale"));
  outside.line.says(patch(8, 9, "stale"));
  assert.equal(title(store), "moved");
  assert.equal(store.known.seq, 9);
  assert.equal(outside.line.sent.length, 1);
});

test("a gap asks again, once, from the own place; what was missing closes it", () => {
  const { outside, store } = live();
  outside.line.says(patch(8, 9, "too far"));
  outside.line.says(patch(9, 10, "farther"));
  assert.deepEqual(outside.line.sent.slice(1), [{ type: "hello", audience: "hall", epoch: "e1", since_seq: 7 }]);
  assert.equal(title(store), "Third meeting");
  outside.line.says(patch(7, 10, "whole"));
  assert.equal(title(store), "whole");
});

test("a lost line says since when, comes back by itself and resumes", () => {
  const { outside, store } = live();
  outside.pass(1000);
  outside.line.events.closed();
  assert.deepEqual(store.known.link, { kind: "reconnecting", since: 1_001_000 });
  assert.equal(title(store), "Third meeting");
  outside.pass(500);
  assert.equal(outside.lines.length, 2);
  outside.line.events.opened();
  assert.deepEqual(outside.line.sent[0], { type: "hello", audience: "hall", epoch: "e1", since_seq: 7 });
  outside.line.says(ME);
  assert.equal(store.known.link.kind, "live");
});

test("tries come ever more rarely, up to fifteen seconds", () => {
  const { outside } = live();
  const waits = [500, 1000, 2000, 4000, 8000, 15_000, 15_000];
  outside.line.events.closed();
  for (const [tries, wait] of waits.entries()) {
    outside.pass(wait - 1);
    assert.equal(outside.lines.length, tries + 1);
    outside.pass(1);
    assert.equal(outside.lines.length, tries + 2);
    outside.line.events.closed();
  }
});

test("waking does not wait for the next try", () => {
  const { outside, connection } = live();
  outside.line.events.closed();
  connection.wake();
  assert.equal(outside.lines.length, 2);
  outside.pass(60_000);
  assert.equal(outside.lines.length, 3, "the silent new line was given up, not doubled");
});

test("a command is answered after its patch", async () => {
  const { outside, connection } = live();
  const answer = connection.send({ command: "CallNext" });
  assert.deepEqual(outside.line.sent[1], { type: "command", id: "c1", command: "CallNext" });
  outside.line.says(patch(7, 8, "called"));
  outside.line.says({ type: "accepted", id: "c1", seq: 8 });
  assert.deepEqual(await answer, { accepted: true, seq: 8 });
});

test("an unanswered command is sent again with the same id after the hello of the next line", async () => {
  const { outside, connection } = live();
  const answer = connection.send({ command: "EndStatement" });
  outside.line.events.closed();
  outside.pass(500);
  outside.line.events.opened();
  assert.deepEqual(outside.line.sent.map((frame) => frame["type"]), ["hello", "command"]);
  assert.equal(outside.line.sent[1]?.["id"], "c1");
  outside.line.says({ type: "accepted", id: "c1", seq: 8 });
  assert.equal((await answer).accepted, true);
});

test("a command without an answer is given up and not sent again", async () => {
  const { outside, connection } = live();
  const answer = connection.send({ command: "CallNext" });
  outside.pass(GIVEN_UP_AFTER_MS + 5000);
  const given = await answer;
  assert.equal(given.accepted, false);
  outside.line.events.closed();
  outside.pass(15_000);
  outside.line.events.opened();
  assert.deepEqual(outside.line.sent.map((frame) => frame["type"]), ["hello"]);
});

test("a second tap while the first has no answer is not sent again", async () => {
  const { outside, connection } = live();
  const both = [connection.send({ command: "RequestFloor" }), connection.send({ command: "RequestFloor" })];
  void connection.send({ command: "CallNext" });
  assert.deepEqual(outside.line.sent.slice(1).map((frame) => frame["id"]), ["c1", "c2"]);
  outside.line.says({ type: "accepted", id: "c1", seq: 8 });
  assert.deepEqual(await Promise.all(both), [1, 2].map(() => ({ accepted: true, seq: 8 })));
  void connection.send({ command: "RequestFloor" });
  assert.equal(outside.line.sent.at(-1)?.["id"], "c3", "answered: asked anew");
});

test("a line that says nothing after a command is not called live, then left; the command goes to the next", async () => {
  const { outside, store, connection } = live();
  outside.pass(3000);
  const answer = connection.send({ command: "EndStatement" });
  outside.pass(3999);
  assert.equal(store.known.link.kind, "live");
  outside.pass(1);
  assert.deepEqual(store.known.link, { kind: "reconnecting", since: 1_003_000 });
  outside.pass(6500);
  assert.equal(outside.lines.length, 2);
  outside.line.events.opened();
  assert.deepEqual(outside.line.sent.map((frame) => frame["id"]), [undefined, "c1"]);
  outside.line.says(snapshot(8));
  outside.line.says({ type: "accepted", id: "c1", seq: 8 });
  assert.equal((await answer).accepted, true);
  assert.equal(store.known.link.kind, "live");
});

test("a slow line that says anything is live again", () => {
  const { outside, store, connection } = live();
  outside.pass(1000);
  void connection.send({ command: "EndStatement" });
  outside.pass(5000);
  assert.equal(store.known.link.kind, "reconnecting");
  outside.line.says({ type: "accepted", id: "c1", seq: 7 });
  assert.equal(store.known.link.kind, "live");
  outside.pass(10_000);
  assert.equal(outside.lines.length, 1);
});

test("a network that the browser knows to be gone is said at once", () => {
  const { outside, store, connection } = live();
  outside.pass(1000);
  connection.lose();
  assert.deepEqual(store.known.link, { kind: "reconnecting", since: 1_001_000 });
  assert.equal(outside.lines[0]?.closedByClient, true);
  outside.pass(500);
  assert.equal(outside.lines.length, 2);
});

test("a refusal carries its problem", async () => {
  const { outside, connection } = live();
  const answer = connection.send({ command: "RequestFloor" });
  const problem = { title: "Refused", status: 409, code: "listen-only", rule: "ROLE_LISTEN_ONLY" };
  outside.line.says({ type: "refused", id: "c1", problem });
  assert.deepEqual(await answer, { accepted: false, problem });
});

test("a ping is answered and keeps the line; silence ends it", () => {
  const { outside, store } = live();
  outside.pass(25_000);
  outside.line.says({ type: "ping", server_now: NOW });
  assert.deepEqual(outside.line.sent.at(-1), { type: "pong" });
  outside.pass(25_000);
  assert.equal(store.known.link.kind, "live");
  outside.pass(10_000);
  assert.equal(store.known.link.kind, "reconnecting");
  assert.equal(outside.lines[0]?.closedByClient, true);
  assert.ok(outside.lines.length > 1);
});

test("a dead line that wakes late changes nothing", () => {
  const { outside, store } = live();
  const dead = outside.line;
  outside.pass(60_000);
  outside.line.events.opened();
  outside.line.says(snapshot(9, "new"));
  dead.says(snapshot(3, "old"));
  dead.events.closed();
  assert.equal(title(store), "new");
  assert.equal(store.known.link.kind, "live");
});

for (const reason of ["revoked", "protocol", "unknown_meeting"] as const) {
  test(`bye ${reason} is final`, async () => {
    const { outside, store, connection } = live();
    const answer = connection.send({ command: "CallNext" });
    outside.line.says({ type: "bye", reason });
    outside.line.events.closed();
    outside.pass(60_000);
    assert.deepEqual(store.known.link, { kind: "closed", reason });
    assert.equal(outside.lines.length, 1);
    assert.equal((await answer).accepted, false);
  });
}

test("bye with retry_after is honoured", () => {
  const { outside } = live();
  outside.line.says({ type: "bye", reason: "shutting_down", retry_after: 3 });
  outside.line.events.closed();
  outside.pass(2999);
  assert.equal(outside.lines.length, 1);
  outside.pass(1);
  assert.equal(outside.lines.length, 2);
});

test("a handshake that fails because the login no longer holds ends the tries", async () => {
  const { outside, store } = live();
  outside.holds = false;
  outside.line.events.closed();
  outside.pass(500);
  outside.line.events.closed();
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(store.known.link, { kind: "closed", reason: "revoked" });
});

test("another epoch begins anew", () => {
  const { outside, store } = live();
  outside.line.events.closed();
  outside.pass(500);
  outside.line.events.opened();
  outside.line.says(snapshot(2, "restored", "e2"));
  assert.equal(store.known.seq, 2);
  assert.equal(title(store), "restored");
});
