// RFC 7396, its own appendix among the examples.
import assert from "node:assert/strict";
import { test } from "node:test";
import { merge } from "../core/merge.ts";

const APPENDIX: readonly (readonly [unknown, unknown, unknown])[] = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [["a", "b"], ["c", "d"], ["c", "d"]],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

for (const [target, patch, result] of APPENDIX) {
  test(`${JSON.stringify(target)} + ${JSON.stringify(patch)}`, () => {
    assert.deepEqual(merge(target, patch), result);
  });
}

test("what a patch leaves alone keeps its identity, and nothing is changed in place", () => {
  const before = Object.freeze({ list: Object.freeze({ order: ["a"] }), floor: Object.freeze([1]) });
  const after = merge(before, { list: { order: ["a", "b"] } }) as typeof before;
  assert.equal(after.floor, before.floor);
  assert.notEqual(after.list, before.list);
  assert.deepEqual(before.list.order, ["a"]);
});

test("a patch that changes nothing gives the same object", () => {
  const before = { a: { b: 1 } };
  assert.equal(merge(before, { a: { b: 1 }, gone: null }), before);
});

test("keys of the prototype are keys like others", () => {
  const after = merge({}, JSON.parse('{"__proto__": {"polluted": true}}')) as Record<string, unknown>;
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  assert.equal(Object.getPrototypeOf(after), Object.prototype);
});
