// The marks by which this console knows its own requests to slow down again: drawn at random, one for each, so that they
// tell nobody whose they are; remembered while the tab is open, also when its page is loaded again.
const REMEMBERED_AS = "hemicycle.slow-down";
const MOST_REMEMBERED = 20;

/** The mark of a request that has no answer yet: a second tap is the same request. */
let underWay: string | undefined;

export function ownMarks(): ReadonlySet<string> {
  return new Set((sessionStorage.getItem(REMEMBERED_AS) ?? "").split(" ").filter((mark) => mark !== ""));
}

export function drawMark(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(8)));
  underWay ??= bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  sessionStorage.setItem(REMEMBERED_AS, [...ownMarks(), underWay].slice(-MOST_REMEMBERED).join(" "));
  return underWay;
}

/** The request has its answer: the next one is another. */
export function answered(): void {
  underWay = undefined;
}
