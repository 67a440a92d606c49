// Commands under way: each is sent with an id of its own and stays here until it is answered, so that
// it can be sent again, with the same id, after the line was lost. The service executes it once.
import type { Command, Problem } from "./contract.ts";

/** A command that has had no answer for this long is given up: nobody wants a call to happen minutes later. */
export const GIVEN_UP_AFTER_MS = 30_000;

export type Answer =
  | { readonly accepted: true; readonly seq: number }
  | { readonly accepted: false; readonly problem: Problem };

export const UNANSWERED: Problem = { title: "No answer", status: 504, code: "unanswered" };

interface UnderWay {
  readonly said: string;
  readonly text: string;
  readonly sentAt: number;
  readonly promise: Promise<Answer>;
  readonly answer: (answer: Answer) => void;
}

/** A command by what it says, whatever its id. */
export function said(command: Command): string {
  return JSON.stringify(command);
}

export class CommandsUnderWay {
  readonly #underWay = new Map<string, UnderWay>();

  /** Keeps the command until `settle`; returns its frame and the promise of its answer, which never rejects. */
  add(id: string, command: Command, now: number): { text: string; answer: Promise<Answer> } {
    const text = JSON.stringify({ type: "command", id, ...command });
    let settle = (_: Answer): void => undefined;
    const answer = new Promise<Answer>((resolve) => {
      settle = resolve;
    });
    this.#underWay.set(id, { said: said(command), text, sentAt: now, promise: answer, answer: settle });
    return { text, answer };
  }

  /** The promise of the answer to the same command, if it is under way: a second tap waits for the first. */
  same(command: Command): Promise<Answer> | undefined {
    const text = said(command);
    return [...this.#underWay.values()].find((each) => each.said === text)?.promise;
  }

  settle(id: string, answer: Answer): void {
    const command = this.#underWay.get(id);
    this.#underWay.delete(id);
    command?.answer(answer);
  }

  /** Gives up what has waited too long. */
  expire(now: number): void {
    for (const [id, command] of this.#underWay) {
      if (now - command.sentAt >= GIVEN_UP_AFTER_MS) {
        this.settle(id, { accepted: false, problem: UNANSWERED });
      }
    }
  }

  /** Answers everything that is left with the same problem. */
  giveUp(problem: Problem): void {
    for (const id of [...this.#underWay.keys()]) {
      this.settle(id, { accepted: false, problem });
    }
  }

  /** The frames to send again after a reconnect, in the order in which they were first sent. */
  frames(): string[] {
    return [...this.#underWay.values()].map((command) => command.text);
  }
}
