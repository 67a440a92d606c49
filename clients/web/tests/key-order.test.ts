// Keys of those who preside: which key a press means, and what becomes of keys pressed quicker than the answers come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { meantBy } from "../core/keyboard.ts";
import { KeyOrder, type NotDone } from "../core/key-order.ts";

const pressed = (key: string, code: string, shiftKey = false): string => meantBy({ key, code, shiftKey });

test("a layout without Latin letters means the key in its place, every other what is printed on it", () => {
  assert.equal(pressed("ث", "KeyE"), "e");
  assert.equal(pressed("لا", "KeyB"), "b");
  assert.equal(pressed("т", "KeyN"), "n");
  assert.equal(pressed("ν", "KeyN"), "n");
  assert.equal(pressed("N", "KeyN"), "n");
  assert.equal(pressed("x", "KeyB"), "x");
  assert.equal(pressed(",", "KeyM"), ",");
  assert.equal(pressed("Enter", "Enter"), "enter");
});

test("digits come without Shift where the layout asks for it, and a question mark wherever it stands", () => {
  assert.equal(pressed("&", "Digit1"), "1");
  assert.equal(pressed("é", "Digit2"), "2");
  assert.equal(pressed("٣", "Digit3"), "3");
  assert.equal(pressed("1", "Digit1", true), "1");
  assert.equal(pressed("!", "Digit1", true), "!");
  assert.equal(pressed("?", "Digit7", true), "?");
  assert.equal(pressed("?", "KeyM", true), "?");
  assert.equal(pressed("؟", "Slash", true), "?");
});

/** A console on which `r` asks a question, `d` answers one, `o` cannot be done, `m` is not there: others send commands. */
class Desk {
  readonly done: string[] = [];
  told: NotDone | undefined;
  underWay = 0;
  readonly order = new KeyOrder(
    {
      find: (key) =>
        key === "m"
          ? undefined
          : { ready: key !== "o", early: () => this.done.includes("d") && this.underWay > 0, act: () => this.#act(key) },
      busy: () => this.underWay > 0,
      tell: (notDone) => {
        this.told = notDone;
      },
    },
    new Set(["d"]),
  );

  #act(key: string): void {
    this.done.push(key);
    this.underWay += key === "r" ? 0 : 1;
  }

  press(keys: string): void {
    for (const key of keys) {
      this.order.press(key);
    }
  }

  answer(refused = false): void {
    this.underWay -= 1;
    this.order.answered(refused);
  }
}

test("quick keys act in order, each when the one before has been answered", () => {
  const desk = new Desk();
  desk.press("eng");
  assert.deepEqual(desk.done, ["e"]);
  desk.answer();
  assert.deepEqual(desk.done, ["e", "n"]);
  desk.answer();
  desk.answer();
  assert.deepEqual(desk.done, ["e", "n", "g"]);
  assert.equal(desk.told, undefined);
});

test("a refusal drops the keys that wait, and says which", () => {
  const desk = new Desk();
  desk.press("eng");
  desk.answer(true);
  assert.deepEqual(desk.done, ["e"]);
  assert.deepEqual(desk.told, { why: "dropped", keys: ["n", "g"] });
  desk.press("n");
  assert.deepEqual(desk.done, ["e", "n"]);
  assert.equal(desk.told, undefined);
});

test("what cannot be done is told, and what was to follow is not done either", () => {
  const desk = new Desk();
  desk.press("m");
  assert.deepEqual(desk.told, { why: "not_now", keys: ["m"] });
  desk.press("nog");
  desk.answer();
  assert.deepEqual(desk.done, ["n"]);
  assert.deepEqual(desk.told, { why: "not_now", keys: ["o", "g"] });
});

test("a question that a key opens is answered by no key that was pressed before", () => {
  const desk = new Desk();
  desk.press("grn");
  desk.answer();
  assert.deepEqual(desk.done, ["g", "r"]);
  assert.deepEqual(desk.told, { why: "dropped", keys: ["n"] });
});

test("what is shown is answered at once, but neither twice nor before keys that wait", () => {
  const desk = new Desk();
  desk.press("dd");
  assert.deepEqual(desk.done, ["d"]);
  assert.deepEqual(desk.told, { why: "too_early", keys: ["d"] });
  desk.answer();
  desk.press("d");
  assert.deepEqual(desk.done, ["d", "d"]);
  desk.answer();
  desk.press("ngd");
  assert.deepEqual(desk.told, { why: "too_early", keys: ["d"] });
  desk.answer();
  assert.deepEqual(desk.done, ["d", "d", "n", "g"]);
});

test("three keys wait, and a fourth is told", () => {
  const desk = new Desk();
  desk.press("ngepx");
  assert.deepEqual(desk.told, { why: "too_early", keys: ["x"] });
  desk.answer();
  desk.answer();
  desk.answer();
  assert.deepEqual(desk.done, ["n", "g", "e", "p"]);
});

test("a lost line drops what waits", () => {
  const desk = new Desk();
  desk.press("ng");
  desk.order.drop();
  desk.answer();
  assert.deepEqual(desk.done, ["n"]);
  assert.deepEqual(desk.told, { why: "dropped", keys: ["g"] });
});
