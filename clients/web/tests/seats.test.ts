// Who is given a free seat leaves the seat that cannot be held beside it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { movesTo, type Seat } from "../core/accreditation.ts";

const SEAT = { modality: "online", role: "speaker" } as const;
const FREE: Seat = { ...SEAT, id: "free" };
const WHOLE: Seat = { ...SEAT, id: "whole", participant: "aya" };
const FIRST: Seat = { ...SEAT, id: "first", scope: "first", participant: "noor" };

test("a person without a seat takes the free one, and nobody loses hers", () => {
  assert.deepEqual(movesTo([FREE, WHOLE, FIRST], FREE, "nils"), [{ seat: "free", participant: "nils" }]);
});

test("a person with a seat of the whole conference leaves it, and only if it is still hers", () => {
  assert.deepEqual(movesTo([FREE, WHOLE, FIRST], FREE, "aya"), [
    { seat: "whole", former: "aya" },
    { seat: "free", participant: "aya" },
  ]);
});

test("the seat of one session stands beside that of another, not beside one of the whole conference", () => {
  const second: Seat = { ...SEAT, id: "second", scope: "second" };
  assert.deepEqual(movesTo([second, FIRST], second, "noor"), [{ seat: "second", participant: "noor" }]);
  assert.equal(movesTo([FREE, FIRST], FREE, "noor").length, 2);
  assert.equal(movesTo([second, WHOLE], second, "aya").length, 2);
});
