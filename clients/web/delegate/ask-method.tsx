// Any representative may ask that a question be voted on by name: a recorded vote or a roll call.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { nextOf, type Question } from "../core/question.ts";
import { methodQuestion } from "../core/rights.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, type Shown } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";
import { QuestionWords } from "../ui/question.tsx";

type Props = { readonly live: Shown<"hall">; readonly delegation: string };

/** What would be put next of the first document of the item that is not decided. */
function nextQuestion(live: Shown<"hall">): Question | undefined {
  const view = live.view.value;
  for (const [id, { item }] of Object.entries(view.proposals)) {
    const next = item === view.item ? nextOf(view, id) : undefined;
    if (next !== undefined) {
      return next;
    }
  }
  return undefined;
}

export function AskMethod({ live, delegation }: Props): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const view = live.view.value;
  const question = methodQuestion(view, delegation, nextQuestion(live));
  if (question === undefined) {
    return null;
  }
  const { kind, ref } = question;
  return (
    <>
      <Press ready={isLive(live)} press={() => setOpen(true)} style="">
        {t("more.by_name")}
      </Press>
      {open && (
        <Dialog title={t("method.title")} close={() => setOpen(false)}>
          <QuestionWords view={view} question={question} />
          <p>{t("method.says")}</p>
          <div class="dialog-actions column">
            {(["recorded", "roll_call"] as const).map((method) => (
              <Press
                key={method}
                ready={isLive(live)}
                style=""
                press={() => {
                  setOpen(false);
                  void live.act({ command: "AskMethod", method, kind, ref });
                }}
              >
                {t(`method.${method}`)}
              </Press>
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
}
