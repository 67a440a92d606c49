// Keys pressed one after another, quicker than the service answers. They act in the order in which they were pressed,
// each when the one before was acknowledged and is seen; a refusal drops those that wait. What is not done is told.

export interface KeyAct {
  /** False where it cannot be done as things stand. */
  readonly ready: boolean;
  /** Whether it has been answered already, and the answer is on its way. */
  readonly early?: () => boolean;
  readonly act: () => void;
}

export interface NotDone {
  readonly why: "not_now" | "too_early" | "dropped";
  readonly keys: readonly string[];
}

interface Keyboard {
  /** What a key does now; undefined where nothing is there for it. */
  readonly find: (key: string) => KeyAct | undefined;
  /** Whether a command of this console has not been answered yet. */
  readonly busy: () => boolean;
  /** Called with what was not done, and with undefined once a key has done something. */
  readonly tell: (notDone: NotDone | undefined) => void;
}

/** Nobody has more steps than these in mind. */
const MOST_WAITING = 3;

export class KeyOrder {
  readonly #keyboard: Keyboard;
  readonly #answers: ReadonlySet<string>;
  #waiting: string[] = [];

  /** `answers`: keys that answer what is shown. They act at once or are told, and never wait: the next name of a roll
   * call would get an answer that was not its own. */
  constructor(keyboard: Keyboard, answers: ReadonlySet<string>) {
    this.#keyboard = keyboard;
    this.#answers = answers;
  }

  press(key: string): void {
    const { length } = this.#waiting;
    if (this.#answers.has(key)) {
      this.#answer(key, length > 0);
    } else if (!this.#keyboard.busy() && length === 0) {
      this.#do(key);
    } else if (length < MOST_WAITING) {
      this.#waiting.push(key);
    } else {
      this.#keyboard.tell({ why: "too_early", keys: [key] });
    }
  }

  #answer(key: string, waits: boolean): void {
    if (waits || this.#keyboard.find(key)?.early?.()) {
      this.#keyboard.tell({ why: "too_early", keys: [key] });
    } else {
      this.#do(key);
    }
  }

  /** Every command has been answered, and what came of it is drawn: the next key may act. */
  answered(refused: boolean): void {
    if (this.#keyboard.busy() || this.#waiting.length === 0) {
      return;
    }
    if (refused) {
      this.drop();
    } else {
      this.#do(this.#waiting.shift() ?? "");
    }
  }

  /** Those that wait are not done any more: one before was refused, asks something, or the line was lost. */
  drop(): void {
    const keys = this.#waiting;
    this.#waiting = [];
    if (keys.length > 0) {
      this.#keyboard.tell({ why: "dropped", keys });
    }
  }

  /** What asks something else first lets nothing that waits be pressed into its question. */
  #do(key: string): void {
    const found = this.#keyboard.find(key);
    if (found === undefined || !found.ready) {
      this.#keyboard.tell({ why: "not_now", keys: [key, ...this.#waiting] });
      this.#waiting = [];
      return;
    }
    this.#keyboard.tell(undefined);
    found.act();
    if (!this.#keyboard.busy()) {
      this.drop();
    }
  }
}
