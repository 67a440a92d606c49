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
  readonly text: string;
  readonly sentAt: number;
  readonly answer: (answer: Answer) => void;
}

export class CommandsUnderWay {
  readonly #underWay = new Map<string, UnderWay>();

  /** Keeps the command until `settle`; returns its frame and the promise of its answer, which never rejects. */
  add(id: string, command: Command, now: number): { text: string; answer: Promise<Answer> } {
    const text = JSON.stringify({ type: "command", id, ...command });
    const answer = new Promise<Answer>((resolve) => {
      this.#underWay.set(id, { text, sentAt: now, answer: resolve });
    });
    return { text, answer };
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
