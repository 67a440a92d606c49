// Which single key a press means, whatever the layout of the keyboard.

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "shiftKey">;

const LATIN = /^[a-z0-9?]$/;
const NOT_LATIN = /^(?!\p{Script=Latin})[\p{L}\p{M}\p{Nd}]/u;
const LETTER = /^Key([A-Z])$/;
const DIGIT = /^Digit([0-9])$/;
/** The question marks of Arabic, Greek and Chinese layouts. */
const QUESTION_MARKS = new Set(["؟", "\u037E", "？"]);

/** The letter, digit or `?` that is meant. A layout without Latin letters, or whose digits need Shift, means the key
 * in the same place of a Latin keyboard; every other key means what is printed on it. */
export function meantBy({ key, code, shiftKey }: KeyPress): string {
  const own = key.toLowerCase();
  if (LATIN.test(own) || QUESTION_MARKS.has(key)) {
    return LATIN.test(own) ? own : "?";
  }
  const digit = DIGIT.exec(code)?.[1];
  if (digit !== undefined && !shiftKey) {
    return digit;
  }
  const letter = LETTER.exec(code)?.[1];
  return letter !== undefined && NOT_LATIN.test(key) ? letter.toLowerCase() : own;
}
